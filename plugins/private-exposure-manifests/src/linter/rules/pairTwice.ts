import { createRule } from '../createRule';
import { findRows, isReadBy, knownAnnotations } from '../KnownAnnotations';
import { AWS, exampleService } from './examples';

/** Keys that a map has twice. */
function repeatedIn(text: string): string[] {
  if (!text.includes(',')) return [];
  const keys = text
    .split(/(?<!\\),/)
    .map(pair => pair.split('=')[0].trim())
    .filter(Boolean);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) < index))];
}

/** A key that a list of pairs has twice. @internal */
export const pairTwice = createRule({
  id: 'annotation/pair-twice',
  severity: 'warning',
  reads: 'annotations',
  about: key => findRows(key).some(({ spec }) => spec.type === 'string-map'),
  page: {
    summary: 'A key stands twice in a list of pairs.',
    why: 'The AWS Load Balancer Controller takes the last one, without a word. The in-tree provider refuses attributes that are set twice.',
    bad: exampleService([`${AWS}additional-resource-tags: "team=a,team=b"`]),
    good: exampleService([`${AWS}additional-resource-tags: "team=b"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/parser.go',
  },
  check(target, report) {
    for (const { node, rows } of knownAnnotations(target)) {
      if (rows.some(({ spec }) => spec.type !== 'string-map')) continue;
      for (const key of repeatedIn(node.value)) {
        const isRefused =
          node.key.endsWith('target-group-attributes') &&
          rows.every(({ catalogue }) => isReadBy('in-tree', catalogue, target));
        report({
          at: node,
          severity: isRefused ? 'error' : 'warning',
          message: isRefused
            ? `'${key}' stands twice in '${node.key}'; the in-tree provider refuses the Service`
            : `'${key}' stands twice in '${node.key}'; the last one counts`,
          remedy: 'Keep the one that is meant.',
          evidence: [{ label: node.key, value: node.value }],
        });
      }
    }
  },
});
