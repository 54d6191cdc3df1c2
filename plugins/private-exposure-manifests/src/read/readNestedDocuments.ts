import { readDocuments } from './readDocuments';
import { isManifestMap, SourceDocument } from './SourceDocument';
import { Place } from './SourceText';

// Values for a chart within an Argo CD Application within an ApplicationSet is as deep as people go.
const MAX_DEPTH = 3;

/** Where a place of nested text stands in the file. */
type Outside = (place: Place) => Place;

/** Text that is worth a look: of several lines, or JSON, as patches are written in one. */
const MAY_BE_DOCUMENT = /\n|^\s*[[{]/;
/** Charts that template their annotations take them as text. */
const HOLDER = /annotations$/i;

/**
 * The documents that stand as text in the values of another one: a chart's values in an Argo CD Application, a patch in
 * a kustomization, a chart's annotations. Text that is no YAML is somebody else's.
 *
 * @param concerns - Tells by its text whether a value is worth reading.
 *
 * @internal
 */
export function readNestedDocuments(
  document: SourceDocument,
  concerns: RegExp,
  depth = 0,
): SourceDocument[] {
  if (depth >= MAX_DEPTH) return [];
  const found: SourceDocument[] = [];
  const read = (value: unknown, key: string, placeOf: () => Outside) => {
    if (typeof value !== 'string' || !MAY_BE_DOCUMENT.test(value)) return;
    if (!concerns.test(value)) return;
    for (const one of readDocuments(value, { outside: placeOf() }).documents) {
      const isHeld = HOLDER.test(key) && isManifestMap(one.value);
      const nested = isHeld ? one.under('annotations') : one;
      found.push(nested, ...readNestedDocuments(nested, concerns, depth + 1));
    }
  };
  for (const map of document.maps()) {
    for (const [key, value] of Object.entries(map))
      read(value, key, () => placeInside(document, map, key));
  }
  for (const list of document.lists()) {
    list.forEach((value, index) =>
      read(value, '', () => () => document.placeOfItem(list, index)),
    );
  }
  return found;
}

/** Lines of a literal block (`|`) are lines of the file; of any other text only its beginning is known. */
function placeInside(document: SourceDocument, map: object, key: string) {
  const start = document.placeOfValue(map, key);
  const [header, first = ''] =
    document.textOfValue(map, key)?.split('\n', 2) ?? [];
  if (!header?.startsWith('|')) return () => start;
  const indent = first.length - first.trimStart().length;
  return ({ line, column }: Place) => ({
    line: start.line + line,
    column: column + indent,
  });
}
