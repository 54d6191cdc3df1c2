import { isManifestMap, SourceDocument } from '../read/SourceDocument';
import { objectsOf } from './objectsOf';
import { StrayTarget } from './targets';

/** Annotations by which controllers expose something; other tools' keys are theirs to place. */
const EXPOSURE_KEY =
  /^((service\.beta|alb\.ingress|external-dns(\.alpha)?)\.kubernetes\.io\/|(networking\.gke\.io|cloud\.google\.com)\/(load-balancer-type|internal-load-balancer-))/;

/** The kinds of which all fields are known, with their groups; others may hold annotations wherever they like. */
const KNOWN_KINDS: readonly [kind: RegExp, group: RegExp][] = [
  [/^Service$/, /^v1$/],
  [/^Ingress$/, /^(networking\.k8s\.io|extensions)\//],
  [/^(Gateway|ListenerSet|\w+Route)$/, /^gateway\.networking\.k8s\.io\//],
];

/** A map or list below an object, with the way to it. */
interface Step {
  value: unknown;
  /** The map, or what lists are in, that holds it under the key. */
  parent: Step | undefined;
  key: string;
  /** Where the key stands, which is another map than the parent's where a merge brought it. */
  holder: object;
}

const isExposureKey = (key: string) =>
  key.includes('/') && EXPOSURE_KEY.test(key);

function hasExposureKey(map: object): boolean {
  for (const key in map) if (isExposureKey(key)) return true;
  return false;
}

function textAt(document: SourceDocument, object: object, key: string) {
  return String(document.valueAt(object, key));
}

function hasKnownFields(document: SourceDocument, object: object): boolean {
  const name = textAt(document, object, 'kind');
  const version = textAt(document, object, 'apiVersion');
  return KNOWN_KINDS.some(
    ([kind, group]) => kind.test(name) && group.test(version),
  );
}

/** The maps from which annotations are read, with what they merge, and labels, of which a rule of their own speaks. */
function rightPlaces(
  document: SourceDocument,
  object: object,
): ReadonlySet<unknown> {
  const places = new Set<unknown>();
  const add = (value: unknown) => {
    if (!isManifestMap(value) || places.has(value)) return;
    places.add(value);
    if (!Object.hasOwn(value, '<<')) return;
    const sources = value['<<'];
    (Array.isArray(sources) ? sources : [sources]).forEach(add);
  };
  for (const parent of [['metadata'], ['spec', 'infrastructure']]) {
    add(document.valueAt(object, ...parent, 'annotations'));
    add(document.valueAt(object, ...parent, 'labels'));
  }
  return places;
}

// What lies deeper was not made to be read by people.
const MAX_PATH = 10;

/** The keys on the way to a step, or the last of them. */
function pathOf(step: Step): string {
  const path: string[] = [];
  for (let one: Step | undefined = step; one?.key; one = one.parent) {
    if (path.length === MAX_PATH) return ['…', ...path].join('.');
    path.unshift(one.key);
  }
  return path.join('.');
}

/** Every map below a value that has such keys, but for those in the right places. */
function findStrays(
  document: SourceDocument,
  start: Step,
  right: ReadonlySet<unknown>,
): Step[] {
  const found: Step[] = [];
  const seen = new Set<unknown>(right);
  const waiting = [start];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    const { value } = step;
    if (typeof value !== 'object' || value === null || seen.has(value))
      continue;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const item of value) waiting.push({ ...step, value: item });
      continue;
    }
    if (hasExposureKey(value)) found.push(step);
    for (const { key, value: held, holder } of document.entriesOf(value))
      waiting.push({ value: held, parent: step, key, holder });
  }
  return found;
}

function toTarget(
  document: SourceDocument,
  { path, kind }: { path: string; kind: string },
  step: Step,
): StrayTarget[] {
  const { value, key, holder } = step;
  if (!isManifestMap(value)) return [];
  const keys = Object.keys(value);
  const strays = keys.filter(isExposureKey);
  // What holds nothing else was meant for annotations, and is where the mistake is.
  const isHolder = key !== '' && keys.every(one => one.includes('/'));
  const place = isHolder
    ? document.placeOfKey(holder, key)
    : document.placeOfKey(value, strays[0]);
  const where = pathOf(step);
  return [{ type: 'stray', path, ...place, kind, where, keys: strays }];
}

/**
 * Finds annotations that stand where Kubernetes takes none: anywhere in objects whose fields are all known, and in the
 * metadata of any object, which has the same fields for all.
 *
 * @internal
 */
export function readStrays(
  document: SourceDocument,
  path: string,
): StrayTarget[] {
  if (typeof document.valueAt(document.value, 'kind') !== 'string') return [];
  // The maps are listed already, and few objects need a second look.
  const holders = document.maps().filter(hasExposureKey);
  if (holders.length === 0) return [];
  return [...objectsOf(document)].flatMap(([metadata, object]) => {
    const kind = document.valueAt(object, 'kind');
    if (typeof kind !== 'string' || !('apiVersion' in object)) return [];
    const right = rightPlaces(document, object);
    if (holders.every(map => right.has(map))) return [];
    const root = { value: object, parent: undefined, key: '', holder: object };
    const start = hasKnownFields(document, object)
      ? root
      : { ...root, value: metadata, key: 'metadata' };
    return findStrays(document, start, right).flatMap(step =>
      toTarget(document, { path, kind }, step),
    );
  });
}
