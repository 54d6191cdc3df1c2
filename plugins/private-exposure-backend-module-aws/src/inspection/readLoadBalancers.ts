import {
  DescribeLoadBalancerAttributesCommand,
  type LoadBalancerAttribute,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { nameInArn } from '../mapping/arns';
import { describeLoadBalancer } from './describeLoadBalancer';
import type {
  InspectedLoadBalancer,
  LoadBalancerDescription,
} from './InspectedLoadBalancer';
import type { Seen } from './Seen';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look, mapSeen, seenOr } from './look';
import { lookAgainIfGone } from './lookAgainIfGone';
import { readListeners } from './readListeners';
import { readSecurityGroups } from './readSecurityGroups';
import { readNetwork } from './readSubnets';
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
  return mapWithLimit(options.arns, LOOKS_AT_ONCE, arn =>
    lookAgainIfGone(context, now => lookAt(arn, options, now)),
  );
}

async function lookAt(
  arn: string,
  options: ReadLoadBalancersOptions,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const found = await look(() => describeLoadBalancer(arn, context));
  const description = seenOr(found);
  if (!description) return emptyLoadBalancer(arn, found);
  return readParts(arn, description, options, context);
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
  description: LoadBalancerDescription,
  options: ReadLoadBalancersOptions,
  context: InspectionContext,
): Promise<InspectedLoadBalancer> {
  const { vpcId, securityGroupIds, type } = description;
  const [subnets, crossZone, securityGroups, listeners] = await Promise.all([
    look(() => readNetwork(vpcId, context)),
    look(() => readCrossZone(arn, type, context)),
    look(() => readSecurityGroups(context, securityGroupIds, context)),
    look(() => readListeners(arn, options.withIdleTimeouts, context)),
  ]);
  const targetGroups = await look(() =>
    readTargetGroups(
      {
        loadBalancerArn: arn,
        wanted: (seenOr(listeners) ?? []).flatMap(one => one.targetGroupArns),
        subnets: seenOr(subnets) ?? [],
        withZones: options.withGroupZones,
      },
      context,
    ),
  );
  return {
    arn,
    name: nameInArn(arn),
    description: { type: 'seen', value: description },
    crossZone,
    subnets: mapSeen(subnets, all =>
      all.filter(({ id }) => description.subnetIds.includes(id)),
    ),
    securityGroups,
    listeners,
    targetGroups,
  };
}

async function readCrossZone(
  arn: string,
  type: string,
  { callers, signal }: InspectionContext,
): Promise<boolean> {
  // Always on (Application Load Balancer guide, "Cross-zone load balancing").
  if (type === 'application') return true;
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
