/** The text of one document of a file. @internal */
export interface DocumentText {
  /** Offset in the file. */
  offset: number;
  text: string;
}

const MARKER = /^---(?=\s|$)/gm;
const LATER_MARKER = /[\n\r\u2028\u2029]---/;
const PROLOGUE_LINE = /^\s*(#.*|%.*)?$/;

/**
 * Parts a file at its document markers, so that one broken document leaves the others readable. A marker at the
 * beginning of a line ends even a block scalar (YAML 1.2.2, section 9.1.2).
 *
 * @internal
 */
export function splitDocuments(content: string): DocumentText[] {
  // A byte order mark is no part of the text, and a parser that drops it would count from elsewhere.
  const first = content.startsWith('\uFEFF') ? 1 : 0;
  const text = content.slice(first);
  // Most files are one document, which begins with the marker if it has one.
  if (!LATER_MARKER.test(text)) return [{ offset: first, text }];
  const starts = [...text.matchAll(MARKER)].map(({ index }) => first + index);
  if (starts.length === 0) return [{ offset: first, text }];
  const bounds = starts[0] === first ? starts : [first, ...starts];
  const parts = bounds.map((offset, index) => ({
    offset,
    text: content.slice(offset, bounds[index + 1]),
  }));
  // Directives and comments before the first marker belong to the document that it begins.
  const [head, second, ...rest] = parts;
  return second && isPrologue(head.text)
    ? [{ offset: head.offset, text: head.text + second.text }, ...rest]
    : parts;
}

function isPrologue(text: string): boolean {
  return text.split('\n').every(line => PROLOGUE_LINE.test(line));
}
