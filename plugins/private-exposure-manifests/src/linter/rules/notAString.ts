import { createRule } from '../createRule';
import { findRows } from '../KnownAnnotations';

const P = 'service.beta.kubernetes.io/aws-load-balancer-';
const service = (text: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  annotations:\n    ${P}internal: ${text}\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** How a controller reads what several things are written as, in one string. */
function asOneString(key: string): string {
  const [row] = findRows(key);
  switch (row?.spec.type) {
    case 'json':
      return 'Put it in quotes, as JSON.';
    case 'string-list': {
      const separator = row.spec.separator ?? row.catalogue.separator ?? ',';
      return `Write one string, such as "one${separator}two".`;
    }
    case 'string-map':
      return 'Write one string, such as "key=value,other=value".';
    default:
      return 'Write one string.';
  }
}

/** Kubernetes takes strings as annotation values and refuses the whole object otherwise. @internal */
export const notAString = createRule({
  id: 'annotation/not-a-string',
  severity: 'error',
  reads: 'annotations',
  page: {
    summary: 'The value of an annotation is no string.',
    why: 'Kubernetes refuses an object with such an annotation. Without quotes, YAML reads true, on, yes and 8443 as something else than text; lists and maps are none in any case. In a chart’s values they may be what the chart makes text of, so nothing is said of them there.',
    bad: service('true'),
    good: service('"true"'),
    source:
      'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  },
  check(target, report) {
    for (const node of target.collections) {
      const what = node.isList ? 'a list' : 'a map';
      report({
        at: node,
        message: `'${node.key}' is ${what}, and Kubernetes refuses the object`,
        remedy: asOneString(node.key),
        evidence: [{ label: node.key, value: node.value }],
      });
    }
    for (const node of target.annotations.filter(({ isString }) => !isString)) {
      // Null; what patches and values take away with it does not come here.
      if (node.value === '') {
        report({
          at: node,
          message: `'${node.key}' has no value, and Kubernetes refuses the object`,
          remedy: 'Write the value, or remove the annotation.',
          evidence: [{ label: node.key, value: 'null' }],
        });
        continue;
      }
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
