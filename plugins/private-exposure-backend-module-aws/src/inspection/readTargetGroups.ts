import {
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type TargetGroup as ElbTargetGroup,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readListed } from '../clients/readListed';
import { readPages } from '../clients/readPages';
import { targetConditions } from '../mapping/states';
import type { Subnet, Target, TargetGroup } from './InspectedLoadBalancer';
import { cidrContains } from './cidr';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look } from './look';
import { readCrossZoneAttribute } from './readCrossZoneAttribute';

/** Most that one DescribeTargetGroups returns. */
const PAGE_SIZE = 400;

/** A target group as the listing tells of it. */
type BareTargetGroup = Omit<TargetGroup, 'crossZone' | 'targets'>;

/** Which target groups are read, and what of them besides the usual. @internal */
export interface ReadTargetGroupsOptions {
  /** The load balancer in front of them. */
  loadBalancerArn: string;
  /** Those that its listeners name now: a listing without one of them is too old. */
  wanted: readonly string[];
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
  options: ReadTargetGroupsOptions,
  context: InspectionContext,
): Promise<TargetGroup[]> {
  const { subnets, withZones } = options;
  const { callers, signal } = context;
  const groups = await readGroups(options, context);
  return mapWithLimit(groups, LOOKS_AT_ONCE, async group => ({
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

/** Those of one load balancer; where many are asked for, all of the scope are read. */
function readGroups(
  { loadBalancerArn, wanted }: ReadTargetGroupsOptions,
  context: InspectionContext,
): Promise<BareTargetGroup[]> {
  return readListed(context.callers.memory, {
    key: 'target groups',
    one: async () => {
      const groups: ElbTargetGroup[] = [];
      for await (const page of groupPages(context, loadBalancerArn)) {
        groups.push(...page);
      }
      return groups.flatMap(group => toTargetGroup(group) ?? []);
    },
    pages: () => groupPages(context),
    index: byLoadBalancer,
    pick: groups => {
      const found = groups.get(loadBalancerArn);
      const isWhole = wanted.every(arn => found?.some(one => one.arn === arn));
      return isWhole ? found : undefined;
    },
    looker: context,
  });
}

function byLoadBalancer(
  groups: readonly ElbTargetGroup[],
): ReadonlyMap<string, BareTargetGroup[]> {
  const found = new Map<string, BareTargetGroup[]>();
  for (const group of groups) {
    const bare = toTargetGroup(group);
    if (!bare) continue;
    for (const arn of group.LoadBalancerArns ?? []) {
      found.set(arn, [...(found.get(arn) ?? []), bare]);
    }
  }
  return found;
}

function groupPages(
  { callers, signal }: InspectionContext,
  loadBalancerArn?: string,
): AsyncGenerator<ElbTargetGroup[]> {
  return readPages(async Marker => {
    const answer = await callers.elb.send(
      new DescribeTargetGroupsCommand({
        LoadBalancerArn: loadBalancerArn,
        PageSize: PAGE_SIZE,
        Marker,
      }),
      { signal },
    );
    return { items: answer.TargetGroups ?? [], nextToken: answer.NextMarker };
  });
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
): BareTargetGroup | undefined {
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
