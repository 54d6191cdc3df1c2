import {
  at,
  bool,
  integer,
  itemsOf,
  text,
  ec2Structure,
} from '../../wire/shapes';
import { filter, tag, tagSpecification } from './sharedShapes';

/** Wire names of `DescribeSecurityGroupsRequest`. @internal */
export const describeSecurityGroupsRequest = ec2Structure({
  GroupIds: at('GroupId', itemsOf(text)),
  GroupNames: at('GroupName', itemsOf(text)),
  NextToken: text,
  MaxResults: integer,
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
});

/** Wire names of `UserIdGroupPair`. @internal */
export const userIdGroupPair = ec2Structure({
  Description: text,
  UserId: text,
  GroupName: text,
  GroupId: text,
  VpcId: text,
});

/** Wire names of `Ipv6Range`. @internal */
export const ipv6Range = ec2Structure({
  Description: text,
  CidrIpv6: text,
});

/** Wire names of `IpRange`. @internal */
export const ipRange = ec2Structure({
  Description: text,
  CidrIp: text,
});

/** Wire names of `PrefixListId`. @internal */
export const prefixListId = ec2Structure({
  Description: text,
  PrefixListId: text,
});

/** Wire names of `IpPermission`. @internal */
export const ipPermission = ec2Structure({
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  UserIdGroupPairs: at('groups', itemsOf(userIdGroupPair)),
  IpRanges: itemsOf(ipRange),
  Ipv6Ranges: itemsOf(ipv6Range),
  PrefixListIds: itemsOf(prefixListId),
});

/** Wire names of `SecurityGroup`. @internal */
export const securityGroup = ec2Structure({
  GroupId: text,
  IpPermissionsEgress: itemsOf(ipPermission),
  Tags: at('tagSet', itemsOf(tag)),
  VpcId: text,
  SecurityGroupArn: text,
  OwnerId: text,
  GroupName: text,
  Description: at('groupDescription', text),
  IpPermissions: itemsOf(ipPermission),
});

/** Wire names of `DescribeSecurityGroupsResult`. @internal */
export const describeSecurityGroupsResult = ec2Structure({
  NextToken: text,
  SecurityGroups: at('securityGroupInfo', itemsOf(securityGroup)),
});

/** Wire names of `DescribeSecurityGroupRulesRequest`. @internal */
export const describeSecurityGroupRulesRequest = ec2Structure({
  Filters: at('Filter', itemsOf(filter)),
  SecurityGroupRuleIds: at('SecurityGroupRuleId', itemsOf(text)),
  DryRun: bool,
  NextToken: text,
  MaxResults: integer,
});

/** Wire names of `ReferencedSecurityGroup`. @internal */
export const referencedSecurityGroup = ec2Structure({
  GroupId: text,
  UserId: text,
  VpcId: text,
});

/** Wire names of `SecurityGroupRule`. @internal */
export const securityGroupRule = ec2Structure({
  SecurityGroupRuleId: text,
  GroupId: text,
  GroupOwnerId: text,
  IsEgress: bool,
  IpProtocol: text,
  FromPort: integer,
  ToPort: integer,
  CidrIpv4: text,
  CidrIpv6: text,
  PrefixListId: text,
  ReferencedGroupInfo: referencedSecurityGroup,
  Description: text,
  Tags: at('tagSet', itemsOf(tag)),
  SecurityGroupRuleArn: text,
});

/** Wire names of `DescribeSecurityGroupRulesResult`. @internal */
export const describeSecurityGroupRulesResult = ec2Structure({
  SecurityGroupRules: at('securityGroupRuleSet', itemsOf(securityGroupRule)),
  NextToken: text,
});

/** Wire names of `CreateSecurityGroupRequest`. @internal */
export const createSecurityGroupRequest = ec2Structure({
  Description: at('GroupDescription', text),
  GroupName: text,
  VpcId: text,
  TagSpecifications: at('TagSpecification', itemsOf(tagSpecification)),
  DryRun: bool,
});

/** Wire names of `CreateSecurityGroupResult`. @internal */
export const createSecurityGroupResult = ec2Structure({
  GroupId: text,
  Tags: at('tagSet', itemsOf(tag)),
  SecurityGroupArn: text,
});

/** Wire names of `DeleteSecurityGroupRequest`. @internal */
export const deleteSecurityGroupRequest = ec2Structure({
  GroupId: text,
  GroupName: text,
  DryRun: bool,
});

/** Wire names of `DeleteSecurityGroupResult`. @internal */
export const deleteSecurityGroupResult = ec2Structure({
  Return: bool,
  GroupId: text,
});

/** Wire names of `AuthorizeSecurityGroupIngressRequest`. @internal */
export const authorizeSecurityGroupIngressRequest = ec2Structure({
  CidrIp: text,
  FromPort: integer,
  GroupId: text,
  GroupName: text,
  IpPermissions: itemsOf(ipPermission),
  IpProtocol: text,
  ToPort: integer,
  TagSpecifications: at('TagSpecification', itemsOf(tagSpecification)),
  DryRun: bool,
});

/** Wire names of `AuthorizeSecurityGroupIngressResult`. @internal */
export const authorizeSecurityGroupIngressResult = ec2Structure({
  Return: bool,
  SecurityGroupRules: at('securityGroupRuleSet', itemsOf(securityGroupRule)),
});

/** Wire names of `AuthorizeSecurityGroupEgressRequest`. @internal */
export const authorizeSecurityGroupEgressRequest = ec2Structure({
  TagSpecifications: at('TagSpecification', itemsOf(tagSpecification)),
  DryRun: bool,
  GroupId: text,
  IpPermissions: itemsOf(ipPermission),
});

/** Wire names of `AuthorizeSecurityGroupEgressResult`. @internal */
export const authorizeSecurityGroupEgressResult = ec2Structure({
  Return: bool,
  SecurityGroupRules: at('securityGroupRuleSet', itemsOf(securityGroupRule)),
});

/** Wire names of `RevokeSecurityGroupIngressRequest`. @internal */
export const revokeSecurityGroupIngressRequest = ec2Structure({
  CidrIp: text,
  FromPort: integer,
  GroupId: text,
  GroupName: text,
  IpPermissions: itemsOf(ipPermission),
  IpProtocol: text,
  ToPort: integer,
  SecurityGroupRuleIds: at('SecurityGroupRuleId', itemsOf(text)),
  DryRun: bool,
});

/** Wire names of `RevokeSecurityGroupIngressResult`. @internal */
export const revokeSecurityGroupIngressResult = ec2Structure({
  Return: bool,
});

/** Wire names of `RevokeSecurityGroupEgressRequest`. @internal */
export const revokeSecurityGroupEgressRequest = ec2Structure({
  SecurityGroupRuleIds: at('SecurityGroupRuleId', itemsOf(text)),
  DryRun: bool,
  GroupId: text,
  IpPermissions: itemsOf(ipPermission),
});

/** Wire names of `RevokeSecurityGroupEgressResult`. @internal */
export const revokeSecurityGroupEgressResult = ec2Structure({
  Return: bool,
});
