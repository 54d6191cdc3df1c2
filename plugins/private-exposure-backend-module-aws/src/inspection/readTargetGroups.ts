import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type TargetGroup as ElbTargetGroup,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../clients/readPages';
import { targetConditions } from '../mapping/states';
import type { Subnet, Target, TargetGroup } from './InspectedLoadBalancer';
import { cidrContains } from './cidr';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look } from './look';
import { readCrossZoneAttribute } from './readCrossZoneAttribute';

/** Which target groups are read, and what of them besides the usual. @internal */
export interface ReadTargetGroupsOptions {
  /** The load balancer in front of them. */
  loadBalancerArn: string;
  /** Subnets of the load balancer's network, to tell where a target is. */
  subnets: readonly Subnet[];
  /** Whether to look at their own cross-zone settings. */
  withZones: boolean;
}

/**
 * Reads the target groups of a load balancer and the health of their targets.
 *
 * @internal
 */
export async function readTargetGroups(
  { loadBalancerArn, subnets, withZones }: ReadTargetGroupsOptions,
  context: InspectionContext,
): Promise<TargetGroup[]> {
  const { callers, signal } = context;
  const groups = await readAll(
    Marker =>
      callers.elb.send(
        new DescribeTargetGroupsCommand({
          LoadBalancerArn: loadBalancerArn,
          Marker,
        }),
        { signal },
      ),
    { items: page => page.TargetGroups, nextToken: page => page.NextMarker },
  );
  const known = groups.flatMap(group => toTargetGroup(group) ?? []);
  return mapWithLimit(known, LOOKS_AT_ONCE, async group => ({
    ...group,
    crossZone: withZones
      ? await look(() => readCrossZone(group.arn, context))
      : undefined,
    targets: await look(async () => {
      const { TargetHealthDescriptions } = await callers.elb.send(
        new DescribeTargetHealthCommand({ TargetGroupArn: group.arn }),
        { signal },
      );
      return (TargetHealthDescriptions ?? []).map(description =>
        toTarget(description, subnets, context),
      );
    }),
  }));
}

async function readCrossZone(
  TargetGroupArn: string,
  { callers, signal }: InspectionContext,
): Promise<boolean | undefined> {
  const { Attributes } = await callers.elb.send(
    new DescribeTargetGroupAttributesCommand({ TargetGroupArn }),
    { signal },
  );
  return readCrossZoneAttribute(Attributes);
}

/**
 * A target group without its targets; `undefined` for an entry without an ARN.
 *
 * @internal
 */
export function toTargetGroup(
  group: ElbTargetGroup,
): Omit<TargetGroup, 'crossZone' | 'targets'> | undefined {
  if (!group.TargetGroupArn) return undefined;
  return {
    arn: group.TargetGroupArn,
    name: group.TargetGroupName ?? group.TargetGroupArn,
    protocol: group.Protocol,
    port: group.Port,
    targetType: group.TargetType,
    healthCheck:
      group.HealthCheckEnabled === false
        ? 'off'
        : [
            group.HealthCheckProtocol,
            group.HealthCheckPort,
            group.HealthCheckPath,
          ]
            .filter(Boolean)
            .join(' ') || undefined,
  };
}

/**
 * A target as the rules read it.
 *
 * @remarks
 * AWS names the zone of an address only, and says `all` for one outside the network. The address tells the subnet; an
 * instance's place cannot be told from here.
 *
 * @internal
 */
export function toTarget(
  description: TargetHealthDescription,
  subnets: readonly Subnet[],
  { states }: Pick<InspectionContext, 'states'>,
): Target {
  const { Target: target, TargetHealth: health } = description;
  const id = target?.Id ?? '';
  const subnet = subnets.find(
    ({ zoneName, cidr }) =>
      zoneName === target?.AvailabilityZone ||
      (cidr !== undefined && cidrContains(cidr, id)),
  );
  return {
    id,
    port: target?.Port,
    condition: states.read('target', health?.State, targetConditions),
    state: health?.State ?? '',
    reason:
      [health?.Reason, health?.Description].filter(Boolean).join(': ') ||
      undefined,
    zoneId: subnet?.zoneId || undefined,
  };
}
