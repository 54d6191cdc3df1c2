import { type Opening, openingsOf } from '../../diagnosis/openings';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import { seenOr } from '../../inspection/look';

/**
 * What a load balancer's security groups let through to its listeners, where they filter what comes over PrivateLink.
 *
 * @internal
 */
export function filteredOpenings(
  loadBalancer: InspectedLoadBalancer,
): Opening[] {
  return seenOr(loadBalancer.description)?.filtersPrivateLink
    ? openingsOf(loadBalancer)
    : [];
}
