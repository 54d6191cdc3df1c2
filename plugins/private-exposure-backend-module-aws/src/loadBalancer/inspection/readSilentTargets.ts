import {
  DescribeNetworkInterfacesCommand,
  type NetworkInterface,
} from '@aws-sdk/client-ec2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { readAll } from '../../clients/readPages';
import type {
  InspectedLoadBalancer,
  Target,
  TargetGroup,
} from '../../inspection/InspectedLoadBalancer';
import {
  type CallableScope,
  type InspectionContext,
  LOOKS_AT_ONCE,
} from '../../inspection/InspectionContext';
import { lookElsewhere, seenOr } from '../../inspection/look';
import { readSecurityGroups } from '../../inspection/readSecurityGroups';
import type { SilentTarget } from './LoadBalancerInspection';

/** Most addresses that one look asks for: EC2 takes 200 values in a filter, and one in a group tells of the others. */
const MOST_TARGETS = 20;

interface Silent {
  group: TargetGroup;
  target: Target;
}

/**
 * Finds the network interfaces of targets that do not answer, in any account of ours that shares the network, with the
 * security groups that stand in front of them. Costs nothing while all targets answer.
 *
 * @internal
 */
export async function readSilentTargets(
  loadBalancer: InspectedLoadBalancer,
  context: InspectionContext,
): Promise<SilentTarget[]> {
  const silent = silentTargetsOf(loadBalancer).slice(0, MOST_TARGETS);
  const vpcId = seenOr(loadBalancer.description)?.vpcId;
  if (silent.length === 0 || !vpcId) return [];
  const places = context.everywhere(context.scope.region);
  const found = await mapWithLimit(places, LOOKS_AT_ONCE, place =>
    readTargetsIn(place, { silent, vpcId }, context),
  );
  return found.flat();
}

function silentTargetsOf({ targetGroups }: InspectedLoadBalancer): Silent[] {
  return (seenOr(targetGroups) ?? [])
    .filter(({ targetType }) => targetType === 'ip')
    .flatMap(group =>
      (seenOr(group.targets) ?? [])
        .filter(({ reason }) => reason?.startsWith('Target.Timeout'))
        .map(target => ({ group, target })),
    );
}

async function readTargetsIn(
  place: CallableScope,
  wanted: { silent: readonly Silent[]; vpcId: string },
  context: InspectionContext,
): Promise<SilentTarget[]> {
  const { scope, callers } = place;
  const { signal } = context;
  const { accountId } = scope;
  const other = { accountId, signal };
  const interfaces = await lookElsewhere(other, () =>
    readAll(
      NextToken =>
        callers.ec2.send(
          new DescribeNetworkInterfacesCommand({
            Filters: [
              { Name: 'vpc-id', Values: [wanted.vpcId] },
              {
                Name: 'addresses.private-ip-address',
                Values: wanted.silent.map(({ target }) => target.id),
              },
            ],
            MaxResults: 1000,
            NextToken,
          }),
          { signal },
        ),
      {
        items: page => page.NetworkInterfaces,
        nextToken: page => page.NextToken,
      },
    ),
  );
  // The owner of a shared network sees everybody's interfaces; their groups only whoever owns them can look into.
  const own = (seenOr(interfaces) ?? []).filter(
    ({ OwnerId }) => OwnerId === undefined || OwnerId === accountId,
  );
  return mapWithLimit(
    own.flatMap(networkInterface => placed(networkInterface, wanted.silent)),
    LOOKS_AT_ONCE,
    async ({ group, target, groupIds }) => ({
      groupArn: group.arn,
      target,
      checkPort: checkPortOf(group),
      accountId,
      securityGroups: await lookElsewhere(other, () =>
        readSecurityGroups(place, groupIds, context),
      ),
    }),
  );
}

function placed(
  networkInterface: NetworkInterface,
  silent: readonly Silent[],
): Array<Silent & { groupIds: string[] }> {
  const { PrivateIpAddresses, PrivateIpAddress, Groups } = networkInterface;
  const addresses = [
    PrivateIpAddress,
    ...(PrivateIpAddresses ?? []).map(one => one.PrivateIpAddress),
  ];
  const groupIds = (Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  return silent
    .filter(({ target }) => addresses.includes(target.id))
    .map(one => ({ ...one, groupIds }));
}

/** The health check's text is `<protocol> <port> <path>`, the port being `traffic-port` where it is the target's. */
function checkPortOf({ healthCheck }: TargetGroup): number | undefined {
  const [, port] = /^\S+ (\d+)\b/.exec(healthCheck ?? '') ?? [];
  return port === undefined ? undefined : Number(port);
}
