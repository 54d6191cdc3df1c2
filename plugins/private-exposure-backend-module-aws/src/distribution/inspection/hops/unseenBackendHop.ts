import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { hopIds } from '../../../inspection/hops/hopIds';
import { seenOr } from '../../../inspection/look';
import { nameInArn } from '../../../mapping/arns';
import type { InspectedOrigin } from '../DistributionInspection';

/**
 * In the place of a load balancer that was not seen, one that says why: it is gone, it was made again under another host
 * name, or nobody knows. An origin that is no load balancer of ours ends the path.
 *
 * @internal
 */
export function unseenBackendHop({
  id,
  host,
  backend,
}: InspectedOrigin): Hop[] {
  if (backend.type === 'unseen') {
    return [
      {
        id: hopIds.loadBalancer(id),
        type: 'load-balancer',
        title: host,
        health: 'unknown',
        reason: backend.blind.message,
      },
    ];
  }
  if (backend.value?.type === 'missing') {
    const { wanted, successors } = backend.value;
    const isReplaced = (seenOr(successors) ?? []).length > 0;
    return [
      {
        id: hopIds.loadBalancer(id),
        type: 'load-balancer',
        title: wanted,
        ...(isReplaced
          ? { health: 'failing', reason: 'Another one took its place' }
          : {
              health: 'unknown',
              reason:
                'No load balancer that we see has this host name: it is gone, or its account is not configured',
            }),
      },
    ];
  }
  if (backend.value?.type !== 'recreated') return [];
  const { wanted, existing } = backend.value;
  return [
    {
      id: hopIds.loadBalancer(id),
      type: 'load-balancer',
      title: nameInArn(existing.arn),
      nativeId: existing.arn,
      health: 'failing',
      reason: `Its host name is ${existing.dnsName}; the origin leads to ${wanted}`,
    },
  ];
}
