import { BicepToken } from './tokenizeBicep';

/** A value as it stands in a file, as far as the file tells it. @internal */
export type BicepNode =
  | { type: 'literal'; value: string | number | boolean; start: number }
  | { type: 'list'; items: BicepNode[]; start: number }
  | BicepObjectNode
  /** Only known once it is deployed: a reference, a call, a condition. */
  | { type: 'computed'; text: string; start: number };

/** An object as it stands in a file. @internal */
export interface BicepObjectNode {
  type: 'object';
  properties: ReadonlyMap<string, BicepNode>;
  /** Resources that are declared in it. */
  resources: readonly InnerResource[];
  start: number;
}

/** A resource within another. @internal */
export interface InnerResource {
  symbol: string;
  type: string;
  isExisting: boolean;
  body: BicepObjectNode;
  start: number;
}

interface Cursor {
  tokens: readonly BicepToken[];
  index: number;
  depth: number;
}

const OPENING = new Set(['{', '[', '(', '[?']);
const CLOSING = new Set(['}', ']', ')']);
// What stands deeper is as good as computed, and calls within calls have an end.
const MAX_DEPTH = 100;

function isSymbol(token: BicepToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function peek({ tokens, index }: Cursor): BicepToken | undefined {
  return tokens[index];
}

function skipSeparators(cursor: Cursor): void {
  while (peek(cursor)?.kind === 'newline' || isSymbol(peek(cursor), ','))
    cursor.index += 1;
}

/** Whether a value goes on in the next line, as conditions may. */
function continues({ tokens, index }: Cursor): boolean {
  let next = index;
  while (tokens[next]?.kind === 'newline') next += 1;
  return isSymbol(tokens[next], '?') || isSymbol(tokens[next], ':');
}

/** Goes on to the next part. What could not be read, such as a bracket of another kind, must not hold the others up. */
function goOn(cursor: Cursor, from: number): void {
  if (cursor.index === from) cursor.index += 1;
  skipSeparators(cursor);
}

/** Skips to the end of a value: a line end, a comma or the bracket that is closed around it. */
function skipValue(cursor: Cursor): void {
  let open = 0;
  for (let token = peek(cursor); token; token = peek(cursor)) {
    const { kind, text } = token;
    if (open === 0) {
      if (kind === 'symbol' && (text === ',' || CLOSING.has(text))) return;
      if (kind === 'newline' && !continues(cursor)) return;
    }
    if (kind === 'symbol' && OPENING.has(text)) open += 1;
    if (kind === 'symbol' && CLOSING.has(text)) open -= 1;
    cursor.index += 1;
  }
}

function computed(cursor: Cursor, from: number): BicepNode {
  cursor.index = from;
  skipValue(cursor);
  const tokens = cursor.tokens.slice(from, cursor.index);
  const text = tokens.map(token => token.text).join('');
  return { type: 'computed', text, start: cursor.tokens[from]?.start ?? 0 };
}

/** Whether a value ends here, so that nothing more is computed with it. */
function ends(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (!token || isSymbol(token, ',')) return true;
  if (token.kind === 'newline') return !continues(cursor);
  return token.kind === 'symbol' && CLOSING.has(token.text);
}

function readItems(cursor: Cursor): BicepNode[] {
  const items: BicepNode[] = [];
  cursor.index += 1;
  skipSeparators(cursor);
  while (peek(cursor) && !isSymbol(peek(cursor), ']')) {
    const from = cursor.index;
    items.push(readValue(cursor));
    goOn(cursor, from);
  }
  cursor.index += 1;
  return items;
}

function readObject(cursor: Cursor): BicepObjectNode {
  const { start } = cursor.tokens[cursor.index];
  const properties = new Map<string, BicepNode>();
  const resources: InnerResource[] = [];
  cursor.index += 1;
  skipSeparators(cursor);
  while (peek(cursor) && !isSymbol(peek(cursor), '}')) {
    const from = cursor.index;
    const [key, colon] = cursor.tokens.slice(cursor.index, cursor.index + 2);
    const isKey = key.kind === 'identifier' || key.kind === 'string';
    if (isKey && isSymbol(colon, ':')) {
      cursor.index += 2;
      properties.set(key.value ?? key.text, readValue(cursor));
    } else {
      const inner = key.text === 'resource' && readInner(cursor);
      if (inner) resources.push(inner);
      else skipValue(cursor);
    }
    goOn(cursor, from);
  }
  cursor.index += 1;
  return { type: 'object', properties, resources, start };
}

/** `resource symbol 'type@version' = { … }` within another resource. */
function readInner(cursor: Cursor): InnerResource | undefined {
  const [word, symbol, type] = cursor.tokens.slice(
    cursor.index,
    cursor.index + 3,
  );
  if (symbol?.kind !== 'identifier' || type?.value === undefined)
    return undefined;
  cursor.index += 3;
  const isExisting = peek(cursor)?.text === 'existing';
  if (isExisting) cursor.index += 1;
  if (!isSymbol(peek(cursor), '=')) return undefined;
  cursor.index += 1;
  const body = readDeclared(cursor);
  return (
    body && {
      symbol: symbol.text,
      type: type.value,
      isExisting,
      body,
      start: word.start,
    }
  );
}

/** What a resource is made of: an object, also under a condition or in a loop. */
function readDeclared(cursor: Cursor): BicepObjectNode | undefined {
  const from = cursor.index;
  skipValue(cursor);
  const end = cursor.index;
  const offset = cursor.tokens
    .slice(from, end)
    .findIndex((_, at) => isBody(cursor.tokens, from, from + at));
  if (offset < 0) return undefined;
  cursor.index = from + offset;
  const body = readNested(cursor, readObject);
  cursor.index = end;
  return body;
}

/** The first `{`, after `if (…)` or after the `:` of `[for … in …:`. */
function isBody(
  tokens: readonly BicepToken[],
  from: number,
  at: number,
): boolean {
  if (!isSymbol(tokens[at], '{')) return false;
  if (at === from) return true;
  const isLoop = isSymbol(tokens[from], '[');
  const before = tokens[at - 1];
  return isLoop
    ? isSymbol(before, ':') || isSymbol(before, ')')
    : isSymbol(before, ')');
}

function readNested<Result>(
  cursor: Cursor,
  read: (cursor: Cursor) => Result,
): Result | undefined {
  if (cursor.depth >= MAX_DEPTH) return undefined;
  cursor.depth += 1;
  const result = read(cursor);
  cursor.depth -= 1;
  return result;
}

function readValue(cursor: Cursor): BicepNode {
  const from = cursor.index;
  const token = peek(cursor);
  const start = token?.start ?? 0;
  const isLoop =
    isSymbol(token, '[') && cursor.tokens[from + 1]?.text === 'for';
  let node: BicepNode | undefined;
  if (isSymbol(token, '{')) node = readNested(cursor, readObject);
  else if (isSymbol(token, '[') && !isLoop) {
    const items = readNested(cursor, readItems);
    node = items && { type: 'list', items, start };
  } else {
    const value = literalOf(token);
    if (value !== undefined) node = { type: 'literal', value, start };
    cursor.index += 1;
  }
  return node && ends(cursor) ? node : computed(cursor, from);
}

function literalOf(token: BicepToken | undefined) {
  if (token?.kind === 'string') return token.value;
  if (token?.kind === 'number') return Number(token.text);
  if (token?.kind !== 'identifier') return undefined;
  if (token.text === 'true') return true;
  return token.text === 'false' ? false : undefined;
}

/**
 * Reads what a resource is made of, as far as the file tells: unlike `readBicepValue`, one value that has to be computed
 * leaves the others readable.
 *
 * @param tokens - Those after its `=`.
 * @internal
 */
export function readBicepNode(
  tokens: readonly BicepToken[],
): BicepObjectNode | undefined {
  return readDeclared({ tokens, index: 0, depth: 0 });
}

/** The value behind some keys, one within the other. @internal */
export function bicepNodeAt(
  node: BicepNode | undefined,
  ...keys: string[]
): BicepNode | undefined {
  return keys.reduce<BicepNode | undefined>(
    (inner, key) =>
      inner?.type === 'object' ? inner.properties.get(key) : undefined,
    node,
  );
}

/** A text that the file tells. @internal */
export function bicepText(node: BicepNode | undefined): string | undefined {
  return node?.type === 'literal' && typeof node.value === 'string'
    ? node.value
    : undefined;
}
