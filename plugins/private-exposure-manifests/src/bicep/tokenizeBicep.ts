import { BicepSyntaxError } from '../errors';
import { positionAt } from '../hcl/positionAt';
import { readString } from './readBicepString';

/** One token of Bicep with its place in the text. @public */
export interface BicepToken {
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

const PATTERNS: [BicepToken['kind'] | 'skip', RegExp][] = [
  ['skip', /[ \t]+|\/\*[^]*?\*\//y],
  // A line such as `#disable-next-line` is for the compiler's own warnings.
  ['newline', /(?:(?:\/\/|#)[^\n]*)?(?:\r?\n)/y],
  ['skip', /(?:\/\/|#)[^\n]*$/y],
  ['number', /\d+/y],
  ['identifier', /[A-Za-z_][A-Za-z0-9_]*/y],
  [
    'symbol',
    /\.\.\.|==|!=|=~|!~|<=|>=|=>|&&|\|\||\?\?|::|\.\?|\[\?|[{}()[\]=.,:?+\-*/%!<>@|]/y,
  ],
];

function matchToken(
  text: string,
  start: number,
): BicepToken | { kind: 'skip'; end: number } {
  if (text[start] === "'") return readString(text, start);
  if (text.startsWith('/*', start) && text.indexOf('*/', start + 2) < 0) {
    throw new BicepSyntaxError(
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
  throw new BicepSyntaxError(
    `Unexpected character ${JSON.stringify(text[start])}`,
    positionAt(text, start),
  );
}

/**
 * Splits Bicep into tokens; comments are left out, line ends stay, for they end statements and parts of lists.
 *
 * @throws {@link BicepSyntaxError}
 * @internal
 */
export function tokenizeBicep(text: string): BicepToken[] {
  const tokens: BicepToken[] = [];
  let offset = text.startsWith('\ufeff') ? 1 : 0;
  while (offset < text.length) {
    const token = matchToken(text, offset);
    if (token.kind !== 'skip') tokens.push(token);
    offset = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}
