import { Node, isMap, isNode, isSeq } from 'yaml';
import { ManifestPath } from '../builders/manifestPlan';
import { verifyEdit } from '../verify/verifyEdit';
import { ManifestValue } from '../yaml/stringifyManifest';
import { YamlText, childOf } from './YamlText';
import { valueAt } from './editManifest';

function lineStart(file: YamlText, offset: number): number {
  return file.text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the lines of an item begin: at its dash, which shares a line with what it holds first. */
function startOf(file: YamlText, item: unknown): number | undefined {
  const first: unknown = isMap(item) ? item.items[0]?.key : item;
  const offset = isNode(first) ? first.range?.[0] : undefined;
  if (offset === undefined) return undefined;
  const start = lineStart(file, offset);
  return /^[ \t]*-[ \t]/.test(file.text.slice(start, offset))
    ? start
    : undefined;
}

/** Where the lines of a list end. */
function endOf(file: YamlText, list: Node): number {
  const end = list.range?.[1] ?? file.text.length;
  return file.text[end - 1] === '\n'
    ? end
    : file.text.indexOf('\n', end) + 1 || file.text.length;
}

/**
 * Removes one item of a list whose items have lines of their own; every other character stays.
 *
 * @throws {@link UnsafeEditError} where the list is in brackets, shared with other places, or can't be cut there.
 * @internal
 */
export function removeListItem(
  file: YamlText,
  document: number,
  place: { path: ManifestPath; index: number },
): YamlText {
  const { path, index } = place;
  const { contents } = file.documents[document];
  const list = path.reduce<unknown>(childOf, contents);
  if (!isSeq(list))
    return file.fail(contents?.range[0], `has no list at ${path.join('.')}`);
  file.checkEditable(list);
  const start = startOf(file, list.items[index]);
  const end =
    index + 1 < list.items.length
      ? startOf(file, list.items[index + 1])
      : endOf(file, list);
  if (list.flow || start === undefined || end === undefined)
    return file.fail(
      list.range?.[0],
      `item ${index + 1} of ${path.join(
        '.',
      )} can't be removed on its own; change it by hand`,
    );
  const after = YamlText.parse(
    file.path,
    `${file.text.slice(0, start)}${file.text.slice(end)}`,
  );
  const before = valueAt(
    file.documents[document].toJS({ maxAliasCount: 100 }),
    path,
  );
  const value = (Array.isArray(before) ? before : []).filter(
    (_, other) => other !== index,
  ) as ManifestValue[];
  verifyEdit({ before: file, after, document, changes: [{ path, value }] });
  return after;
}
