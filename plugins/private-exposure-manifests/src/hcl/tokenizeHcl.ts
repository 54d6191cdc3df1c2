import { HclSyntaxError } from '../errors';
import { positionAt } from './positionAt';
import { readHeredoc, readQuoted } from './readTemplate';

/** One token of HCL with its place in the text. @public */
export interface HclToken {
  kind:
    | 'identifier'
    | 'number'
    | 'string'
    | 'template'
    | 'symbol'
    | 'newline'
    | 'end';
  /** The source text; for `string` the quoted text as it stands. */
  text: string;
  /** For a `string`: what it means. */
  value?: string;
  start: number;
  end: number;
}

const PATTERNS: [HclToken['kind'] | 'skip', RegExp][] = [
  ['skip', /[ \t]+|\/\*[^]*?\*\//y],
  ['newline', /(?:(?:#|\/\/)[^\n]*)?(?:\r?\n)/y],
  ['skip', /(?:#|\/\/)[^\n]*$/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['identifier', /[\p{ID_Start}_][\p{ID_Continue}-]*/uy],
  ['symbol', /\.\.\.|==|!=|<=|>=|=>|&&|\|\||[{}()[\]=.,:?+\-*/%!<>]/y],
];

function matchToken(
  text: string,
  start: number,
): HclToken | { kind: 'skip'; end: number } {
  if (text[start] === '"') return readQuoted(text, start);
  if (text.startsWith('<<', start)) return readHeredoc(text, start);
  if (text.startsWith('/*', start) && text.indexOf('*/', start + 2) < 0) {
    throw new HclSyntaxError(
      'A comment is not closed',
      positionAt(text, start),
    );
  }
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match) {
      const end = start + match[0].length;
      return kind === 'skip'
        ? { kind, end }
        : { kind, text: match[0], start, end };
    }
  }
  throw new HclSyntaxError(
    `Unexpected character ${JSON.stringify(text[start])}`,
    positionAt(text, start),
  );
}

/**
 * Splits HCL into tokens; comments are left out, line ends stay, for they end attributes.
 *
 * @throws {@link HclSyntaxError}
 * @internal
 */
export function tokenizeHcl(text: string): HclToken[] {
  const tokens: HclToken[] = [];
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  while (offset < text.length) {
    const token = matchToken(text, offset);
    if (token.kind !== 'skip') tokens.push(token);
    offset = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}
