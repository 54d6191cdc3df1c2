import {
  DescribeLoadBalancersCommand,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ElbCaller } from '../clients/ScopeCallers';
import { readPages } from '../clients/readPages';

/** Most that one DescribeLoadBalancers returns. */
const PAGE_SIZE = 400;

/**
 * The load balancers of a scope, page by page; those of the classic API are listed by that.
 *
 * @internal
 */
export function loadBalancerPages(
  elb: ElbCaller,
  signal: AbortSignal,
): AsyncGenerator<LoadBalancer[]> {
  return readPages(async Marker => {
    const answer = await elb.send(
      new DescribeLoadBalancersCommand({ PageSize: PAGE_SIZE, Marker }),
      { signal },
    );
    return { items: answer.LoadBalancers ?? [], nextToken: answer.NextMarker };
  });
}
