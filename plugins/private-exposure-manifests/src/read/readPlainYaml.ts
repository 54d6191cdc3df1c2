import { resolvePlain } from './manifestSchema';
import { endOf, isPlainKey, PlainLines, readScalar, REST } from './PlainLines';
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
const ITEM = /- +(?=[^\n #])/y;
const FLOW_ITEM =
  /(?:([A-Za-z_][\w./-]*): +)?("[^"\\\n]*"|'[^'\n]*'(?!')|[A-Za-z0-9_/][\w./@=+%-]*) *(?:, *(?=[^\s,\]}])|(?=[\]}]))/y;
const LITERAL = /\|-? *\n/y;
const SPACES = / */y;
const MAX_DEPTH = 50;

const lines = new PlainLines();

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
    this.at = endOf(SKIPPED, this.text, line);
    const start = this.text.lastIndexOf('\n', this.at - 1) + 1;
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
      const { at } = this;
      const line = lines.lineAt(this.text, at);
      if (!line || hasKey(map, line.name)) return undefined;
      const { name, valueStart, scalar } = line;
      children.push({ start: at, end: at + name.length, value: name });
      const value = scalar
        ? this.readKnown(at, scalar, indent)
        : this.readValue(at + valueStart, indent);
      if (!value) return undefined;
      children.push(value);
      map[name] = value.value;
    } while (this.indent === indent);
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
    if (!lines.lineAt(this.text, at)) return this.readInline(at, indent);
    this.indent += at - this.at;
    this.at = at;
    return this.readBlock();
  }

  /** The scalar of a line that has nothing else behind its key. */
  private readKnown(
    at: number,
    { start, end, value }: NodeSpan,
    indent: number,
  ): NodeSpan | undefined {
    this.goTo(this.text.indexOf('\n', at + end) + 1);
    if (this.indent > indent) return undefined;
    return { start: at + start, end: at + end, value };
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
    const node = this.readFlow(at) ?? readScalar(this.text, at);
    const next = node ? endOf(REST, this.text, node.end) : -1;
    if (next < 0) return undefined;
    this.goTo(next);
    return this.indent > indent ? undefined : node;
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
        if (!isPlainKey(name) || hasKey(map, name)) return undefined;
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

/** A key twice is a mistake. */
function hasKey(map: Record<string, unknown>, name: string): boolean {
  // A look is quicker than to ask for a key of one's own, which is asked where something is there.
  return map[name] !== undefined && Object.hasOwn(map, name);
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
