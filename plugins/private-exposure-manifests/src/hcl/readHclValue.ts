import { HclToken } from './tokenizeHcl';
import { HclReference, HclValue } from './values';

interface Cursor {
  tokens: HclToken[];
  index: number;
  depth: number;
}

// What stands deeper is as good as computed, and calls within calls have an end.
const MAX_DEPTH = 100;

function isSymbol(token: HclToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function readList(cursor: Cursor): HclValue[] | undefined {
  const list: HclValue[] = [];
  cursor.index += 1;
  while (!isSymbol(cursor.tokens[cursor.index], ']')) {
    const value = readAt(cursor);
    if (value === undefined) return undefined;
    list.push(value);
    if (isSymbol(cursor.tokens[cursor.index], ',')) cursor.index += 1;
    else if (!isSymbol(cursor.tokens[cursor.index], ']')) return undefined;
  }
  cursor.index += 1;
  return list;
}

function readObject(cursor: Cursor): HclValue | undefined {
  const entries: [string, HclValue][] = [];
  cursor.index += 1;
  while (!isSymbol(cursor.tokens[cursor.index], '}')) {
    const key = cursor.tokens[cursor.index];
    const assign = cursor.tokens[cursor.index + 1];
    const isKey = key?.kind === 'identifier' || key?.kind === 'string';
    if (!isKey || !(isSymbol(assign, '=') || isSymbol(assign, ':')))
      return undefined;
    cursor.index += 2;
    const value = readAt(cursor);
    const name = key.value ?? key.text;
    if (value === undefined || entries.some(([other]) => other === name))
      return undefined;
    entries.push([name, value]);
    if (isSymbol(cursor.tokens[cursor.index], ',')) cursor.index += 1;
  }
  cursor.index += 1;
  return { object: Object.fromEntries(entries) };
}

/** A traversal, also of the list that is made of a set; any other call has to be computed. */
function readTraversal(cursor: Cursor): HclValue | undefined {
  const [name, open] = cursor.tokens.slice(cursor.index);
  cursor.index += 1;
  if (name.text !== 'tolist' || !isSymbol(open, '('))
    return readSteps(cursor, name.text);
  const set = cursor.tokens[cursor.index + 1];
  if (set?.kind !== 'identifier') return undefined;
  cursor.index += 2;
  const { reference } = readSteps(cursor, set.text);
  if (!isSymbol(cursor.tokens[cursor.index], ')')) return undefined;
  cursor.index += 1;
  return readSteps(cursor, `tolist(${reference})`);
}

function readSteps(cursor: Cursor, start: string): HclReference {
  let reference = start;
  for (;;) {
    const [next, inside, after] = cursor.tokens.slice(cursor.index);
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

function readAt(cursor: Cursor): HclValue | undefined {
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
    return readTraversal(cursor);
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
export function readHclValue(expression: {
  tokens: HclToken[];
}): HclValue | undefined {
  const tokens = withoutInnerLineEnds(expression.tokens);
  const cursor = { tokens, index: 0, depth: 0 };
  const value = readAt(cursor);
  return cursor.index === tokens.length ? value : undefined;
}

function withoutInnerLineEnds(tokens: HclToken[]): HclToken[] {
  return tokens.filter(token => token.kind !== 'newline');
}
