import {
  DescribeLoadBalancersCommand,
  type LoadBalancerDescription,
} from '@aws-sdk/client-elastic-load-balancing';
import type { ClassicElbCaller } from '../clients/ScopeCallers';
import { readPages } from '../clients/readPages';

/** Most that one DescribeLoadBalancers of the classic API returns. */
const PAGE_SIZE = 400;

/**
 * The Classic load balancers of a scope, page by page.
 *
 * @internal
 */
export function classicLoadBalancerPages(
  classicElb: ClassicElbCaller,
  signal: AbortSignal,
): AsyncGenerator<LoadBalancerDescription[]> {
  return readPages(async Marker => {
    const answer = await classicElb.send(
      new DescribeLoadBalancersCommand({ PageSize: PAGE_SIZE, Marker }),
      { signal },
    );
    return {
      items: answer.LoadBalancerDescriptions ?? [],
      nextToken: answer.NextMarker,
    };
  });
}
