/** A number of JSON as it is written: `1`, `1.0` and `1e2` differ, which JavaScript's numbers do not show. @public */
export class JsonNumber {
  constructor(readonly literal: string) {}
}

/** A JSON value whose numbers are as they are written. @public */
export type JsonValue =
  | string
  | boolean
  | null
  | JsonNumber
  | JsonValue[]
  | { [key: string]: JsonValue };

/** Where the text, number or word ends that starts at a place. */
function endOfScalar(text: string, start: number): number {
  let at = start + 1;
  if (text[start] === '"') {
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    return at + 1;
  }
  while (at < text.length && /[-+.\w]/.test(text[at])) at += 1;
  return at;
}

function toObject(keysAndValues: readonly JsonValue[]): JsonValue {
  const entries: [string, JsonValue][] = [];
  for (let at = 0; at < keysAndValues.length; at += 2)
    entries.push([String(keysAndValues[at]), keysAndValues[at + 1]]);
  return Object.fromEntries(entries);
}

/**
 * Parses JSON as `JSON.parse` does, and keeps how numbers are written.
 *
 * @remarks Brackets are kept in a list and not in calls, so that no depth is too much.
 *
 * @throws SyntaxError where the text is no JSON.
 *
 * @internal
 */
export function parseJsonExactly(text: string): JsonValue {
  // What follows relies on every text being closed and every bracket having its other one.
  JSON.parse(text);
  const open: JsonValue[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const char = text[at];
    const start = at;
    at += 1;
    if (char === '[' || char === '{') {
      open.push([]);
    } else if (char === ']' || char === '}') {
      const items = open.pop() ?? [];
      open.at(-1)?.push(char === ']' ? items : toObject(items));
    } else if (/[^\s,:]/.test(char)) {
      at = endOfScalar(text, start);
      const scalar = text.slice(start, at);
      open
        .at(-1)
        ?.push(
          /^[-\d]/.test(scalar) ? new JsonNumber(scalar) : JSON.parse(scalar),
        );
    }
  }
  return open[0][0];
}
