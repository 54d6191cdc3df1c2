import { ListVpcOriginsCommand } from '@aws-sdk/client-cloudfront';
import { readAll } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type { CallableScope } from '../../inspection/InspectionContext';

/** Most that one ListVpcOrigins returns. */
const PAGE_SIZE = 100;

/** What the listing tells of a VPC origin: all but its protocol. @internal */
export interface ListedVpcOrigin {
  /** `Deployed`, `Deploying` or `Failed`. */
  status: string;
  /** Changes whenever the VPC origin does. */
  version: string;
}

/**
 * The VPC origins of an account by id, in pages.
 *
 * @internal
 */
export function listVpcOrigins(
  { callers }: CallableScope,
  { signal, since }: Looker,
): Promise<ReadonlyMap<string, ListedVpcOrigin>> {
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return callers.memory.remember('VPC origins', keep, async () => {
    const summaries = await readAll(
      async Marker => {
        const answer = await callers.cloudFront.send(
          new ListVpcOriginsCommand({ MaxItems: PAGE_SIZE, Marker }),
          { signal },
        );
        const list = requireMember(answer, 'VpcOriginList');
        // An account without any sends a quantity of zero, and no items.
        requireMember(list, 'Quantity');
        return list;
      },
      { items: page => page.Items, nextToken: page => page.NextMarker },
    );
    return new Map(
      summaries.map(one => [
        one.Id ?? '',
        {
          status: one.Status ?? '',
          version: one.LastModifiedTime?.toISOString() ?? '',
        },
      ]),
    );
  });
}
