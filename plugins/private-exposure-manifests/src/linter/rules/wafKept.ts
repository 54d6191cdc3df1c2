import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

const NAMES = ['wafv2-acl-arn', 'wafv2-acl-name', 'waf-acl-id', 'web-acl-id'];
const KEY = `${ALB}wafv2-acl-arn`;
const ACL =
  'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';

/** A web ACL that nobody names any more, and that stays. @internal */
export const wafKept = createRule({
  id: 'change/waf-kept',
  severity: 'warning',
  reads: 'change',
  page: {
    summary:
      'A merge would take a web ACL’s annotation out, and the web ACL stays.',
    why: 'Without the annotation the controller leaves what is attached alone. Nobody keeps it attached either: whoever detaches it by hand is not corrected any more.',
    before: exampleIngress([`${KEY}: "${ACL}"`]),
    bad: exampleIngress([]),
    good: exampleIngress([`${KEY}: "none"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/ingress/annotations.md',
  },
  check(target, report) {
    if (target.subject !== 'ingress' || !target.after) return;
    const { before, after, name } = target;
    const find = (side: typeof before) =>
      NAMES.flatMap(key => findAnnotation(side, `${ALB}${key}`) ?? []);
    const [was] = find(before).filter(({ value }) => value.trim() !== 'none');
    // Another Ingress of a group may name it.
    const isElsewhere =
      after.isPartial || findAnnotation(after, `${ALB}group.name`);
    if (!was || find(after).length > 0 || isElsewhere) return;
    report({
      message: `The web ACL stays attached to the load balancer of ${name}, and nothing says so any more`,
      remedy: `Write ${KEY}: "none" to detach it, or keep it named.`,
      evidence: [
        { label: `${was.key} before`, value: was.value },
        { label: `${was.key} after`, value: 'missing' },
      ],
    });
  },
});
