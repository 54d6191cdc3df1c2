/** A replacement of part of a file's text. @public */
export interface TextEdit {
  /** Where the old text begins, as an offset in the file. */
  offset: number;
  /** Length of the old text. */
  length: number;
  text: string;
}

/**
 * Applies edits to the text that they were made for. Of two edits that overlap, the one that begins first is applied,
 * and the other one left for the next time.
 *
 * @public
 */
export function applyEdits(
  content: string,
  edits: readonly TextEdit[],
): string {
  const ordered = [...edits].sort(
    (left, right) => left.offset - right.offset || left.length - right.length,
  );
  let end = 0;
  let text = '';
  for (const edit of ordered) {
    if (edit.offset < end) continue;
    text += content.slice(end, edit.offset) + edit.text;
    end = edit.offset + edit.length;
  }
  return text + content.slice(end);
}
