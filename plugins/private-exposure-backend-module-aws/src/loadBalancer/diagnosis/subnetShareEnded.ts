import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The load balancer stands in its own account, in subnets that were shared with the account of a cluster, and are no more.
 * The other way round, `aws/subnet-not-shared` notices it.
 *
 * @internal
 */
export const subnetShareEnded: DiagnosisRule = {
  id: 'aws/subnet-share-ended',
  severity: 'warning',
  breaksTraffic: true,
  check: ({ loadBalancers: [{ arn, name }], endedShares }) => {
    const ended = seenOr(endedShares) ?? [];
    if (ended.length === 0) return [];
    const subnetIds = ended.map(({ subnetId }) => subnetId);
    const principals = [
      ...new Set(ended.flatMap(({ principals: lost }) => lost)),
    ];
    return [
      {
        message: `Subnets of load balancer '${name}', ${subnetIds.join(
          ' and ',
        )}, are no longer shared with ${principals.join(
          ' and ',
        )}: a cluster there starts no nodes or pods in them any more`,
        remedy:
          'Share the subnets again through Resource Access Manager, or move the cluster out of them. If it has moved, nothing is to be done.',
        hopId: hopIds.loadBalancer(arn),
        evidence: toFacts({
          'No longer shared': subnetIds,
          'Were shared with': principals,
        }),
      },
    ];
  },
};
