import { YamlText } from './YamlText';

/**
 * Removes one document from a file; every other character stays.
 *
 * @returns The text, or `undefined` where nothing is left.
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function removeDocument(
  file: YamlText,
  index: number,
): string | undefined {
  if (file.documents.length === 1) return undefined;
  const [start] = file.documents[index].range;
  const next = file.documents[index + 1];
  const end = next ? next.range[0] : file.text.length;
  const lineStart = file.text.lastIndexOf('\n', Math.max(start - 1, 0)) + 1;
  // A document's range begins after its separator's line; with the last one its separator goes too.
  const before = next
    ? file.text.slice(0, lineStart)
    : file.text.slice(0, lineStart).replace(/---[^\n]*\n?$/, '');
  const after = `${before}${file.text.slice(end)}`;
  const kept = file.documents
    .filter((_, other) => other !== index)
    .map(document => JSON.stringify(document.toJS({ maxAliasCount: 100 })));
  const found = YamlText.parse(file.path, after).documents.map(document =>
    JSON.stringify(document.toJS({ maxAliasCount: 100 })),
  );
  if (JSON.stringify(kept) !== JSON.stringify(found)) {
    return file.fail(
      start,
      `the document can't be removed without touching others; remove it by hand`,
    );
  }
  return after;
}
