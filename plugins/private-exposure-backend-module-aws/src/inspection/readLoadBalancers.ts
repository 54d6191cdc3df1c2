import {
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  type LoadBalancer,
  type LoadBalancerAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { nameInArn } from '../mapping/arns';
import type {
  InspectedLoadBalancer,
  LoadBalancerDescription,
} from './InspectedLoadBalancer';
import type { Seen } from './Seen';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look, mapSeen, seenOr } from './look';
import { readListeners } from './readListeners';
import { readSecurityGroups } from './readSecurityGroups';
import { readSubnets } from './readSubnets';
import { readCrossZoneAttribute } from './readCrossZoneAttribute';
import { readTargetGroups } from './readTargetGroups';

/** What is read of each load balancer besides the usual. @internal */
export interface ReadLoadBalancersOptions {
  /** ARNs, as what points at the load balancers names them. */
  arns: readonly string[];
  /** Whether to look at the listeners' idle timeouts. */
  withIdleTimeouts: boolean;
  /** Whether to look at the target groups' own cross-zone settings, which costs a call for each. */
  withGroupZones: boolean;
}

/**
 * Looks at load balancers with everything behind them.
 *
 * @internal
 */
export async function readLoadBalancers(
  options: ReadLoadBalancersOptions,
  context: InspectionContext,
): Promise<InspectedLoadBalancer[]> {
  return mapWithLimit(options.arns, LOOKS_AT_ONCE, async arn => {
    const found = await look(() => describe(arn, context));
    const loadBalancer = seenOr(found);
    if (!loadBalancer) return emptyLoadBalancer(arn, found);
    return readParts(arn, loadBalancer, options, context);
  });
}

async function describe(
  arn: string,
  { callers, signal }: InspectionContext,
): Promise<LoadBalancer | undefined> {
  try {
    // One at a time: a call that names several fails as a whole if one of them does not exist.
    const answer = await callers.elb.send(
      new DescribeLoadBalancersCommand({ LoadBalancerArns: [arn] }),
      { signal },
    );
    return answer.LoadBalancers?.[0];
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A load balancer of which there is nothing to look at: nothing hangs on one that does not exist, and of one that cannot be
 * seen, nothing can be seen.
 *
 * @internal
 */
export function emptyLoadBalancer(
  arn: string,
  found: Seen<unknown>,
): InspectedLoadBalancer {
  const nothing = <Value>(value: Value) => mapSeen(found, () => value);
  return {
    arn,
    name: nameInArn(arn),
    description: nothing(undefined),
    crossZone: nothing(false),
    subnets: nothing([]),
    securityGroups: nothing([]),
    listeners: nothing([]),
    targetGroups: nothing([]),
  };
}

async function readParts(
  arn: string,
  loadBalancer: LoadBalancer,
  options: ReadLoadBalancersOptions,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const { callers, signal } = context;
  const description = toLoadBalancerDescription(loadBalancer);
  const { vpcId, securityGroupIds } = description;
  const vpcSubnets = look(() =>
    readSubnets(
      callers.ec2,
      { name: 'vpc-id', values: vpcId ? [vpcId] : [] },
      signal,
    ),
  );
  const [network, crossZone, securityGroups, listeners, targetGroups] =
    await Promise.all([
      vpcSubnets,
      look(() => readCrossZone(arn, context)),
      look(() => readSecurityGroups(callers.ec2, securityGroupIds, signal)),
      look(() => readListeners(arn, options.withIdleTimeouts, context)),
      look(async () =>
        readTargetGroups(
          {
            loadBalancerArn: arn,
            subnets: seenOr(await vpcSubnets) ?? [],
            withZones: options.withGroupZones,
          },
          context,
        ),
      ),
    ]);
  return {
    arn,
    name: loadBalancer.LoadBalancerName ?? nameInArn(arn),
    description: { type: 'seen', value: description },
    crossZone,
    subnets: mapSeen(network, all =>
      all.filter(({ id }) => description.subnetIds.includes(id)),
    ),
    securityGroups,
    listeners,
    targetGroups,
  };
}

async function readCrossZone(
  arn: string,
  { callers, signal }: InspectionContext,
): Promise<boolean> {
  const { Attributes } = await callers.elb.send(
    new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }),
    { signal },
  );
  return isCrossZone(Attributes);
}

/**
 * Whether a load balancer's nodes send to targets in other zones. Off where the attribute is not sent: that is the
 * default of network and gateway load balancers.
 *
 * @internal
 */
export function isCrossZone(
  attributes: readonly LoadBalancerAttribute[] | undefined,
): boolean {
  return readCrossZoneAttribute(attributes) ?? false;
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
