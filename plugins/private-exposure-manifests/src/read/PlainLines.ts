import { resolvePlain } from './manifestSchema';
import { NodeSpan } from './SourceDocument';

const KEY = /[A-Za-z_][\w./-]*:(?: +|(?=\n))/y;
const PLAIN =
  /(?:[\w./$]|--?[A-Za-z0-9])(?:[^\s:#]|:(?=[^\s#]))*(?: +(?:[^\s:#]|:(?=[^\s#]))+)*/y;
/** A scalar in quotes without anything that is written in another way than it reads. @internal */
export const QUOTED = /"[^"\\\n]*"|'[^'\n]*'(?!')/y;
/** The end of a line after a value. @internal */
export const REST = /(?: +#[^\n]*| *)\n/y;

const MAX_LINES = 4_000;
const MAX_LENGTH = 200;

/** A line of a map in a block; offsets count from where its key begins. @internal */
export interface PlainLine {
  /** The key. */
  name: string;
  /** Where the value begins, or where the line ends if none stands on it. */
  valueStart: number;
  /** The value, where it is a scalar and the line ends after it. */
  scalar: NodeSpan | undefined;
}

/** Where what an expression matches at an offset ends; -1 where it does not. No match is made, of which each costs. @internal */
export function endOf(
  expression: RegExp,
  text: string,
  offset: number,
): number {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** A scalar on one line, in quotes or plain; `undefined` where anything else stands. @internal */
export function readScalar(text: string, at: number): NodeSpan | undefined {
  const quoted = endOf(QUOTED, text, at);
  if (quoted >= 0)
    return { start: at, end: quoted, value: text.slice(at + 1, quoted - 1) };
  const end = endOf(PLAIN, text, at);
  if (end < 0) return undefined;
  return { start: at, end, value: resolvePlain(text.slice(at, end)) };
}

/** Whether a key is what it looks like: words that are read as something else than text make other keys. @internal */
export function isPlainKey(name: string): boolean {
  return name !== '__proto__' && resolvePlain(name) === name;
}

function readLine(line: string): PlainLine | undefined {
  const valueStart = endOf(KEY, line, 0);
  if (valueStart < 0) return undefined;
  const name = line.slice(0, line.indexOf(':'));
  if (!isPlainKey(name)) return undefined;
  const scalar = readScalar(line, valueStart);
  const isWhole = scalar && endOf(REST, line, scalar.end) === line.length;
  return { name, valueStart, scalar: isWhole ? scalar : undefined };
}

/**
 * Lines of maps as they read. Manifests have few lines that no manifest before had, so that most are looked up, which is
 * a fraction of reading them.
 *
 * @internal
 */
export class PlainLines {
  private readonly known = new Map<string, PlainLine>();

  /** The line of a map that begins with a key at an offset; `undefined` where none stands there. */
  lineAt(text: string, at: number): PlainLine | undefined {
    const line = text.slice(at, text.indexOf('\n', at) + 1);
    const known = this.known.get(line);
    if (known) return known;
    if (line.length > MAX_LENGTH) return readLine(line);
    // A part of a text keeps all of it in memory; a copy does not.
    const copy = line.split('').join('');
    const read = readLine(copy);
    if (!read) return undefined;
    if (this.known.size >= MAX_LINES) this.known.clear();
    this.known.set(copy, read);
    return read;
  }
}
