import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';

/** Rules on PrivateLink traffic need a security group; without one the setting does nothing. @internal */
export const inboundRulesWithoutSecurityGroup = createRule({
  id: 'aws/inbound-rules-without-security-group',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}disable-nlb-sg`],
  page: {
    summary:
      'Rules on PrivateLink traffic are set for a load balancer without security group.',
    why: 'The setting says whether the groups judge PrivateLink traffic. Without a group there is nothing to judge it.',
    bad: exampleService([
      `${AWS}inbound-sg-rules-on-private-link-traffic: "on"`,
      `${AWS}disable-nlb-sg: "true"`,
    ]),
    good: exampleService([
      `${AWS}inbound-sg-rules-on-private-link-traffic: "on"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  },
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
