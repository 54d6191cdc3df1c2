import { isCollection } from 'yaml';
import { ManifestPath } from '../builders/manifestPlan';
import { verifyEdit } from '../verify/verifyEdit';
import { ManifestValue, stringifyNode } from '../yaml/stringifyManifest';
import { YamlText, childOf } from './YamlText';
import { lastContent } from './yamlPieces';

/**
 * Replaces a map or list of one document by another value; every character around it stays.
 *
 * @throws {@link UnsafeEditError} where there is none, or it is shared with other places.
 * @internal
 */
export function replaceYamlValue(
  file: YamlText,
  document: number,
  change: {
    path: ManifestPath;
    value: ManifestValue[] | { [key: string]: ManifestValue };
  },
): YamlText {
  const { path, value } = change;
  const { contents } = file.documents[document];
  const node = path.reduce<unknown>(childOf, contents);
  if (!isCollection(node) || !node.range)
    return file.fail(contents?.range[0], `has nothing at ${path.join('.')}`);
  file.checkEditable(node);
  const [start] = node.range;
  const lineStart = file.text.lastIndexOf('\n', start - 1) + 1;
  const before = file.text.slice(lineStart, start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const end = node.flow ? node.range[1] : lastContent(node);
  const written = node.flow
    ? JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`)
    : stringifyNode(value, before, false).slice(before.length).trimEnd();
  const after = YamlText.parse(
    file.path,
    `${file.text.slice(0, start)}${written.replaceAll(
      '\n',
      file.eol,
    )}${file.text.slice(end)}`,
  );
  verifyEdit({ before: file, after, document, changes: [change] });
  return after;
}
