import {
  bool,
  integer,
  listOf,
  queryStructure,
  text,
  timestamp,
} from '../../wire/shapes';
import { tag } from './providerShapes';

/** Wire names of `GetRoleRequest`. @internal */
export const getRoleRequest = queryStructure({
  RoleName: text,
});

/** Wire names of `AttachedPermissionsBoundary`. @internal */
export const attachedPermissionsBoundary = queryStructure({
  PermissionsBoundaryType: text,
  PermissionsBoundaryArn: text,
});

/** Wire names of `RoleLastUsed`. @internal */
export const roleLastUsed = queryStructure({
  LastUsedDate: timestamp,
  Region: text,
});

/** Wire names of `Role`. @internal */
export const role = queryStructure({
  Path: text,
  RoleName: text,
  RoleId: text,
  Arn: text,
  CreateDate: timestamp,
  AssumeRolePolicyDocument: text,
  Description: text,
  MaxSessionDuration: integer,
  PermissionsBoundary: attachedPermissionsBoundary,
  Tags: listOf(tag),
  RoleLastUsed: roleLastUsed,
});

/** Wire names of `GetRoleResponse`. @internal */
export const getRoleResponse = queryStructure({
  Role: role,
});

/** Wire names of `ListRolesRequest`. @internal */
export const listRolesRequest = queryStructure({
  PathPrefix: text,
  Marker: text,
  MaxItems: integer,
});

/** Wire names of `ListRolesResponse`. @internal */
export const listRolesResponse = queryStructure({
  Roles: listOf(role),
  IsTruncated: bool,
  Marker: text,
});

/** Wire names of `ListAttachedRolePoliciesRequest`. @internal */
export const listAttachedRolePoliciesRequest = queryStructure({
  RoleName: text,
  PathPrefix: text,
  Marker: text,
  MaxItems: integer,
});

/** Wire names of `AttachedPolicy`. @internal */
export const attachedPolicy = queryStructure({
  PolicyName: text,
  PolicyArn: text,
});

/** Wire names of `ListAttachedRolePoliciesResponse`. @internal */
export const listAttachedRolePoliciesResponse = queryStructure({
  AttachedPolicies: listOf(attachedPolicy),
  IsTruncated: bool,
  Marker: text,
});

/** Wire names of `ListRolePoliciesRequest`. @internal */
export const listRolePoliciesRequest = queryStructure({
  RoleName: text,
  Marker: text,
  MaxItems: integer,
});

/** Wire names of `ListRolePoliciesResponse`. @internal */
export const listRolePoliciesResponse = queryStructure({
  PolicyNames: listOf(text),
  IsTruncated: bool,
  Marker: text,
});

/** Wire names of `GetRolePolicyRequest`. @internal */
export const getRolePolicyRequest = queryStructure({
  RoleName: text,
  PolicyName: text,
});

/** Wire names of `GetRolePolicyResponse`. @internal */
export const getRolePolicyResponse = queryStructure({
  RoleName: text,
  PolicyName: text,
  PolicyDocument: text,
});
