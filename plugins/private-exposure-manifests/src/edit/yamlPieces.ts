import { Node, Pair, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { ManifestPath } from '../builders/manifestPlan';
import { isPlainYaml, quoteYaml } from '../yaml/quoteYaml';
import { ManifestValue } from '../yaml/stringifyManifest';

/** Whether string values at a path are always quoted. @internal */
export function isQuotedPath(path: ManifestPath): boolean {
  return path.some(
    part => part === 'annotations' || part === 'serviceAnnotations',
  );
}

/** Writes a value in JSON's style. @internal */
export function writeFlow(value: ManifestValue): string {
  if (typeof value === 'string') return quoteYaml(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, item]) => `${quoteYaml(key)}: ${writeFlow(item)}`)
    .join(', ')}}`;
}

/** Writes a scalar as it stands after a key. @internal */
export function writeInline(
  value: string | number | boolean,
  isQuoted: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  return isPlainYaml(value) && !isQuoted ? value : quoteYaml(value);
}

/** Offset after a node's own text, without the comments and empty lines that follow it. @internal */
export function lastContent(node: Node): number {
  if (isMap(node) && !node.flow && node.items.length) {
    const last = node.items[node.items.length - 1];
    const value =
      isNode(last.value) && last.value.range ? lastContent(last.value) : 0;
    return Math.max(value, isNode(last.key) ? last.key.range?.[1] ?? 0 : 0);
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1);
    if (isNode(last)) return lastContent(last);
  }
  return node.range?.[1] ?? 0;
}

/** Whether a key stands there without anything in it. @internal */
export function isEmptyPair(
  pair: Pair<unknown, unknown> | undefined,
  value: Node | undefined,
): boolean {
  if (!pair || isAlias(value)) return false;
  const isEmptyMap = isMap(value) && value.items.length === 0;
  return (
    value === undefined ||
    isEmptyMap ||
    (isScalar(value) && value.value === null)
  );
}
