import { DescribeLoadBalancersCommand as DescribeClassicCommand } from '@aws-sdk/client-elastic-load-balancing';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { readAll } from '../../clients/readPages';
import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type { CallableScope } from '../../inspection/InspectionContext';
import { toClassicArn } from '../../loadBalancer/mapping/loadBalancerArns';

/** Most that one page of either listing holds. */
const PAGE_SIZE = 400;

/** A load balancer and its host name. @internal */
export interface LoadBalancerHost {
  /** Its ARN. */
  arn: string;
  /** Its host name, as AWS writes it. */
  dnsName: string;
}

/**
 * The load balancers of both APIs in a scope by their names in lower case, which their host names begin with, in pages.
 *
 * @internal
 */
export function listLoadBalancerHosts(
  place: CallableScope,
  { signal, since }: Looker,
): Promise<ReadonlyMap<string, readonly LoadBalancerHost[]>> {
  const { memory } = place.callers;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return memory.remember('load balancer hosts', keep, async () => {
    const [newer, classic] = await Promise.all([
      listNewer(place, signal),
      listClassic(place, signal),
    ]);
    const hosts = new Map<string, LoadBalancerHost[]>();
    for (const { name = '', arn, dnsName } of [...newer, ...classic]) {
      const key = name.toLowerCase();
      hosts.set(key, [...(hosts.get(key) ?? []), { arn, dnsName }]);
    }
    return hosts;
  });
}

async function listNewer({ callers }: CallableScope, signal: AbortSignal) {
  const found = await readAll(
    Marker =>
      callers.elb.send(
        new DescribeLoadBalancersCommand({ PageSize: PAGE_SIZE, Marker }),
        { signal },
      ),
    { items: page => page.LoadBalancers, nextToken: page => page.NextMarker },
  );
  return found.map(one => ({
    name: one.LoadBalancerName,
    arn: one.LoadBalancerArn ?? '',
    dnsName: one.DNSName ?? '',
  }));
}

async function listClassic(
  { callers, scope }: CallableScope,
  signal: AbortSignal,
) {
  const found = await readAll(
    Marker =>
      callers.classicElb.send(
        new DescribeClassicCommand({ PageSize: PAGE_SIZE, Marker }),
        { signal },
      ),
    {
      items: page => page.LoadBalancerDescriptions,
      nextToken: page => page.NextMarker,
    },
  );
  return found.map(one => ({
    name: one.LoadBalancerName,
    arn: toClassicArn(scope, one.LoadBalancerName ?? ''),
    dnsName: one.DNSName ?? '',
  }));
}
