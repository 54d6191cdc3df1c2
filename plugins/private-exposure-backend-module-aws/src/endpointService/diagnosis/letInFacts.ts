import type { Fact } from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { Opening } from '../../diagnosis/openings';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import { seenOr } from '../../inspection/look';

/**
 * What a load balancer lets through to a listener, as evidence.
 *
 * @internal
 */
export function letInFacts(
  { rules }: Opening,
  { description }: InspectedLoadBalancer,
): Fact[] {
  return toFacts({
    'Security groups': seenOr(description)?.securityGroupIds,
    'Lets in': rules.flatMap(rule => [...rule.cidrs, ...rule.groups]),
    'Filters PrivateLink traffic': true,
  });
}
