import { BicepToken } from './tokenizeBicep';
import { BicepValue } from './values';

interface Cursor {
  tokens: readonly BicepToken[];
  index: number;
  depth: number;
}

// What stands deeper is as good as computed, and calls within calls have an end.
const MAX_DEPTH = 100;

function isSymbol(token: BicepToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function skipLineEnds(cursor: Cursor): void {
  while (cursor.tokens[cursor.index]?.kind === 'newline') cursor.index += 1;
}

/** Whether a part of a list or object ends here: with a line end, a comma, or the closing bracket. */
function endsPart(cursor: Cursor, closer: string): boolean {
  const token = cursor.tokens[cursor.index];
  if (isSymbol(token, ',')) cursor.index += 1;
  else if (token?.kind !== 'newline' && !isSymbol(token, closer)) return false;
  skipLineEnds(cursor);
  return true;
}

function readList(cursor: Cursor): BicepValue[] | undefined {
  const list: BicepValue[] = [];
  cursor.index += 1;
  skipLineEnds(cursor);
  while (!isSymbol(cursor.tokens[cursor.index], ']')) {
    const value = readAt(cursor);
    if (value === undefined || !endsPart(cursor, ']')) return undefined;
    list.push(value);
  }
  cursor.index += 1;
  return list;
}

function readObject(cursor: Cursor): BicepValue | undefined {
  const entries: [string, BicepValue][] = [];
  cursor.index += 1;
  skipLineEnds(cursor);
  while (!isSymbol(cursor.tokens[cursor.index], '}')) {
    const key = cursor.tokens[cursor.index];
    const isKey = key?.kind === 'identifier' || key?.kind === 'string';
    if (!isKey || !isSymbol(cursor.tokens[cursor.index + 1], ':'))
      return undefined;
    cursor.index += 2;
    const value = readAt(cursor);
    const name = key.value ?? key.text;
    if (value === undefined || entries.some(([other]) => other === name))
      return undefined;
    entries.push([name, value]);
    if (!endsPart(cursor, '}')) return undefined;
  }
  cursor.index += 1;
  return { object: Object.fromEntries(entries) };
}

function readReference(cursor: Cursor): BicepValue {
  let reference = cursor.tokens[cursor.index].text;
  cursor.index += 1;
  for (;;) {
    const [next, inside, after] = cursor.tokens.slice(
      cursor.index,
      cursor.index + 3,
    );
    if (isSymbol(next, '.')) {
      reference += `.${inside?.text ?? ''}`;
      cursor.index += 2;
    } else if (
      isSymbol(next, '[') &&
      inside?.kind === 'number' &&
      isSymbol(after, ']')
    ) {
      reference += `[${inside.text}]`;
      cursor.index += 3;
    } else {
      return { reference };
    }
  }
}

function readAt(cursor: Cursor): BicepValue | undefined {
  const token = cursor.tokens[cursor.index];
  if (isSymbol(token, '[') || isSymbol(token, '{')) {
    if (cursor.depth > MAX_DEPTH) return undefined;
    cursor.depth += 1;
    const value = token.text === '[' ? readList(cursor) : readObject(cursor);
    cursor.depth -= 1;
    return value;
  }
  if (
    token?.kind === 'identifier' &&
    token.text !== 'true' &&
    token.text !== 'false'
  ) {
    return readReference(cursor);
  }
  cursor.index += 1;
  if (token?.kind === 'string') return token.value;
  if (token?.kind === 'number') return Number(token.text);
  return token?.kind === 'identifier' ? token.text === 'true' : undefined;
}

/**
 * The meaning of an expression, where it is a literal or a plain reference; `undefined` where it has to be computed.
 *
 * @public
 */
export function readBicepValue(
  tokens: readonly BicepToken[],
): BicepValue | undefined {
  const cursor = { tokens, index: 0, depth: 0 };
  const value = readAt(cursor);
  return cursor.index === tokens.length ? value : undefined;
}
