import {
  allCatalogues,
  AnnotationCatalogue,
  AnnotationSpec,
  EXTERNAL_DNS_FORMER_PREFIX,
  externalDnsCatalogue,
} from '../catalogues';
import { Reconciler } from '../plan/findReconciler';
import { AnnotationNode } from '../read/AnnotationNode';
import { rememberLast } from './rememberLast';
import { rememberTexts } from './rememberTexts';
import { findReconciler } from './ServiceTarget';
import { AnnotatedTarget, IngressTarget, ServiceTarget } from './targets';

/** A row of a catalogue, with the catalogue. @internal */
export interface CatalogueRow {
  spec: AnnotationSpec;
  catalogue: AnnotationCatalogue;
}

/** A place whose annotations catalogues judge. @internal */
export type CataloguedTarget = ServiceTarget | IngressTarget | AnnotatedTarget;

/** Whose annotations a catalogue lists, for those that several controllers could read from one Service. */
const READER: Record<string, Reconciler> = {
  'aws-lbc-service': 'aws-load-balancer-controller',
  'aws-in-tree': 'in-tree',
  'azure-load-balancer': 'cloud-provider-azure',
  'azure-private-link-service': 'cloud-provider-azure',
};

const exact = new Map<string, CatalogueRow[]>();
const patterns: { start: string; end: string; row: CatalogueRow }[] = [];

for (const catalogue of allCatalogues) {
  const prefixes =
    catalogue.id === externalDnsCatalogue.id
      ? [catalogue.prefix, EXTERNAL_DNS_FORMER_PREFIX]
      : [catalogue.prefix];
  for (const prefix of prefixes) {
    for (const spec of catalogue.annotations) {
      const key = `${prefix}${spec.key}`;
      const row = { spec, catalogue };
      if (spec.key.includes('<')) {
        const parts = key.split(/<[^>]*>/);
        patterns.push({ start: parts[0], end: parts.at(-1) ?? '', row });
      } else exact.set(key, [...(exact.get(key) ?? []), row]);
    }
  }
}

/** Every row, of any controller, for a whole key. @internal */
export const findRows: (key: string) => readonly CatalogueRow[] = rememberTexts(
  key =>
    exact.get(key) ??
    patterns
      .filter(
        ({ start, end }) =>
          key.length > start.length + end.length &&
          key.startsWith(start) &&
          key.endsWith(end),
      )
      .map(({ row }) => row),
);

/** Every whole key without a part that varies. @internal */
export const knownKeys: readonly string[] = [...exact.keys()];

/**
 * Who reads the annotations of a Service; `undefined` where several might.
 *
 * @internal
 */
export function readerOf(target: CataloguedTarget): Reconciler | undefined {
  if (target.type !== 'service') return undefined;
  const { profile } = target;
  const asked = findReconciler(target);
  if (asked === 'unknown' || asked === 'nobody' || asked === 'other') {
    return profile?.cloud === 'azure' ? 'cloud-provider-azure' : undefined;
  }
  // EKS Auto Mode documents a part of the same annotations, and which part changes.
  return asked === 'eks-auto-mode' ? undefined : asked;
}

/**
 * Whether it is this controller that reads the annotations of a catalogue for Services here; false where several might.
 *
 * @internal
 */
export function isReadBy(
  controller: Reconciler,
  { id }: AnnotationCatalogue,
  target: CataloguedTarget,
): boolean {
  return READER[id] === controller && readerOf(target) === controller;
}

/** An annotation with the rows that its reader has for it. @internal */
export interface KnownAnnotation {
  node: AnnotationNode;
  rows: readonly CatalogueRow[];
}

/**
 * The annotations of a place that some catalogue knows, each with the rows of those who may read it here: of one
 * controller where it is clear which, else of all.
 *
 * @internal
 */
export const knownAnnotations: (
  target: CataloguedTarget,
) => readonly KnownAnnotation[] = rememberLast(findKnown);

type FindRows = typeof findRows;

const rowsByReader = new Map<Reconciler | undefined, FindRows>();

/** Tells the rows of a key that a controller may read; all of them where it is not clear which controller reads. */
function rowsFor(reader: Reconciler | undefined): FindRows {
  const before = rowsByReader.get(reader);
  if (before) return before;
  const find = rememberTexts(key =>
    findRows(key).filter(({ catalogue }) => {
      const owner = READER[catalogue.id];
      return !owner || !reader || owner === reader;
    }),
  );
  rowsByReader.set(reader, find);
  return find;
}

function findKnown(target: CataloguedTarget): KnownAnnotation[] {
  const rowsOf = rowsFor(readerOf(target));
  const known: KnownAnnotation[] = [];
  for (const node of target.annotations) {
    const rows = rowsOf(node.key);
    if (rows.length > 0) known.push({ node, rows });
  }
  return known;
}
