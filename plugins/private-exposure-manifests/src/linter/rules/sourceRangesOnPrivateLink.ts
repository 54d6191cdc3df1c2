import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const RANGES = [
  'loadBalancerClass: service.k8s.aws/nlb',
  'loadBalancerSourceRanges: [10.0.0.0/8]',
];
const isAny = (cidr: string) => cidr === '0.0.0.0/0' || cidr === '::/0';

/** Source ranges that PrivateLink consumers are judged by too. @internal */
export const sourceRangesOnPrivateLink = createRule({
  id: 'aws/source-ranges-on-private-link',
  severity: 'warning',
  reads: 'service',
  page: {
    summary: 'Source ranges hold for PrivateLink consumers too.',
    why: 'Unless the setting is off, the load balancer’s security group judges PrivateLink traffic by the address of the consumer’s endpoint. Consumers outside of the ranges are connected and get no answer.',
    bad: exampleService(
      [`${AWS}inbound-sg-rules-on-private-link-traffic: "on"`],
      RANGES,
    ),
    good: exampleService(
      [`${AWS}inbound-sg-rules-on-private-link-traffic: "off"`],
      RANGES,
    ),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  },
  check(target, report) {
    const setBy = annotationOf(
      target,
      'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
    );
    if (!setBy && !target.hasEndpointService) return;
    const plan = planOf(target);
    if (plan?.outcome !== 'aws-network-load-balancer') return;
    const {
      inboundSgRulesOnPrivateLink: setting,
      managedSecurityGroupIngress,
    } = plan.model;
    if (setting === 'off' || !managedSecurityGroupIngress) return;
    const named = [
      ...new Set(managedSecurityGroupIngress.flatMap(rule => rule.sources)),
    ];
    if (named.length === 0 || named.some(isAny)) return;
    report({
      at: setBy ?? annotationOf(target, 'load-balancer-source-ranges'),
      message: `PrivateLink consumers get through only from ${named.join(
        ', ',
      )}`,
      remedy: `Set ${AWS}inbound-sg-rules-on-private-link-traffic: "off", or add the consumers' networks.`,
      evidence: [
        {
          label: 'rules on PrivateLink traffic',
          value: setting ?? 'on (as AWS has it)',
        },
        { label: 'source ranges', value: named.join(', ') },
      ],
    });
  },
});
