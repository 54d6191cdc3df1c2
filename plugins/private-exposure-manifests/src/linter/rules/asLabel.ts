import { createRule } from '../createRule';
import { findRows } from '../KnownAnnotations';

const KEY = 'external-dns.kubernetes.io/hostname';
const service = (holder: string) =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: payments\n  ${holder}:\n    ${KEY}: "payments.example.com"\nspec:\n  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n  ports: [{port: 443}]\n`;

/** An annotation among the labels. @internal */
export const asLabel = createRule({
  id: 'annotation/as-label',
  severity: 'error',
  reads: 'annotations',
  about: key => findRows(key).length > 0,
  page: {
    summary: 'An annotation stands among the labels.',
    why: 'Controllers read it from the annotations alone, so it has no effect.',
    bad: service('labels'),
    good: service('annotations'),
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check(target, report) {
    for (const node of target.labels) {
      if (findRows(node.key).length === 0) continue;
      report({
        at: node,
        message: `'${node.key}' is a label here, and its controller reads annotations alone`,
        remedy: "Move it to 'annotations'.",
        evidence: [{ label: 'stands under', value: 'labels' }],
      });
    }
  },
});
