import {
  DescribeSecurityGroupsCommand,
  type IpPermission,
  type SecurityGroup as Ec2SecurityGroup,
} from '@aws-sdk/client-ec2';
import type { Ec2Caller } from '../clients/ScopeCallers';
import { readAll } from '../clients/readPages';
import type { InboundRule, SecurityGroup } from './InspectedLoadBalancer';

/**
 * Reads security groups with their inbound rules. What does not exist is left out.
 *
 * @internal
 */
export async function readSecurityGroups(
  ec2: Ec2Caller,
  groupIds: readonly string[],
  signal: AbortSignal,
): Promise<SecurityGroup[]> {
  if (groupIds.length === 0) return [];
  const groups = await readAll(
    NextToken =>
      ec2.send(
        new DescribeSecurityGroupsCommand({
          Filters: [{ Name: 'group-id', Values: [...groupIds] }],
          MaxResults: 1000,
          NextToken,
        }),
        { signal },
      ),
    { items: page => page.SecurityGroups, nextToken: page => page.NextToken },
  );
  return groups.flatMap(group => toSecurityGroup(group) ?? []);
}

/**
 * A security group as the rules read it; `undefined` for an entry without an id.
 *
 * @internal
 */
export function toSecurityGroup(
  group: Ec2SecurityGroup,
): SecurityGroup | undefined {
  if (!group.GroupId) return undefined;
  return {
    id: group.GroupId,
    inbound: (group.IpPermissions ?? []).map(toInboundRule),
  };
}

function toInboundRule(permission: IpPermission): InboundRule {
  return {
    protocol: permission.IpProtocol ?? '-1',
    fromPort: permission.FromPort,
    toPort: permission.ToPort,
    cidrs: [
      ...(permission.IpRanges ?? []).flatMap(({ CidrIp }) => CidrIp ?? []),
      ...(permission.Ipv6Ranges ?? []).flatMap(
        ({ CidrIpv6 }) => CidrIpv6 ?? [],
      ),
    ],
    groups: (permission.UserIdGroupPairs ?? []).flatMap(
      ({ GroupId }) => GroupId ?? [],
    ),
    prefixLists: (permission.PrefixListIds ?? []).flatMap(
      ({ PrefixListId }) => PrefixListId ?? [],
    ),
  };
}
