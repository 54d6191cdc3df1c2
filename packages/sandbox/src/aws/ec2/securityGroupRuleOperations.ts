import { SecurityGroup, SecurityGroupRule } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { fromIpPermissions, toSecurityGroupRule } from './ipPermissions';
import * as shapes from './shapes/securityGroupShapes';

interface ListedRule {
  id: string;
  rule: SecurityGroupRule;
  group: SecurityGroup;
}

const filters: FilterTable<ListedRule & { tags: {} }> = {
  'group-id': ({ group }) => group.id,
  'security-group-rule-id': ({ id }) => id,
};

const describe = operation(
  'DescribeSecurityGroupRules',
  {
    input: shapes.describeSecurityGroupRulesRequest,
    output: shapes.describeSecurityGroupRulesResult,
  },
  (call, input) => {
    const rules = listVisible(call, call.world.securityGroups.groups)
      .flatMap(group => group.rules.map(rule => ({ ...group, group, rule })))
      .map((listed, index) => ({
        ...listed,
        id: listed.rule.ruleId,
        tags: {},
        sequence: index + 1,
      }));
    const picked = pickByIds(rules, input.SecurityGroupRuleIds, {
      code: 'InvalidSecurityGroupRuleId.NotFound',
      message: id => `The security group rule ID '${id}' does not exist`,
    });
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      SecurityGroupRules: records.map(({ group, rule }) =>
        toSecurityGroupRule(group, rule),
      ),
      NextToken: nextToken,
    };
  },
);

/** The short form of one rule, which only ingress has, or the long one. */
function ingressRules(input: {
  IpPermissions?: Parameters<typeof fromIpPermissions>[0];
  IpProtocol?: string;
  FromPort?: number;
  ToPort?: number;
  CidrIp?: string;
}) {
  if (!input.CidrIp) return fromIpPermissions(input.IpPermissions);
  const { IpProtocol, FromPort, ToPort, CidrIp } = input;
  return fromIpPermissions([
    { IpProtocol, FromPort, ToPort, IpRanges: [{ CidrIp }] },
  ]);
}

const authorizeIngress = operation(
  'AuthorizeSecurityGroupIngress',
  {
    input: shapes.authorizeSecurityGroupIngressRequest,
    output: shapes.authorizeSecurityGroupIngressResult,
  },
  ({ world, scope }, input) => {
    const groupId = required(input.GroupId, 'GroupId');
    const rules = required(ingressRules(input), 'IpPermissions');
    const group = world.securityGroups.getSecurityGroup(scope, groupId);
    const added = world.securityGroups.authorize(
      scope,
      groupId,
      'ingress',
      rules,
    );
    return {
      Return: true,
      SecurityGroupRules: added.map(rule => toSecurityGroupRule(group, rule)),
    };
  },
);

const authorizeEgress = operation(
  'AuthorizeSecurityGroupEgress',
  {
    input: shapes.authorizeSecurityGroupEgressRequest,
    output: shapes.authorizeSecurityGroupEgressResult,
  },
  ({ world, scope }, input) => {
    const groupId = required(input.GroupId, 'GroupId');
    const rules = fromIpPermissions(
      required(input.IpPermissions, 'IpPermissions'),
    );
    const group = world.securityGroups.getSecurityGroup(scope, groupId);
    const added = world.securityGroups.authorize(
      scope,
      groupId,
      'egress',
      rules,
    );
    return {
      Return: true,
      SecurityGroupRules: added.map(rule => toSecurityGroupRule(group, rule)),
    };
  },
);

const revokeIngress = operation(
  'RevokeSecurityGroupIngress',
  {
    input: shapes.revokeSecurityGroupIngressRequest,
    output: shapes.revokeSecurityGroupIngressResult,
  },
  ({ world, scope }, input) => {
    world.securityGroups.revoke(
      scope,
      required(input.GroupId, 'GroupId'),
      'ingress',
      { rules: ingressRules(input), ruleIds: input.SecurityGroupRuleIds },
    );
    return { Return: true };
  },
);

const revokeEgress = operation(
  'RevokeSecurityGroupEgress',
  {
    input: shapes.revokeSecurityGroupEgressRequest,
    output: shapes.revokeSecurityGroupEgressResult,
  },
  ({ world, scope }, input) => {
    world.securityGroups.revoke(
      scope,
      required(input.GroupId, 'GroupId'),
      'egress',
      {
        rules: fromIpPermissions(input.IpPermissions),
        ruleIds: input.SecurityGroupRuleIds,
      },
    );
    return { Return: true };
  },
);

/** The rules of security groups. @internal */
export const securityGroupRuleOperations: Operation[] = [
  describe,
  authorizeIngress,
  authorizeEgress,
  revokeIngress,
  revokeEgress,
];
