import { HclSyntaxError } from '../errors';
import { SourceText } from '../read/SourceText';
import { positionAt } from './positionAt';
import { HclToken, tokenizeHcl } from './tokenizeHcl';

/** An attribute as it stands in a file. @public */
export interface HclAttributeNode {
  name: string;
  /** The expression's tokens, without line ends and comments. */
  tokens: HclToken[];
  start: number;
  end: number;
  line: number;
}

/** A block as it stands in a file. @public */
export interface HclBlockNode {
  type: string;
  labels: string[];
  attributes: HclAttributeNode[];
  blocks: HclBlockNode[];
  /** Offset of the block's first character. */
  start: number;
  /** Offset after its closing brace. */
  end: number;
  line: number;
}

/** What stands in a file or between a block's braces. @public */
export type HclBody = Pick<HclBlockNode, 'attributes' | 'blocks'>;

const OPENING = new Set(['{', '[', '(']);
const CLOSING = new Set(['}', ']', ')']);

// Deeper than anybody nests, and far from where calls within calls end a program.
const MAX_DEPTH = 100;

class HclReader {
  readonly #text: string;
  readonly #tokens: HclToken[];
  readonly #source: SourceText;
  #index = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#source = new SourceText(text);
    this.#tokens = tokenizeHcl(text);
  }

  readBody(closer?: '}'): HclBody & { end: number } {
    const attributes: HclAttributeNode[] = [];
    const blocks: HclBlockNode[] = [];
    const names = new Set<string>();
    for (;;) {
      while (this.#peek().kind === 'newline') this.#index += 1;
      const token = this.#peek();
      if (
        closer
          ? token.text === closer && token.kind === 'symbol'
          : token.kind === 'end'
      ) {
        this.#index += 1;
        return { attributes, blocks, end: token.end };
      }
      if (token.kind !== 'identifier')
        this.#fail('a name was expected here', token);
      if (this.#peek(1).text === '=' && this.#peek(1).kind === 'symbol') {
        attributes.push(this.#readAttribute(names));
      } else {
        blocks.push(this.#readBlock());
      }
    }
  }

  #peek(ahead = 0): HclToken {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)];
  }

  #fail(message: string, token: HclToken): never {
    throw new HclSyntaxError(message, positionAt(this.#text, token.start));
  }

  #lineOf(token: HclToken): number {
    return this.#source.placeAt(token.start).line;
  }

  #readAttribute(earlier: Set<string>): HclAttributeNode {
    const name = this.#peek();
    if (earlier.has(name.text)) this.#fail(`${name.text} is set twice`, name);
    earlier.add(name.text);
    this.#index += 2;
    const tokens: HclToken[] = [];
    let depth = 0;
    for (;;) {
      const token = this.#peek();
      const isEnd =
        token.kind === 'end' || token.kind === 'newline' || token.text === '}';
      if (depth === 0 && isEnd) break;
      if (token.kind === 'end') this.#fail('a bracket is not closed', name);
      if (token.kind === 'symbol' && OPENING.has(token.text)) depth += 1;
      if (token.kind === 'symbol' && CLOSING.has(token.text)) depth -= 1;
      if (depth < 0)
        this.#fail('a bracket is closed that was not opened', token);
      tokens.push(token);
      this.#index += 1;
    }
    if (tokens.length === 0) this.#fail(`${name.text} has no value`, name);
    const end = tokens[tokens.length - 1].end;
    return {
      name: name.text,
      tokens,
      start: name.start,
      end,
      line: this.#lineOf(name),
    };
  }

  #readBlock(): HclBlockNode {
    const type = this.#peek();
    this.#index += 1;
    const labels: string[] = [];
    while (
      this.#peek().kind === 'string' ||
      this.#peek().kind === 'identifier'
    ) {
      const label = this.#peek();
      labels.push(label.value ?? label.text);
      this.#index += 1;
    }
    if (this.#peek().text !== '{')
      this.#fail(`'=' or '{' was expected here`, this.#peek());
    this.#index += 1;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      this.#fail('too many blocks stand in one another', type);
    const { attributes, blocks, end } = this.readBody('}');
    this.#depth -= 1;
    return {
      type: type.text,
      labels,
      attributes,
      blocks,
      start: type.start,
      end,
      line: this.#lineOf(type),
    };
  }
}

/**
 * Reads HCL's structure: blocks and attributes with their places. Expressions stay tokens; `readHclValue` gives the
 * meaning of those that are literals.
 *
 * @throws {@link HclSyntaxError} with line and column.
 * @public
 */
export function readHcl(text: string): HclBody {
  const { attributes, blocks } = new HclReader(text).readBody();
  return { attributes, blocks };
}
