import { Node, Pair, YAMLMap, isMap, isNode, isScalar } from 'yaml';
import { ManifestPath } from '../builders/manifestPlan';
import { isSameValue } from '../verify/sameValue';
import { quoteYaml } from '../yaml/quoteYaml';
import { ManifestValue, stringifyNode } from '../yaml/stringifyManifest';
import { YamlText, childOf, findPair, keyOf } from './YamlText';
import {
  isEmptyPair,
  isQuotedPath,
  lastContent,
  writeFlow,
  writeInline,
} from './yamlPieces';

/** One change to a document; without a value the key is removed. @internal */
export interface YamlChange {
  path: ManifestPath;
  value?: ManifestValue;
}

/** A piece of text that replaces another. */
interface Splice {
  start: number;
  end: number;
  text: string;
}

class YamlEditor {
  constructor(readonly file: YamlText, readonly root: Node) {}

  splice({ path, value }: YamlChange): Splice | undefined {
    let node: Node | undefined = this.root;
    for (let depth = 0; depth < path.length; depth += 1) {
      this.file.checkEditable(node);
      if (!isMap(node) && typeof path[depth] === 'string') {
        return this.#refuseScalar(node, value, path);
      }
      const next: Node | undefined = childOf(node, path[depth]);
      if (isMap(node) && isEmptyPair(findPair(node, path[depth]), next)) {
        if (value === undefined && depth < path.length - 1) return undefined;
        return value === undefined
          ? this.#remove(node, path[depth])
          : this.#fill(node, path, depth, value);
      }
      if (isMap(node) && !findPair(node, path[depth])) {
        return value === undefined
          ? undefined
          : this.#insert(node, path, depth, value);
      }
      if (depth === path.length - 1 && isMap(node)) {
        return value === undefined
          ? this.#remove(node, path[depth])
          : this.#replace(next, path, value);
      }
      node = next;
    }
    return undefined;
  }

