import { LISTING_KEPT_MS, type Looker } from '../../clients/ScopeMemory';
import type { CallableScope } from '../../inspection/InspectionContext';
import { classicLoadBalancerPages } from '../../survey/classicLoadBalancerPages';
import { loadBalancerPages } from '../../survey/loadBalancerPages';
import { toClassicArn } from '../../loadBalancer/mapping/loadBalancerArns';

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
  const { memory, elb, classicElb } = place.callers;
  const keep = { keptMs: LISTING_KEPT_MS, signal, since };
  return memory.remember('load balancer hosts', keep, async () => {
    const hosts = new Map<string, LoadBalancerHost[]>();
    const add = (name: string = '', arn: string = '', dnsName: string = '') => {
      const key = name.toLowerCase();
      hosts.set(key, [...(hosts.get(key) ?? []), { arn, dnsName }]);
    };
    for await (const page of loadBalancerPages(elb, signal)) {
      for (const one of page) {
        add(one.LoadBalancerName, one.LoadBalancerArn, one.DNSName);
      }
    }
    for await (const page of classicLoadBalancerPages(classicElb, signal)) {
      for (const { LoadBalancerName: name, DNSName } of page) {
        add(name, toClassicArn(place.scope, name ?? ''), DNSName);
      }
    }
    return hosts;
  });
}
