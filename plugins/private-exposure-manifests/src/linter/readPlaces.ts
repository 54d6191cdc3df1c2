import { AnyClusterProfile } from '../intents/anyClusterProfile';
import { KubernetesObject } from '../plan/KubernetesObject';
import {
  AnnotationNode,
  readAnnotations,
  readCollections,
  readPatchedAnnotations,
} from '../read/AnnotationNode';
import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { handsOn } from './handsOn';
import { objectsOf } from './objectsOf';
import {
  AnnotatedTarget,
  IngressTarget,
  Placed,
  ServiceTarget,
} from './targets';

/** Other keys than `annotations` under which annotations stand: for a Service (Istio's operator), for all (Kustomize), and what charts call them. */
const OTHER_HOLDER = /[a-z]Annotations$/;
const SERVICE_KEY =
  /^(service\.beta\.kubernetes\.io\/|networking\.gke\.io\/|cloud\.google\.com\/load-balancer-type$)/;
const INGRESS_KEY = /^alb\.ingress\.kubernetes\.io\//;
/** What makes text in a value worth reading as a document of its own. @internal */
export const ANY_KEY =
  /(service\.beta\.kubernetes\.io|alb\.ingress\.kubernetes\.io|external-dns\.(alpha\.)?kubernetes\.io)(\/|~1)/;
const OTHER_KEY = /^external-dns\.(alpha\.)?kubernetes\.io\//;

/** @internal */
export interface ReadPlacesOptions {
  path: string;
  profile: AnyClusterProfile | undefined;
  /** Domains that names may lie in; any where there is none. */
  domains: readonly string[];
  isCrossRegion: boolean;
  hasEndpointService: boolean;
  /** Whether the file has annotations under other keys than `annotations`; most have none, and need not be searched. */
  hasOtherHolders: boolean;
  /** Whether places are to be found again in another version of the file; costs time. */
  withPaths?: boolean;
}

/** A place with annotations, by what they end up on. @internal */
export type PlaceTarget = ServiceTarget | IngressTarget | AnnotatedTarget;

function textAt(document: SourceDocument, root: unknown, ...keys: string[]) {
  const value = document.valueAt(root, ...keys);
  return typeof value === 'string' ? value : undefined;
}

function stringsOf(nodes: readonly AnnotationNode[]): Record<string, string> {
  return Object.fromEntries(nodes.map(({ key, value }) => [key, value]));
}

/** The object as its controller sees it: annotations that are no strings are left to a rule of their own. */
function readObject(
  document: SourceDocument,
  object: object,
  { annotations, labels }: Record<'annotations' | 'labels', AnnotationNode[]>,
): KubernetesObject | undefined {
  const kind = textAt(document, object, 'kind');
  const spec = document.valueAt(object, 'spec');
  if (document.isTemplate || !kind || !isManifestMap(spec)) return undefined;
  const metadata = document.valueAt(object, 'metadata');
  return {
    apiVersion: textAt(document, object, 'apiVersion'),
    kind,
    metadata: {
      name: textAt(document, metadata, 'name'),
      namespace: textAt(document, metadata, 'namespace'),
      annotations: stringsOf(annotations),
      labels: stringsOf(labels),
    },
    spec: document.expand(spec) as KubernetesObject['spec'],
  };
}

/** What the annotations of a place end up on; `undefined` where they concern nobody here. */
function findType(
  kind: string | undefined,
  nodes: readonly AnnotationNode[],
): PlaceTarget['type'] | undefined {
  if (kind === 'Service') return 'service';
  if (kind === 'Ingress') return 'ingress';
  if (nodes.some(({ key }) => INGRESS_KEY.test(key))) return 'ingress';
  if (nodes.some(({ key }) => SERVICE_KEY.test(key))) return 'service';
  return nodes.some(({ key }) => OTHER_KEY.test(key)) ? 'annotated' : undefined;
}

function toTarget(
  type: PlaceTarget['type'],
  place: Placed,
  options: ReadPlacesOptions,
): PlaceTarget {
  if (type === 'ingress') return { type, ...place, group: [] };
  if (type === 'annotated') return { type, ...place };
  const { object } = place;
  const loadBalancerClass = object?.spec?.loadBalancerClass;
  return {
    type,
    ...place,
    loadBalancerClass:
      typeof loadBalancerClass === 'string' ? loadBalancerClass : undefined,
    isWholeService:
      object?.kind === 'Service' && object.spec?.type === 'LoadBalancer',
    isCrossRegion: options.isCrossRegion,
    hasEndpointService: options.hasEndpointService,
  };
}

function partPlaceholders(nodes: readonly AnnotationNode[]) {
  return {
    annotations: nodes.filter(node => !node.isPlaceholder),
    placeholders: nodes.filter(node => node.isPlaceholder),
  };
}

/** Names each map of a document by its object and the keys on the way to it, list items by their names. */
function pathsOf(document: SourceDocument): ReadonlyMap<object, string> {
  const root = document.value;
  const paths = new Map<object, string>();
  const kind = textAt(document, root, 'kind');
  const name = textAt(document, root, 'metadata', 'name');
  const start = kind && name ? `${kind} ${name}` : kind ?? '';
  const waiting: [unknown, string][] = [[root, start]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, path] = next;
    if (typeof value !== 'object' || value === null || paths.has(value))
      continue;
    paths.set(value, path);
    for (const [key, held] of Object.entries(value)) {
      const item = Array.isArray(value) ? textAt(document, held, 'name') : key;
      waiting.push([held, `${path}${path === '' ? '' : '.'}${item ?? key}`]);
    }
  }
  return paths;
}