  #refuseScalar(
    node: Node | undefined,
    value: ManifestValue | undefined,
    path: ManifestPath,
  ): undefined {
    if (value === undefined) return undefined;
    return this.file.fail(
      node?.range?.[0],
      `${path.join('.')} can't be set, for something else stands on the way`,
    );
  }

  #columnOf(offset: number): number {
    return this.file.lines.linePos(offset).col - 1;
  }

  #render(
    path: ManifestPath,
    depth: number,
    value: ManifestValue,
    indent: string,
  ): string {
    const nested = path
      .slice(depth + 1)
      .reduceRight<ManifestValue>((inner, part) => ({ [part]: inner }), value);
    const text = stringifyNode(
      { [path[depth]]: nested },
      indent,
      isQuotedPath(path.slice(0, depth)),
    );
    return text.replaceAll('\n', this.file.eol);
  }

  #insert(
    map: YAMLMap,
    path: ManifestPath,
    depth: number,
    value: ManifestValue,
  ): Splice {
    const last = map.items[map.items.length - 1];
    if (map.flow || !last) return this.#insertFlow(map, path, depth, value);
    const first = map.items[0].key;
    const indent = ' '.repeat(
      this.#columnOf(isNode(first) ? first.range?.[0] ?? 0 : 0),
    );
    const end = this.#endOfLine(this.#contentEnd(last));
    const text = this.#render(path, depth, value, indent);
    const lead =
      this.file.text[end - 1] === '\n' || end === 0 ? '' : this.file.eol;
    return { start: end, end, text: `${lead}${text}` };
  }

  #insertFlow(
    map: YAMLMap,
    path: ManifestPath,
    depth: number,
    value: ManifestValue,
  ): Splice {
    const [start, close] = [map.range?.[0] ?? 0, (map.range?.[1] ?? 1) - 1];
    if (this.file.text[close] !== '}')
      this.file.fail(start, 'has a shape that this edit does not know');
    const nested = path
      .slice(depth + 1)
      .reduceRight<ManifestValue>((inner, part) => ({ [part]: inner }), value);
    const text = `${quoteYaml(String(path[depth]))}: ${writeFlow(nested)}`;
    const last = map.items[map.items.length - 1];
    if (!last) return { start: close, end: close, text };
    const end = this.#contentEnd(last);
    return { start: end, end, text: `, ${text}` };
  }

  #fill(
    map: YAMLMap,
    path: ManifestPath,
    depth: number,
    value: ManifestValue,
  ): Splice {
    const pair = findPair(map, path[depth]);
    const key = pair?.key;
    if (map.flow || !pair || !isNode(key))
      return this.file.fail(
        map.range?.[0],
        'has an empty value in a flow map; write it out first',
      );
    this.file.checkEditable(pair.value);
    const keyStart = key.range?.[0] ?? 0;
    const colon = this.file.text.indexOf(':', key.range?.[1]);
    const node = isNode(pair.value) ? pair.value : undefined;
    // What goes is `{}`, `null` or nothing; a comment after it stays where it is.
    const end = Math.max(colon + 1, node?.range?.[1] ?? 0);
    if (depth === path.length - 1 && typeof value !== 'object') {
      return {
        start: colon + 1,
        end,
        text: ` ${writeInline(value, isQuotedPath(path.slice(0, -1)))}`,
      };
    }
    const inner = path
      .slice(depth + 1)
      .reduceRight<ManifestValue>((below, part) => ({ [part]: below }), value);
    const indent = ' '.repeat(this.#columnOf(keyStart) + 2);
    const body = stringifyNode(
      inner,
      indent,
      isQuotedPath(path.slice(0, depth + 1)),
    ).replaceAll('\n', this.file.eol);
    const lineEnd = this.#endOfLine(end);
    const rest = this.file.text.slice(end, lineEnd).trimEnd();
    return {
      start: colon + 1,
      end: lineEnd,
      text: `${rest}${this.file.eol}${body}`,
    };
  }

  #replace(
    node: Node | undefined,
    path: ManifestPath,
    value: ManifestValue,
  ): Splice | undefined {
    if (!node) return undefined;
    this.file.checkEditable(node);
    if (isSameValue(node.toJSON(), value)) return undefined;
    if (!isScalar(node) || typeof value === 'object') {
      return this.file.fail(
        node.range?.[0],
        `${path.join('.')} is there and says something else; change it by hand`,
      );
    }
    const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
      return {
        start,
        end,
        text: `${writeInline(value, true)}${this.file.eol}`,
      };
    }
    return {
      start,
      end,
      text: writeInline(value, isQuotedPath(path.slice(0, -1))),
    };
  }

  #remove(map: YAMLMap, key: string | number): Splice | undefined {
    const pair = findPair(map, key);
    if (!pair || !isNode(pair.key)) return undefined;
    this.file.checkEditable(pair.value);
    const keyStart = pair.key.range?.[0] ?? 0;
    if (map.flow) return this.#removeFlow(map, pair, keyStart);
    const lineStart = keyStart - this.#columnOf(keyStart);
    if (this.file.text.slice(lineStart, keyStart).trim() !== '') {
      // The first key of a list's item shares its line with the dash.
      return this.file.fail(
        keyStart,
        `'${keyOf(pair)}' can't be removed on its own; change it by hand`,
      );
    }
    if (map.items.length === 1) {
      const text = `${' '.repeat(keyStart - lineStart)}{}${this.file.eol}`;
      return {
        start: lineStart,
        end: this.#endOfLine(this.#contentEnd(pair)),
        text,
      };
    }
    return {
      start: lineStart,
      end: this.#endOfLine(this.#contentEnd(pair)),
      text: '',
    };
  }

  #removeFlow(map: YAMLMap, pair: Pair, keyStart: number): Splice {
    const index = map.items.indexOf(pair);
    const next = map.items[index + 1]?.key;
    if (isNode(next))
      return { start: keyStart, end: next.range?.[0] ?? keyStart, text: '' };
    const previous = map.items[index - 1];
    const start = previous ? this.#contentEnd(previous) : keyStart;
    return { start, end: this.#contentEnd(pair), text: '' };
  }

  #contentEnd(pair: Pair<unknown, unknown>): number {
    const value =
      isNode(pair.value) && pair.value.range ? lastContent(pair.value) : 0;
    const key = isNode(pair.key) ? pair.key.range?.[1] ?? 0 : 0;
    return Math.max(value, key);
  }

  /** Offset after the line that an offset stands in, unless it is a line's beginning already. */
  #endOfLine(offset: number): number {
    if (offset > 0 && this.file.text[offset - 1] === '\n') return offset;
    const next = this.file.text.indexOf('\n', offset);
    return next < 0 ? this.file.text.length : next + 1;
  }
}

/**
 * Changes one place of one document and leaves every other character of the file as it is.
 *
 * @throws {@link UnsafeEditError}
 * @internal
 */
export function applyYamlChange(
  file: YamlText,
  document: number,
  change: YamlChange,
): YamlText {
  const root = file.documents[document].contents;
  if (!root) return file.fail(0, 'is empty');
  const splice = new YamlEditor(file, root).splice(change);
  if (!splice) return file;
  const { start, end, text } = splice;
  return YamlText.parse(
    file.path,
    `${file.text.slice(0, start)}${text}${file.text.slice(end)}`,
  );
}
