import { BicepSyntaxError } from '../errors';
import { positionAt } from '../hcl/positionAt';
import type { BicepToken } from './tokenizeBicep';

const SIMPLE_ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  $: '$',
  "'": "'",
  '\\': '\\',
};

// Deeper than anybody nests, and far from where calls within calls end a program.
const MAX_DEPTH = 100;

function fail(text: string, offset: number, message: string): never {
  throw new BicepSyntaxError(message, positionAt(text, offset));
}

function readEscape(
  text: string,
  start: number,
): { value: string; end: number } {
  const simple = SIMPLE_ESCAPES[text[start + 1]];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const match = /^\\u\{([0-9a-fA-F]{1,8})\}/.exec(
    text.slice(start, start + 12),
  );
  const code = match ? parseInt(match[1], 16) : Infinity;
  if (!match || code > 0x10ffff)
    return fail(text, start, 'Unknown escape in a string');
  return { value: String.fromCodePoint(code), end: start + match[0].length };
}

/** Skips `${ … }` with the strings and braces inside it; returns the offset after it. */
function skipInterpolation(text: string, start: number, level: number): number {
  if (level > MAX_DEPTH)
    fail(text, start, 'Too many interpolations stand in one another');
  let depth = 0;
  let offset = start + 1;
  while (offset < text.length) {
    const character = text[offset];
    if (character === "'") {
      offset = readString(text, offset, level + 1).end;
    } else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      offset += 1;
      if (depth === 0) return offset;
    }
  }
  return fail(text, start, 'An interpolation is not closed');
}

/** Reads `'''…'''`, in which nothing is escaped; the line end after the opening quotes does not count. */
function readMultiline(text: string, start: number): BicepToken {
  const close = text.indexOf("'''", start + 3);
  if (close < 0) fail(text, start, 'A string is not closed');
  // Quotes right before the closing ones belong to the text.
  const extra = /^'*/.exec(text.slice(close + 3))?.[0].length ?? 0;
  const end = close + 3 + extra;
  const value = text.slice(start + 3, close + extra).replace(/^\r?\n/, '');
  return { kind: 'string', text: text.slice(start, end), value, start, end };
}

/**
 * Reads a string. With an interpolation in it the token is a `template` without a value.
 *
 * @param level - How many interpolations it stands in.
 * @throws {@link BicepSyntaxError}
 * @internal
 */
export function readString(text: string, start: number, level = 0): BicepToken {
  if (text.startsWith("'''", start)) return readMultiline(text, start);
  let value = '';
  let isTemplate = false;
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '\n') {
    const character = text[offset];
    if (character === "'") {
      const end = offset + 1;
      const source = text.slice(start, end);
      return isTemplate
        ? { kind: 'template', text: source, start, end }
        : { kind: 'string', text: source, value, start, end };
    }
    if (character === '\\') {
      const escape = readEscape(text, offset);
      value += escape.value;
      offset = escape.end;
    } else if (text.startsWith('${', offset)) {
      isTemplate = true;
      offset = skipInterpolation(text, offset, level);
    } else {
      value += character;
      offset += 1;
    }
  }
  return fail(text, start, 'A string is not closed');
}
