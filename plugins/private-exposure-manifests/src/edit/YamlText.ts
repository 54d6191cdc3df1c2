import {
  Document,
  LineCounter,
  Node,
  Pair,
  YAMLMap,
  YAMLSeq,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';
import { UnsafeEditError } from '../errors';

/** A YAML file that is to be edited in place: its text, its documents, and the line of each offset. @internal */
export class YamlText {
  private constructor(
    readonly path: string,
    readonly text: string,
    readonly documents: Document.Parsed[],
    readonly lines: LineCounter,
  ) {}

  /**
   * Reads a file that is to be edited.
   *
   * @throws {@link UnsafeEditError} where it is templated or broken, with the line.
   */
  static parse(path: string, text: string): YamlText {
    const template = findTemplate(text);
    if (template !== undefined) {
      throw new UnsafeEditError({
        path,
        line: template,
        message: `is a template ('{{'); edit the values that fill it, or write the change by hand`,
      });
    }
    const lines = new LineCounter();
    const parsed = parseAllDocuments(text, {
      lineCounter: lines,
      keepSourceTokens: true,
      logLevel: 'silent',
    });
    const documents = 'empty' in parsed ? [] : parsed;
    const file = new YamlText(path, text, documents, lines);
    const error = documents.flatMap(document => document.errors)[0];
    if (error)
      file.fail(
        error.pos[0],
        `can't be read as YAML (${
          error.message.split('\n')[0]
        }); correct it first`,
        error,
      );
    return file;
  }

  fail(offset: number | undefined, message: string, cause?: unknown): never {
    const line =
      offset === undefined ? undefined : this.lines.linePos(offset).line;
    throw new UnsafeEditError({ path: this.path, line, message, cause });
  }

  get eol(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Refuses nodes that are shared or merged: a change there would change other places, or be overridden. */
  checkEditable(node: unknown): void {
    if (!isNode(node)) return;
    const offset = node.range?.[0];
    if (isAlias(node))
      this.fail(
        offset,
        `stands as the alias '*${node.source}'; write it out here first`,
      );
    if ((isScalar(node) || isCollection(node)) && node.anchor) {
      this.fail(
        offset,
        `has the anchor '&${node.anchor}', which other places may use; remove it first`,
      );
    }
    if (isMap(node) && node.items.some(pair => keyOf(pair) === '<<')) {
      this.fail(offset, `has a merge key '<<'; write its keys out first`);
    }
  }
}

/** What CloudFormation looks up is a text in quotes, and no directive of a template engine. */
const DYNAMIC_REFERENCE = /["']\{\{resolve:[^{}'"]*\}\}["']/g;

/** Line of the first `{{` outside comments. */
function findTemplate(text: string): number | undefined {
  const index = text.split('\n').findIndex(line =>
    line
      .replace(/(^|\s)#.*$/, '')
      .replace(DYNAMIC_REFERENCE, '')
      .includes('{{'),
  );
  return index < 0 ? undefined : index + 1;
}

/** A pair's key as text. @internal */
export function keyOf(pair: Pair<unknown, unknown>): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

/** The pair of a key in a map. @internal */
export function findPair(
  map: YAMLMap,
  key: string | number,
): Pair<unknown, unknown> | undefined {
  return map.items.find(pair => keyOf(pair) === String(key));
}

/** The node at one step below another; `undefined` where there is none. @internal */
export function childOf(
  node: unknown,
  part: string | number,
): Node | undefined {
  if (isMap(node)) {
    const value = findPair(node, part)?.value;
    return isNode(value) ? value : undefined;
  }
  if (isSeq(node) && typeof part === 'number') {
    const item: unknown = (node as YAMLSeq<unknown>).items[part];
    return isNode(item) ? item : undefined;
  }
  return undefined;
}