/** The keys of a map under which annotations may stand. Most maps hold nothing of the kind, and this is asked of every one. */
function holdersIn(
  document: SourceDocument,
  map: object,
  { owner, hasOtherHolders }: { owner?: object; hasOtherHolders: boolean },
): string[] {
  const isOwn =
    owner !== undefined ||
    'annotations' in map ||
    'labels' in map ||
    '<<' in map;
  const others = hasOtherHolders
    ? document.entriesOf(map).filter(({ key }) => OTHER_HOLDER.test(key))
    : [];
  return [...(isOwn ? ['annotations'] : []), ...others.map(({ key }) => key)];
}

/** The Gateway whose `infrastructure` a map is: what it makes gets the annotations that stand there. */
function gatewayOf(
  document: SourceDocument,
  objects: ReadonlyMap<object, object>,
  map: object,
): object | undefined {
  for (const object of objects.values()) {
    if (
      document.valueAt(object, 'kind') === 'Gateway' &&
      document.valueAt(object, 'spec', 'infrastructure') === map
    )
      return object;
  }
  return undefined;
}

/** Whether whoever reads a holder that is no object's own takes strings alone, and no chart makes something else of it. */
function takesStrings(document: SourceDocument, holder: string): boolean {
  return (
    holder === 'commonAnnotations' ||
    (holder === 'serviceAnnotations' &&
      textAt(document, document.value, 'kind') === 'IstioOperator')
  );
}

/** A map that holds annotations or labels, as far as any controller of ours reads them. */
function readHolder(
  document: SourceDocument,
  map: Record<string, unknown>,
  options: {
    holder: string;
    owner: object | undefined;
    gateway: object | undefined;
    documentPath: string | undefined;
  } & ReadPlacesOptions,
): PlaceTarget | undefined {
  const { holder, owner, gateway, path, profile, domains, documentPath } =
    options;
  const nodesOf = (key: string, read = readAnnotations) => {
    const held = document.valueAt(map, key);
    return isManifestMap(held) ? read(document, held) : [];
  };
  const nodes = nodesOf(holder);
  const isOfStrings = owner ?? gateway ?? takesStrings(document, holder);
  const collections = isOfStrings ? nodesOf(holder, readCollections) : [];
  const labels = holder === 'annotations' ? nodesOf('labels') : [];
  const kind = owner && textAt(document, owner, 'kind');
  const type = findType(kind, [...nodes, ...collections, ...labels]);
  // A whole Service or Ingress becomes something even without a single annotation.
  const isWhole = holder === 'annotations' && owner !== undefined;
  const isEmpty = nodes.length + collections.length + labels.length === 0;
  if (!type || (!isWhole && isEmpty)) return undefined;
  const at = [holder, 'labels', 'name'].find(key => key in map) ?? '';
  const own = document.placeOfKey(map, at);
  const place: Placed = {
    path,
    ...own,
    ...partPlaceholders(nodes),
    collections,
    isPartial:
      document.isTemplate ||
      collections.length > 0 ||
      nodes.some(node => node.isPlaceholder),
    handsOn: owner ? undefined : handsOn(document, { map, gateway, nodes }),
    labels,
    kind,
    object:
      owner &&
      readObject(document, owner, {
        annotations: isWhole ? nodes : nodesOf('annotations'),
        labels: isWhole ? labels : nodesOf('labels'),
      }),
    profile,
    domains,
    documentPath: documentPath && `${documentPath}.${holder}`,
    placeOfField: (...keys) =>
      (owner && document.placeOfPath(owner, keys)) ?? own,
  };
  return toTarget(type, place, options);
}

function readPatch(
  document: SourceDocument,
  operations: readonly unknown[],
  options: ReadPlacesOptions,
): PlaceTarget | undefined {
  const annotations = readPatchedAnnotations(document, operations);
  const type = findType(undefined, annotations);
  if (!type) return undefined;
  const { line, column } = annotations[0];
  const place: Placed = {
    path: options.path,
    line,
    column,
    ...partPlaceholders(annotations),
    collections: [],
    isPartial: true,
    handsOn: undefined,
    labels: [],
    kind: undefined,
    object: undefined,
    profile: options.profile,
    domains: options.domains,
    documentPath: undefined,
    placeOfField: () => ({ line, column }),
  };
  return toTarget(type, place, options);
}

/**
 * Finds every place of a document where annotations stand that a controller of ours reads: Services, Ingresses, Gateways,
 * IstioOperator overlays, Helm values, patches, wherever in the document that is.
 *
 * @internal
 */
export function readPlaces(
  document: SourceDocument,
  options: ReadPlacesOptions,
): PlaceTarget[] {
  const objects = objectsOf(document);
  const paths = options.withPaths ? pathsOf(document) : undefined;
  const targets: (PlaceTarget | undefined)[] = [];
  for (const map of document.maps()) {
    const owner = objects.get(map);
    const known = { owner, hasOtherHolders: options.hasOtherHolders };
    for (const holder of holdersIn(document, map, known)) {
      const documentPath = paths?.get(map);
      const gateway = owner ? undefined : gatewayOf(document, objects, map);
      const about = { ...options, holder, owner, gateway, documentPath };
      targets.push(readHolder(document, map, about));
    }
  }
  for (const list of document.lists()) {
    targets.push(readPatch(document, list, options));
  }
  return targets.filter(target => target !== undefined);
}
