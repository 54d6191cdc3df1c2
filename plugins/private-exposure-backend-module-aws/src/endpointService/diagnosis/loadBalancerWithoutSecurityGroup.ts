import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A Network Load Balancer was made without a security group, and none can be added later (Network Load Balancer guide,
 * "Security groups").
 *
 * @internal
 */
export const loadBalancerWithoutSecurityGroup: DiagnosisRule = {
  id: 'aws/load-balancer-without-security-group',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ loadBalancers }) =>
    loadBalancers.flatMap(({ arn, name, description }) => {
      const seen = seenOr(description);
      if (seen?.type !== 'network' || seen.securityGroupIds.length > 0) {
        return [];
      }
      return {
        message: `Load balancer '${name}' has no security group: whoever reaches it reaches the targets' ports`,
        remedy:
          'A load balancer that was made without a security group can never have one. Make a new one with a security group, and move the endpoint service over.',
        hopId: hopIds.loadBalancer(arn),
      };
    }),
};
