import {
  DescribeLoadBalancersCommand,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { isNotFound } from '../clients/errors';
import { readListed } from '../clients/readListed';
import { loadBalancerPages } from '../survey/loadBalancerPages';
import type { LoadBalancerDescription } from './InspectedLoadBalancer';
import type { CallableScope, InspectionContext } from './InspectionContext';

const KEY = 'load balancers';

/**
 * Reads what a load balancer is; `undefined` if it does not exist. Where many are asked for, all of the scope are listed.
 *
 * @internal
 */
export function describeLoadBalancer(
  arn: string,
  context: InspectionContext,
): Promise<LoadBalancerDescription | undefined> {
  const { callers, signal } = context;
  return readListed(callers.memory, {
    key: KEY,
    one: () => askFor(arn, context),
    pages: () => loadBalancerPages(callers.elb, signal),
    index: all =>
      new Map(
        all.map(one => [
          one.LoadBalancerArn ?? '',
          toLoadBalancerDescription(one),
        ]),
      ),
    pick: all => all.get(arn),
    looker: context,
  });
}

/**
 * Forgets what was listed for inspections, for a survey is about to see more.
 *
 * @internal
 */
export function forgetLoadBalancers({ callers }: CallableScope): void {
  callers.memory.forget(KEY);
}

async function askFor(
  arn: string,
  { callers, signal }: InspectionContext,
): Promise<LoadBalancerDescription | undefined> {
  try {
    // One at a time: a call that names several fails as a whole if one of them does not exist.
    const { LoadBalancers } = await callers.elb.send(
      new DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] }),
      { signal },
    );
    return LoadBalancers?.map(toLoadBalancerDescription)[0];
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A load balancer as the rules read it.
 *
 * @internal
 */
export function toLoadBalancerDescription(
  loadBalancer: LoadBalancer,
): LoadBalancerDescription {
  return {
    state: loadBalancer.State?.Code ?? '',
    stateReason: loadBalancer.State?.Reason,
    type: loadBalancer.Type ?? '',
    scheme: loadBalancer.Scheme,
    dnsName: loadBalancer.DNSName,
    vpcId: loadBalancer.VpcId,
    subnetIds: (loadBalancer.AvailabilityZones ?? []).flatMap(
      ({ SubnetId }) => SubnetId ?? [],
    ),
    securityGroupIds: loadBalancer.SecurityGroups ?? [],
    filtersPrivateLink:
      loadBalancer.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic?.toLowerCase() !==
      'off',
  };
}
