import { createRule } from '../createRule';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';

/** Rules on PrivateLink traffic need a security group; without one the setting does nothing. @internal */
export const inboundRulesWithoutSecurityGroup = createRule({
  id: 'aws/inbound-rules-without-security-group',
  severity: 'warning',
  reads: 'service',
  check(target, report) {
    const rules = annotationOf(
      target,
      'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
    );
    if (!rules || !isSwitchedOn(target, 'aws-load-balancer-disable-nlb-sg'))
      return;
    report({
      at: rules,
      message:
        'Inbound rules on PrivateLink traffic are set, but the load balancer gets no security group',
      remedy: `Remove one of the two; without a group nothing filters PrivateLink traffic.`,
      evidence: [{ label: rules.key, value: rules.value }],
    });
  },
});
