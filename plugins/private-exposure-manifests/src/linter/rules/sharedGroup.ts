import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}group.name`;

/** An Ingress joins a load balancer that any other can join. @internal */
export const sharedGroup = createRule({
  id: 'alb/shared-group',
  severity: 'info',
  reads: 'ingress',
  about: [KEY],
  page: {
    summary: 'The Ingress shares a load balancer with whoever names the group.',
    why: 'Everybody who may create an Ingress, in any namespace, can join the group and add rules that come first. IngressClassParams can set the group, and say which namespaces may join.',
    bad: exampleIngress([`${KEY}: "payments"`]),
    good: exampleIngress([`${ALB}scheme: "internal"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md#group.name',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    if (!node || node.value.trim() === '') return;
    report({
      at: node,
      message: `Any Ingress that names group '${node.value}' can add rules to this load balancer`,
      remedy:
        'Let an IngressClassParams set the group and its namespaceSelector, or be sure that everybody with Ingresses is trusted.',
      evidence: [{ label: KEY, value: node.value }],
    });
  },
});
