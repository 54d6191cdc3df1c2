import { createRule } from '../createRule';

/** Kubernetes takes strings as annotation values and refuses the whole object otherwise. @internal */
export const notAString = createRule({
  id: 'aws/not-a-string',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    for (const node of target.annotations.filter(({ isString }) => !isString)) {
      report({
        at: node,
        message: `'${node.key}' is not a string, and Kubernetes refuses the object`,
        remedy: `Put the value in quotes: "${node.value}".`,
        evidence: [{ label: node.key, value: node.value }],
        fix: node.withValue(node.value),
      });
    }
  },
});
