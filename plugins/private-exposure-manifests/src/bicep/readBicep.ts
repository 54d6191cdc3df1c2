import { BicepSyntaxError } from '../errors';
import { positionAt } from '../hcl/positionAt';
import { BicepToken, tokenizeBicep } from './tokenizeBicep';

/** A statement as it stands in a file, with the decorators above it. @public */
export interface BicepStatement {
  /** Its first word, such as `resource`, `param` or `module`. */
  keyword: string;
  /** What it declares; empty for a statement that declares nothing. */
  symbol: string;
  /** For a resource: its type with the version of its API. */
  type: string | undefined;
  /** For a resource: whether it is there already, and only looked at. */
  isExisting: boolean;
  /** Whether a decorator stands above it, or it is made under a condition or in a loop. */
  isPlain: boolean;
  /** The tokens after its `=`. */
  tokens: BicepToken[];
  /** Offset of its first character, decorators included. */
  start: number;
  /** Offset after its last character. */
  end: number;
  line: number;
}

const OPENING = new Set(['{', '[', '(', '[?']);
const CLOSING = new Set(['}', ']', ')']);

/** Splits tokens into lines, where brackets hold lines together. */
function splitLines(text: string, tokens: BicepToken[]): BicepToken[][] {
  const lines: BicepToken[][] = [[]];
  const open: BicepToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'symbol' && OPENING.has(token.text)) open.push(token);
    if (token.kind === 'symbol' && CLOSING.has(token.text) && !open.pop()) {
      throw new BicepSyntaxError(
        'A bracket is closed that was not opened',
        positionAt(text, token.start),
      );
    }
    if (token.kind === 'end') break;
    if (token.kind === 'newline' && open.length === 0) lines.push([]);
    else lines[lines.length - 1].push(token);
  }
  const [left] = open;
  if (left) {
    throw new BicepSyntaxError(
      'A bracket is not closed',
      positionAt(text, left.start),
    );
  }
  return lines.filter(line => line.length > 0);
}

function isSymbol(token: BicepToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function toStatement(
  text: string,
  line: BicepToken[],
  decorators: BicepToken[],
): BicepStatement {
  const [keyword, symbol, type] = line;
  if (keyword.kind !== 'identifier') {
    throw new BicepSyntaxError(
      'A statement was expected here',
      positionAt(text, keyword.start),
    );
  }
  const assign = line.findIndex(token => isSymbol(token, '='));
  const isResource = keyword.text === 'resource';
  const tokens = assign < 0 ? [] : line.slice(assign + 1);
  return {
    keyword: keyword.text,
    symbol: symbol?.kind === 'identifier' ? symbol.text : '',
    type: isResource ? type?.value : undefined,
    isExisting: isResource && line.slice(0, assign).at(-1)?.text === 'existing',
    isPlain: decorators.length === 0 && isSymbol(tokens[0], '{'),
    tokens,
    start: (decorators[0] ?? keyword).start,
    end: line[line.length - 1].end,
    line: positionAt(text, keyword.start).line,
  };
}

/**
 * Reads Bicep's structure: its statements with their places. Expressions stay tokens; `readBicepValue` gives the meaning
 * of those that are literals.
 *
 * @throws {@link BicepSyntaxError} with line and column.
 * @public
 */
export function readBicep(text: string): BicepStatement[] {
  const statements: BicepStatement[] = [];
  let decorators: BicepToken[] = [];
  for (const line of splitLines(text, tokenizeBicep(text))) {
    if (isSymbol(line[0], '@')) {
      decorators = [...decorators, ...line];
    } else {
      statements.push(toStatement(text, line, decorators));
      decorators = [];
    }
  }
  if (decorators.length) {
    throw new BicepSyntaxError(
      'A decorator stands above nothing',
      positionAt(text, decorators[0].start),
    );
  }
  return statements;
}
