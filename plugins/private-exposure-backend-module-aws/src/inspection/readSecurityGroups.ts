import {
  DescribeSecurityGroupsCommand,
  type Filter,
  type IpPermission,
  type SecurityGroup as Ec2SecurityGroup,
} from '@aws-sdk/client-ec2';
import type { Ec2Caller } from '../clients/ScopeCallers';
import { readListed } from '../clients/readListed';
import { readPages } from '../clients/readPages';
import type { Looker } from '../clients/ScopeMemory';
import type { InboundRule, SecurityGroup } from './InspectedLoadBalancer';
import type { CallableScope } from './InspectionContext';

/** Most that one DescribeSecurityGroups returns. */
const PAGE_SIZE = 1000;

/**
 * Reads security groups with their inbound rules. What does not exist is left out. Where many are asked for, all of the
 * scope are read, in pages.
 *
 * @internal
 */
export async function readSecurityGroups(
  { callers }: CallableScope,
  groupIds: readonly string[],
  looker: Looker,
): Promise<SecurityGroup[]> {
  if (groupIds.length === 0) return [];
  const { ec2, memory } = callers;
  const { signal } = looker;
  return readListed(memory, {
    key: 'security groups',
    one: async () => {
      const filter = { Name: 'group-id', Values: [...groupIds] };
      const groups: SecurityGroup[] = [];
      for await (const page of groupPages(ec2, signal, [filter])) {
        groups.push(...page);
      }
      return groups;
    },
    pages: () => groupPages(ec2, signal),
    index: all => new Map(all.map(group => [group.id, group])),
    pick: all => {
      const found = groupIds.flatMap(id => all.get(id) ?? []);
      return found.length === groupIds.length ? found : undefined;
    },
    looker,
  });
}

function groupPages(
  ec2: Ec2Caller,
  signal: AbortSignal,
  Filters?: Filter[],
): AsyncGenerator<SecurityGroup[]> {
  return readPages(async NextToken => {
    const answer = await ec2.send(
      new DescribeSecurityGroupsCommand({
        Filters,
        MaxResults: PAGE_SIZE,
        NextToken,
      }),
      { signal },
    );
    const groups = answer.SecurityGroups ?? [];
    return {
      items: groups.flatMap(group => toSecurityGroup(group) ?? []),
      nextToken: answer.NextToken,
    };
  });
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
