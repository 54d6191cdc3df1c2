import { resolvePlain } from './manifestSchema';
import { NodeSpan } from './SourceDocument';

/** What a document holds, and where the nodes of its maps and lists stand. @internal */
export interface YamlNodes {
  value: unknown;
  spans: ReadonlyMap<object, readonly NodeSpan[]>;
}

// What every line of a plain document is made of. Anything else, tabs and other line ends included, is no plain one.
const OTHER_CHARACTER = /[^\n -~\u00a1-\u1fff]/;
const PROLOGUE = /(?: *(?:#[^\n]*)?\n)*(?:---(?: +#[^\n]*| *)\n)?/y;
const SKIPPED = /(?: *(?:#[^\n]*)?\n)* */y;
const KEY = /[A-Za-z_][\w./-]*:(?: +|(?=\n))/y;
const ITEM = /- +(?=[^\n #])/y;
const PLAIN =
  /(?:[\w./$]|--?[A-Za-z0-9])(?:[^\s:#]|:(?=[^\s#]))*(?: +(?:[^\s:#]|:(?=[^\s#]))+)*/y;
const QUOTED = /"[^"\\\n]*"|'[^'\n]*'(?!')/y;
const FLOW_ITEM =
  /(?:([A-Za-z_][\w./-]*): +)?("[^"\\\n]*"|'[^'\n]*'(?!')|[A-Za-z0-9_/][\w./@=+%-]*) *(?:, *(?=[^\s,\]}])|(?=[\]}]))/y;
const REST = /(?: +#[^\n]*| *)\n/y;
const LITERAL = /\|-? *\n/y;
const SPACES = / */y;
const MAX_DEPTH = 50;
const LINE_END = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const QUOTE = 39;

/** Where what an expression matches at an offset ends; -1 where it does not. No match is made, of which each costs. */
function endOf(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : -1;
}

/**
 * Reads a document line by line, as long as it is plain. Each method answers `undefined` where it is not, and leaves the
 * text to the parser of all of YAML: it is no judgement of its being right or wrong.
 */
class PlainYamlReader {
  readonly spans = new Map<object, readonly NodeSpan[]>();
  /** The first character of the line that comes next, past its indent; the end of the text has indent -1. */
  private at = 0;
  private indent = -1;
  private depth = 0;

  constructor(private readonly text: string) {}

  readDocument(): NodeSpan | undefined {
    this.goTo(endOf(PROLOGUE, this.text, 0));
    if (this.indent < 0) return undefined;
    const root = this.readBlock();
    return this.indent < 0 ? root : undefined;
  }

  /** Goes to the first line with content from the beginning of a line on. */
  private goTo(line: number): void {
    let at = line;
    while (this.text.charCodeAt(at) === SPACE) at += 1;
    const next = this.text.charCodeAt(at);
    // Lines without content are few, and looked for only where one is.
    const isContent = next !== HASH && next !== LINE_END;
    this.at = isContent ? at : endOf(SKIPPED, this.text, line);
    const start = isContent
      ? line
      : this.text.lastIndexOf('\n', this.at - 1) + 1;
    this.indent = this.at < this.text.length ? this.at - start : -1;
  }

  private readBlock(): NodeSpan | undefined {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) return undefined;
    const node = this.isItem ? this.readList() : this.readMap();
    this.depth -= 1;
    return node;
  }

  private get isItem(): boolean {
    return this.text.startsWith('- ', this.at);
  }

  private readMap(): NodeSpan | undefined {
    const { at: start, indent } = this;
    const map: Record<string, unknown> = {};
    const children: NodeSpan[] = [];
    do {
      const next = endOf(KEY, this.text, this.at);
      if (next < 0) return undefined;
      const end = this.text.indexOf(':', this.at);
      const name = this.text.slice(this.at, end);
      if (!isText(name)) return undefined;
      children.push({ start: this.at, end, value: name });
      const value = this.readValue(next, indent);
      if (!value) return undefined;
      children.push(value);
      map[name] = value.value;
    } while (this.indent === indent);
    // A key twice is a mistake, which the other parser words.
    if (Object.keys(map).length * 2 < children.length) return undefined;
    return this.close(start, indent, map, children);
  }

  private readList(): NodeSpan | undefined {
    const { at: start, indent } = this;
    const children: NodeSpan[] = [];
    do {
      const next = endOf(ITEM, this.text, this.at);
      const item = next < 0 ? undefined : this.readItem(next, indent);
      if (!item) return undefined;
      children.push(item);
    } while (this.indent === indent && this.isItem);
    const list = children.map(({ value }) => value);
    return this.close(start, indent, list, children);
  }

  /** A line that is indented further than what it follows goes on with that, or is wrong. */
  private close(
    start: number,
    indent: number,
    value: object,
    children: readonly NodeSpan[],
  ): NodeSpan | undefined {
    if (this.indent > indent) return undefined;
    this.spans.set(value, children);
    return { start, end: this.at, value };
  }

  private readItem(at: number, indent: number): NodeSpan | undefined {
    if (endOf(KEY, this.text, at) < 0) return this.readInline(at, indent);
    this.indent += at - this.at;
    this.at = at;
    return this.readBlock();
  }

  /** What follows a key: something on its line, or a block below it. */
  private readValue(at: number, indent: number): NodeSpan | undefined {
    const first = this.text[at];
    if (first === '|') return this.readLiteral(at, indent);
    if (first !== '\n' && first !== '#') return this.readInline(at, indent);
    this.goTo(this.text.indexOf('\n', at) + 1);
    const isBelow =
      this.indent > indent || (this.indent === indent && this.isItem);
    return isBelow ? this.readBlock() : undefined;
  }

  private readInline(at: number, indent: number): NodeSpan | undefined {
    const node = this.readFlow(at) ?? this.readScalar(at);
    const next = node ? endOf(REST, this.text, node.end) : -1;
    if (next < 0) return undefined;
    this.goTo(next);
    return this.indent > indent ? undefined : node;
  }

  private readScalar(at: number): NodeSpan | undefined {
    const first = this.text.charCodeAt(at);
    if (first === DOUBLE_QUOTE || first === QUOTE) {
      const quoted = endOf(QUOTED, this.text, at);
      if (quoted < 0) return undefined;
      const value = this.text.slice(at + 1, quoted - 1);
      return { start: at, end: quoted, value };
    }
    const end = endOf(PLAIN, this.text, at);
    if (end < 0) return undefined;
    return { start: at, end, value: resolvePlain(this.text.slice(at, end)) };
  }

  /** A list or map of scalars on one line. */
  private readFlow(at: number): NodeSpan | undefined {
    const isMap = this.text[at] === '{';
    if (!isMap && this.text[at] !== '[') return undefined;
    const map: Record<string, unknown> = {};
    const values: unknown[] = [];
    const children: NodeSpan[] = [];
    let next = at + 1;
    while (!this.text.startsWith(isMap ? '}' : ']', next)) {
      FLOW_ITEM.lastIndex = next;
      const item = FLOW_ITEM.exec(this.text);
      if (!item || (item[1] !== undefined) !== isMap) return undefined;
      const [, name, text] = item;
      const start = this.text.indexOf(text, next + (name?.length ?? 0));
      const value = /^["']/.test(text) ? text.slice(1, -1) : resolvePlain(text);
      if (isMap) {
        if (!isText(name) || Object.hasOwn(map, name)) return undefined;
        children.push({ start: next, end: next + name.length, value: name });
        map[name] = value;
      }
      children.push({ start, end: start + text.length, value });
      values.push(value);
      next = FLOW_ITEM.lastIndex;
    }
    const held = isMap ? map : values;
    this.spans.set(held, children);
    return { start: at, end: next + 1, value: held };
  }

  private readLiteral(at: number, outer: number): NodeSpan | undefined {
    let line = endOf(LITERAL, this.text, at);
    if (line < 0) return undefined;
    const indent = endOf(SPACES, this.text, line) - line;
    if (indent <= outer) return undefined;
    const lines: string[] = [];
    while (line < this.text.length) {
      const end = this.text.indexOf('\n', line);
      const first = endOf(SPACES, this.text, line);
      // Lines of spaces alone are not told apart here.
      if (first === end && end > line) return undefined;
      if (first < line + indent && end > line) break;
      lines.push(this.text.slice(line + indent, end));
      line = end + 1;
    }
    if (lines[0] === '') return undefined;
    const value = lines.join('\n').replace(/\n+$/, '');
    this.goTo(line);
    if (this.indent > outer) return undefined;
    const isStripped = this.text[at + 1] === '-';
    return { start: at, end: line, value: isStripped ? value : `${value}\n` };
  }
}

/** Whether a key is what it looks like: words that are read as something else than text make other keys. */
function isText(name: string): boolean {
  return name !== '__proto__' && resolvePlain(name) === name;
}

/**
 * Reads a document of plain YAML as `js-yaml` reads it, in a fraction of the time: maps and lists in blocks, scalars on
 * a line, literal text. Most manifests have nothing else.
 *
 * @returns `undefined` where the document has anything else, broken ones included.
 *
 * @internal
 */
export function readPlainYaml(text: string): YamlNodes | undefined {
  if (OTHER_CHARACTER.test(text)) return undefined;
  const reader = new PlainYamlReader(text.endsWith('\n') ? text : `${text}\n`);
  const root = reader.readDocument();
  return root && { value: root.value, spans: reader.spans };
}
