import { createRule } from '../createRule';
import { ALB, exampleIngress } from './examples';

const KEYS = [
  `${ALB}dry-run-plan`,
  'gateway.k8s.aws/dry-run-plan',
  'elbv2.k8s.aws/checkpoint',
  'elbv2.k8s.aws/checkpoint-timestamp',
];

/** An annotation that the controller itself writes. @internal */
export const controllerOwned = createRule({
  id: 'annotation/controller-owned',
  severity: 'warning',
  reads: 'annotations',
  about: KEYS,
  page: {
    summary: 'An annotation is written by its controller, not by people.',
    why: 'The AWS Load Balancer Controller notes what it has done, or would do, in annotations of its own. One in a file overwrites the note, and GitOps puts it back each time the controller changes it.',
    bad: exampleIngress([`${ALB}dry-run-plan: "{}"`]),
    good: exampleIngress([`${ALB}scheme: "internal"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/constants.go',
  },
  check(target, report) {
    for (const node of [...target.annotations, ...target.placeholders]) {
      if (!KEYS.includes(node.key)) continue;
      report({
        at: node,
        message: `The AWS Load Balancer Controller writes '${node.key}' itself`,
        remedy: 'Remove it from the file.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
