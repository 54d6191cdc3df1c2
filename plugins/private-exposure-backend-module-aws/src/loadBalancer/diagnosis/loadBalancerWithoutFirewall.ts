import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * An application load balancer with public addresses has no web ACL. Other types take none.
 *
 * @internal
 */
export const loadBalancerWithoutFirewall: DiagnosisRule = {
  id: 'aws/load-balancer-without-firewall',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ loadBalancers: [{ arn, name, description }], firewall }) => {
    const { scheme } = seenOr(description) ?? {};
    if (firewall?.type !== 'seen' || firewall.value) return [];
    if (scheme !== 'internet-facing') return [];
    return [
      {
        message: `Load balancer '${name}' has public addresses and no web ACL`,
        remedy:
          'Associate a regional web ACL with it; or make it internal and publish it through CloudFront with a VPC origin, so that only CloudFront can reach it.',
        hopId: hopIds.loadBalancer(arn),
        evidence: toFacts({ Scheme: scheme }),
      },
    ];
  },
};
