import { YAMLMap, YAMLSeq, isMap, isNode } from 'yaml';
import { quoteYaml } from '../yaml/quoteYaml';
import { ManifestObject } from '../builders/types';
import { ManifestValue, stringifyNode } from '../yaml/stringifyManifest';
import { YamlText } from './YamlText';
import { lastContent, writeFlow, writeInline } from './yamlPieces';

type Collection = YAMLMap | YAMLSeq<unknown>;

/** Where the first and the last thing in a collection begins and ends. */
function contentOf(list: Collection): { start: number; end: number } {
  const items: unknown[] = list.items;
  const nodes = items.flatMap(item =>
    isNode(item) ? [item] : Object.values(Object(item)).filter(isNode),
  );
  return {
    start: nodes[0]?.range?.[0] ?? 0,
    end: Math.max(0, ...nodes.map(lastContent)),
  };
}

function indentAt(file: YamlText, offset: number): string {
  const lineStart = offset - (file.lines.linePos(offset).col - 1);
  return /^[ \t]*/.exec(file.text.slice(lineStart))?.[0] ?? '';
}

function parseAgain(file: YamlText, pieces: string[]): YamlText {
  return YamlText.parse(file.path, pieces.join(''));
}

/** Adds text to a collection in brackets; JSON's collections are such. */
function appendFlow(
  file: YamlText,
  list: Collection,
  render: (indent: string) => string,
): YamlText {
  const { text, eol } = file;
  const [open = 0, afterClose = 1] = list.range ?? [];
  const close = afterClose - 1;
  if (list.items.length === 0) {
    return parseAgain(file, [
      text.slice(0, close),
      render(indentAt(file, open)),
      text.slice(close),
    ]);
  }
  const { start, end } = contentOf(list);
  const rest = text.slice(end, close);
  const comma = rest.trimStart().startsWith(',') ? '' : ',';
  const lineEnd = rest.indexOf('\n') < 0 ? -1 : end + rest.indexOf('\n');
  if (lineEnd < 0) {
    return parseAgain(file, [
      text.slice(0, end),
      `, ${render(indentAt(file, open))}`,
      text.slice(end),
    ]);
  }
  // A comment after the last entry stays on that entry's line.
  const kept = text.slice(end, lineEnd).replace(/\r$/, '');
  const indent = indentAt(file, start);
  return parseAgain(file, [
    text.slice(0, end),
    `${comma}${kept}${eol}${indent}${render(indent)}`,
    text.slice(end + kept.length),
  ]);
}

/** Appends to a list: as one of its lines, written for an indentation, or between its brackets. */
function append(
  file: YamlText,
  list: YAMLSeq<unknown>,
  item: { toFlow: () => string; toLines: (indent: string) => string },
): YamlText {
  file.checkEditable(list);
  if (list.flow) return appendFlow(file, list, item.toFlow);
  const { end } = contentOf(list);
  const { text, eol } = file;
  const dash = list.range?.[0] ?? 0;
  const indent = ' '.repeat(file.lines.linePos(dash).col - 1);
  const next = text[end - 1] === '\n' ? end : text.indexOf('\n', end) + 1;
  const at = next === 0 ? text.length : next;
  const lead = text[at - 1] === '\n' ? '' : eol;
  return parseAgain(file, [
    text.slice(0, at),
    `${lead}${item.toLines(indent).replaceAll('\n', eol)}`,
    text.slice(at),
  ]);
}

/**
 * Appends a text to a list, in the style of the list; every other character stays.
 *
 * @throws {@link UnsafeEditError} where the list is shared with other places.
 * @internal
 */
export function appendToList(
  file: YamlText,
  list: YAMLSeq<unknown>,
  item: string,
): YamlText {
  return append(file, list, {
    toFlow: () => quoteYaml(item),
    toLines: indent => `${indent}- ${writeInline(item, true)}\n`,
  });
}

/**
 * Appends a map to a list, in the style of the list; every other character stays.
 *
 * @throws {@link UnsafeEditError} where the list is shared with other places.
 * @internal
 */
export function appendMapToList(
  file: YamlText,
  list: YAMLSeq<unknown>,
  item: ManifestObject,
): YamlText {
  return append(file, list, {
    toFlow: () => writeFlow(item),
    toLines: indent => stringifyNode([item], indent, false),
  });
}

/**
 * Appends an entry to a map in braces, on lines of its own where the map has such.
 *
 * @throws {@link UnsafeEditError} where the map is shared with other places.
 * @internal
 */
export function appendToFlowMap(
  file: YamlText,
  map: YAMLMap,
  [key, value]: [string, ManifestValue],
): YamlText {
  file.checkEditable(map);
  const { start } = contentOf(map);
  const outer = indentAt(file, map.range?.[0] ?? 0);
  const step = indentAt(file, start).slice(outer.length) || '  ';
  const isOnLines = file.text
    .slice(map.range?.[0], map.range?.[1])
    .includes('\n');
  return appendFlow(file, map, indent => {
    const body =
      isOnLines && isMap(map) && map.items.length > 0
        ? JSON.stringify(value, null, step)
            .split('\n')
            .join(`${file.eol}${indent}`)
        : writeFlow(value);
    return `${quoteYaml(key)}: ${body}`;
  });
}
