import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The load balancer stands in a subnet of another account that is no longer shared with its own. What is there goes on for
 * a while; AWS neither scales nor repairs it (VPC guide, "Share your VPC subnets with other accounts").
 *
 * @internal
 */
export const subnetNotShared: DiagnosisRule = {
  id: 'aws/subnet-not-shared',
  severity: 'error',
  breaksTraffic: true,
  check: ({ loadBalancers: [{ arn, name, description, subnets }], shares }) => {
    const visible = seenOr(subnets);
    const wanted = seenOr(description)?.subnetIds;
    if (!visible || !wanted) return [];
    const ended = (seenOr(shares) ?? []).filter(
      ({ status }) => status !== 'AVAILABLE',
    );
    const lost = wanted.filter(
      id =>
        !visible.some(subnet => subnet.id === id) ||
        ended.some(({ subnetId }) => subnetId === id),
    );
    if (lost.length === 0) return [];
    return [
      {
        message: `Load balancer '${name}' stands in ${lost.join(
          ' and ',
        )}, which its account does not see any more: the subnet is no longer shared with it`,
        remedy:
          'Have the owner of the subnet share it again through Resource Access Manager, or move the load balancer to subnets that its account can use.',
        hopId: hopIds.loadBalancer(arn),
        evidence: toFacts({
          'Not shared': lost,
          'Shared or own': visible.map(({ id }) => id),
          'State of the share': ended.map(({ status }) => status),
        }),
      },
    ];
  },
};
