import {
  SecurityGroup,
  SecurityGroupRule,
  SecurityGroupRuleInput,
} from '../../world';
import { ValueOf } from '../wire/shapes';
import { ipPermission, securityGroupRule } from './shapes/securityGroupShapes';

type IpPermission = ValueOf<typeof ipPermission>;

/** All ports, for a protocol that has ports or none. */
const ALL_PORTS = -1;

/** One rule for each range, group and prefix list of a permission. @internal */
export function fromIpPermissions(
  permissions: IpPermission[] | undefined,
): SecurityGroupRuleInput[] {
  return (permissions ?? []).flatMap(permission => {
    const base = {
      ipProtocol: permission.IpProtocol ?? '-1',
      fromPort: permission.FromPort ?? ALL_PORTS,
      toPort: permission.ToPort ?? ALL_PORTS,
    };
    return [
      ...(permission.IpRanges ?? []).map(range => ({
        ...base,
        cidrIpv4: range.CidrIp,
        description: range.Description,
      })),
      ...(permission.Ipv6Ranges ?? []).map(range => ({
        ...base,
        cidrIpv6: range.CidrIpv6,
        description: range.Description,
      })),
      ...(permission.PrefixListIds ?? []).map(list => ({
        ...base,
        prefixListId: list.PrefixListId,
        description: list.Description,
      })),
      ...(permission.UserIdGroupPairs ?? []).map(pair => ({
        ...base,
        referencedGroupId: pair.GroupId,
        description: pair.Description,
      })),
    ];
  });
}

/**
 * The rules of one direction, those of the same protocol and ports together, as
 * DescribeSecurityGroups shows them.
 *
 * @internal
 */
export function toIpPermissions(
  group: SecurityGroup,
  isEgress: boolean,
): IpPermission[] {
  const byPorts = new Map<string, SecurityGroupRule[]>();
  for (const rule of group.rules.filter(one => one.isEgress === isEgress)) {
    const key = `${rule.ipProtocol}/${rule.fromPort}/${rule.toPort}`;
    byPorts.set(key, [...(byPorts.get(key) ?? []), rule]);
  }
  return [...byPorts.values()].map(rules => toIpPermission(group, rules));
}

function toIpPermission(
  group: SecurityGroup,
  rules: SecurityGroupRule[],
): IpPermission {
  const [{ ipProtocol, fromPort, toPort }] = rules;
  const hasPorts = ipProtocol !== '-1';
  const of = <T>(pick: (rule: SecurityGroupRule) => T | undefined): T[] =>
    rules.flatMap(rule => pick(rule) ?? []);
  return {
    IpProtocol: ipProtocol,
    FromPort: hasPorts ? fromPort : undefined,
    ToPort: hasPorts ? toPort : undefined,
    UserIdGroupPairs: of(rule =>
      rule.referencedGroupId
        ? {
            GroupId: rule.referencedGroupId,
            UserId: group.accountId,
            Description: rule.description,
          }
        : undefined,
    ),
    IpRanges: of(rule =>
      rule.cidrIpv4
        ? { CidrIp: rule.cidrIpv4, Description: rule.description }
        : undefined,
    ),
    Ipv6Ranges: of(rule =>
      rule.cidrIpv6
        ? { CidrIpv6: rule.cidrIpv6, Description: rule.description }
        : undefined,
    ),
    PrefixListIds: of(rule =>
      rule.prefixListId
        ? { PrefixListId: rule.prefixListId, Description: rule.description }
        : undefined,
    ),
  };
}

/** A rule as DescribeSecurityGroupRules shows it. @internal */
export function toSecurityGroupRule(
  group: SecurityGroup,
  rule: SecurityGroupRule,
): ValueOf<typeof securityGroupRule> {
  return {
    SecurityGroupRuleId: rule.ruleId,
    GroupId: group.id,
    GroupOwnerId: group.accountId,
    IsEgress: rule.isEgress,
    IpProtocol: rule.ipProtocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    CidrIpv4: rule.cidrIpv4,
    CidrIpv6: rule.cidrIpv6,
    PrefixListId: rule.prefixListId,
    ReferencedGroupInfo: rule.referencedGroupId
      ? { GroupId: rule.referencedGroupId, UserId: group.accountId }
      : undefined,
    Description: rule.description,
    Tags: [],
  };
}
