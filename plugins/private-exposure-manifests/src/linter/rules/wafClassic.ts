import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { ALB, exampleIngress } from './examples';

/** AWS WAF Classic, which is no more. @internal */
export const wafClassic = createRule({
  id: 'alb/waf-classic',
  severity: 'warning',
  reads: 'ingress',
  about: [`${ALB}waf-acl-id`, `${ALB}web-acl-id`],
  page: {
    summary: 'A web ACL of AWS WAF Classic is asked for.',
    why: 'Support for AWS WAF Classic ended on 30 September 2025. A load balancer that relies on it is not protected.',
    bad: exampleIngress([
      `${ALB}waf-acl-id: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    ]),
    good: exampleIngress([
      `${ALB}wafv2-acl-arn: "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/payments/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f"`,
    ]),
    source:
      'https://docs.aws.amazon.com/waf/latest/developerguide/classic-waf-chapter.html',
  },
  check(target, report) {
    for (const name of ['waf-acl-id', 'web-acl-id']) {
      const node = findAnnotation(target, `${ALB}${name}`);
      if (!node || node.value.trim() === 'none' || node.value.trim() === '')
        continue;
      report({
        at: node,
        message: 'AWS WAF Classic has ended: this web ACL protects nothing',
        remedy: `Move its rules to AWS WAF, and name the new web ACL in ${ALB}wafv2-acl-arn.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
