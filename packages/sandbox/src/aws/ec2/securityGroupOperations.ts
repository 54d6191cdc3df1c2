import { SecurityGroup } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { toIpPermissions } from './ipPermissions';
import * as shapes from './shapes/securityGroupShapes';
import { tagsFor, toTagList } from './tags';

function ruleValues(
  isEgress: boolean,
  pick: (rule: SecurityGroup['rules'][number]) => string | undefined,
) {
  return ({ rules }: SecurityGroup) =>
    rules.filter(rule => rule.isEgress === isEgress).map(pick);
}

const filters: FilterTable<SecurityGroup> = {
  description: ({ description }) => description,
  'egress.ip-permission.cidr': ruleValues(true, rule => rule.cidrIpv4),
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'ip-permission.cidr': ruleValues(false, rule => rule.cidrIpv4),
  'ip-permission.from-port': ruleValues(false, rule => String(rule.fromPort)),
  'ip-permission.group-id': ruleValues(false, rule => rule.referencedGroupId),
  'ip-permission.prefix-list-id': ruleValues(false, rule => rule.prefixListId),
  'ip-permission.protocol': ruleValues(false, rule => rule.ipProtocol),
  'ip-permission.to-port': ruleValues(false, rule => String(rule.toPort)),
  'owner-id': ({ accountId }) => accountId,
  'vpc-id': ({ vpcId }) => vpcId,
};

function arnOf(group: SecurityGroup): string {
  return `arn:aws:ec2:${group.region}:${group.accountId}:security-group/${group.id}`;
}

const describe = operation(
  'DescribeSecurityGroups',
  {
    input: shapes.describeSecurityGroupsRequest,
    output: shapes.describeSecurityGroupsResult,
  },
  (call, input) => {
    const picked = pickByIds(
      listVisible(call, call.world.securityGroups.groups),
      input.GroupIds,
      {
        code: 'InvalidGroup.NotFound',
        message: id => `The security group '${id}' does not exist`,
      },
    ).filter(({ name }) => (input.GroupNames ?? [name]).includes(name));
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      SecurityGroups: records.map(group => ({
        GroupId: group.id,
        IpPermissionsEgress: toIpPermissions(group, true),
        Tags: toTagList(group.tags),
        VpcId: group.vpcId,
        SecurityGroupArn: arnOf(group),
        OwnerId: group.accountId,
        GroupName: group.name,
        Description: group.description,
        IpPermissions: toIpPermissions(group, false),
      })),
      NextToken: nextToken,
    };
  },
);

const create = operation(
  'CreateSecurityGroup',
  {
    input: shapes.createSecurityGroupRequest,
    output: shapes.createSecurityGroupResult,
  },
  ({ world, scope }, input) => {
    const group = world.securityGroups.createSecurityGroup(scope, {
      name: required(input.GroupName, 'GroupName'),
      description: required(input.Description, 'GroupDescription'),
      vpcId: input.VpcId ?? world.network.ensureDefaultVpc(scope).id,
      tags: tagsFor('security-group', input.TagSpecifications),
    });
    return {
      GroupId: group.id,
      Tags: toTagList(group.tags),
      SecurityGroupArn: arnOf(group),
    };
  },
);

const remove = operation(
  'DeleteSecurityGroup',
  {
    input: shapes.deleteSecurityGroupRequest,
    output: shapes.deleteSecurityGroupResult,
  },
  ({ world, scope }, input) => {
    const GroupId = required(input.GroupId, 'GroupId');
    world.securityGroups.deleteSecurityGroup(scope, GroupId);
    return { Return: true, GroupId };
  },
);

/** Security groups; their rules are in `securityGroupRuleOperations`. @internal */
export const securityGroupOperations: Operation[] = [describe, create, remove];
