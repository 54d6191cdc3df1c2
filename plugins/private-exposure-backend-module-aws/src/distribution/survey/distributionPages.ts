import {
  type DistributionSummary,
  ListDistributionsCommand,
} from '@aws-sdk/client-cloudfront';
import { readPages } from '../../clients/readPages';
import { requireMember } from '../../clients/requireMember';
import type { CallableScope } from '../../inspection/InspectionContext';

/** Most that one ListDistributions returns. */
const PAGE_SIZE = 100;

/**
 * The distributions of an account, page by page.
 *
 * @internal
 */
export function distributionPages(
  { callers }: CallableScope,
  signal: AbortSignal,
): AsyncGenerator<DistributionSummary[]> {
  return readPages(async Marker => {
    const answer = await callers.cloudFront.send(
      new ListDistributionsCommand({ MaxItems: PAGE_SIZE, Marker }),
      { signal },
    );
    const list = requireMember(answer, 'DistributionList');
    // An account without any sends a quantity of zero, and no items.
    requireMember(list, 'Quantity');
    return { items: list.Items ?? [], nextToken: list.NextMarker };
  });
}
