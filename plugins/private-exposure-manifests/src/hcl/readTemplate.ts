import { HclSyntaxError } from '../errors';
import { positionAt } from './positionAt';
import type { HclToken } from './tokenizeHcl';

const SIMPLE_ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

function readEscape(
  text: string,
  start: number,
): { value: string; end: number } {
  const simple = SIMPLE_ESCAPES[text[start + 1]];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const match = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(
    text.slice(start, start + 10),
  );
  const code = match ? parseInt(match[1] ?? match[2], 16) : Infinity;
  if (!match || code > 0x10ffff) {
    throw new HclSyntaxError(
      'Unknown escape in a string',
      positionAt(text, start),
    );
  }
  return { value: String.fromCodePoint(code), end: start + match[0].length };
}

// Deeper than anybody nests, and far from where calls within calls end a program.
const MAX_DEPTH = 100;

/** Skips `${ … }` or `%{ … }`, with the strings and braces inside it; returns the offset after it. */
function skipSequence(text: string, start: number, level: number): number {
  if (level > MAX_DEPTH) {
    throw new HclSyntaxError(
      'Too many interpolations stand in one another',
      positionAt(text, start),
    );
  }
  let depth = 0;
  let offset = start + 1;
  while (offset < text.length) {
    const character = text[offset];
    if (character === '"') {
      offset = readQuoted(text, offset, level + 1).end;
    } else {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      offset += 1;
      if (depth === 0) return offset;
    }
  }
  throw new HclSyntaxError(
    'An interpolation is not closed',
    positionAt(text, start),
  );
}

/**
 * Reads a quoted string. With an interpolation in it the token is a `template` without a value.
 *
 * @param level - How many interpolations it stands in.
 * @throws {@link HclSyntaxError}
 * @internal
 */
export function readQuoted(text: string, start: number, level = 0): HclToken {
  let value = '';
  let isTemplate = false;
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '\n') {
    const character = text[offset];
    const pair = text.slice(offset, offset + 3);
    if (character === '"') {
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
    } else if (pair === '$${' || pair === '%%{') {
      value += pair.slice(1);
      offset += 3;
    } else if (pair.startsWith('${') || pair.startsWith('%{')) {
      isTemplate = true;
      offset = skipSequence(text, offset, level);
    } else {
      value += character;
      offset += 1;
    }
  }
  throw new HclSyntaxError('A string is not closed', positionAt(text, start));
}

/**
 * Reads a heredoc as one token without a value.
 *
 * @throws {@link HclSyntaxError}
 * @internal
 */
export function readHeredoc(text: string, start: number): HclToken {
  const open = /^<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/u.exec(
    text.slice(start, start + 300),
  );
  if (!open)
    throw new HclSyntaxError(
      'A heredoc needs a marker',
      positionAt(text, start),
    );
  let offset = start + open[0].length;
  while (offset < text.length) {
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(offset, lineEnd < 0 ? text.length : lineEnd);
    if (line.trim() === open[1]) {
      const end = offset + line.trimEnd().length;
      return { kind: 'template', text: text.slice(start, end), start, end };
    }
    if (lineEnd < 0) break;
    offset = lineEnd + 1;
  }
  throw new HclSyntaxError(
    `The heredoc ${open[1]} is not closed`,
    positionAt(text, start),
  );
}
