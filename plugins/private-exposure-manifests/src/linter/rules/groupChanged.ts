import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const KEY = `${ALB}group.name`;
const ingress = (group: string) => exampleIngress([`${KEY}: "${group}"`]);

/** An Ingress goes to another load balancer. @internal */
export const groupChanged = createRule({
  id: 'change/group-changed',
  severity: 'warning',
  reads: 'change',
  page: {
    summary: 'A merge would move an Ingress to another load balancer.',
    why: 'Another group is another load balancer, with another DNS name. Clients reach the old one until DNS has followed, and find no rule for them there.',
    before: ingress('payments'),
    bad: ingress('platform'),
    good: ingress('payments'),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md#group.name',
  },
  check(target, report) {
    if (target.subject !== 'ingress' || !target.after) return;
    const { before, after, name } = target;
    const [from, to] = [
      findAnnotation(before, KEY),
      findAnnotation(after, KEY),
    ];
    // In a template, or where its value is filled in later, a missing group says nothing.
    if ((!from && before.isPartial) || (!to && after.isPartial)) return;
    if (from?.value.trim() === to?.value.trim()) return;
    if (!from && !to) return;
    const say = (value: string | undefined) =>
      value ?? 'a load balancer of its own';
    report({
      at: to,
      message: `A merge moves ${name} to another load balancer: ${say(
        from?.value,
      )} → ${say(to?.value)}`,
      remedy:
        'Lower the TTL of its DNS names before, and keep the old rules until clients have moved.',
      evidence: [
        { label: `${KEY} before`, value: say(from?.value) },
        { label: `${KEY} after`, value: say(to?.value) },
      ],
    });
  },
});
