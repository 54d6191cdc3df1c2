import { readDocuments } from './readDocuments';
import { SourceDocument } from './SourceDocument';
import { Place } from './SourceText';

// Values for a chart within an Argo CD Application within an ApplicationSet is as deep as people go.
const MAX_DEPTH = 3;

/**
 * The documents that stand as text in the values of another one: a chart's values in an Argo CD Application, a patch in
 * a kustomization. Text that is no YAML is somebody else's.
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
  for (const map of document.maps()) {
    for (const [key, value] of Object.entries(map)) {
      if (typeof value !== 'string' || !value.includes('\n')) continue;
      if (!concerns.test(value)) continue;
      const outside = placeInside(document, map, key);
      for (const nested of readDocuments(value, { outside }).documents) {
        found.push(nested, ...readNestedDocuments(nested, concerns, depth + 1));
      }
    }
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
