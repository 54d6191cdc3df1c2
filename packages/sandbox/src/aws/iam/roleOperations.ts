import { AwsFault, IamRole } from '../../world';
import { toTagList } from '../ec2/tags';
import { Call, Operation, operation } from '../server/Operation';
import { PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { ValueOf } from '../wire/shapes';
import { encodeDocument } from './iamDocuments';
import * as shapes from './shapes/roleShapes';

const CODE = 'ValidationError';

const pageLimits: PageLimits = {
  parameter: 'MaxItems',
  minimum: 1,
  maximum: 1000,
  standard: 100,
  isCapped: false,
  badTokenCode: CODE,
};

function findRole(
  { world, scope }: Call,
  input: { RoleName?: string },
): IamRole {
  const name = required(input.RoleName, 'RoleName', CODE);
  return world.roles.get(scope.accountId, name);
}

function present(role: IamRole): ValueOf<typeof shapes.role> {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: role.id,
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeDocument(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionSeconds,
    PermissionsBoundary: role.permissionsBoundaryArn
      ? {
          PermissionsBoundaryType: 'Policy',
          PermissionsBoundaryArn: role.permissionsBoundaryArn,
        }
      : undefined,
    Tags: toTagList(role.tags),
    RoleLastUsed: {},
  };
}

function pageOfTexts(
  texts: string[],
  input: { Marker?: string; MaxItems?: number },
) {
  const { records, nextToken } = pageOf(
    texts.map((text, index) => ({ text, sequence: index + 1 })),
    { size: input.MaxItems, token: input.Marker, limits: pageLimits },
  );
  return {
    texts: records.map(({ text }) => text),
    IsTruncated: nextToken !== undefined,
    Marker: nextToken,
  };
}

const get = operation(
  'GetRole',
  { input: shapes.getRoleRequest, output: shapes.getRoleResponse },
  (call, input) => ({ Role: present(findRole(call, input)) }),
);

const list = operation(
  'ListRoles',
  { input: shapes.listRolesRequest, output: shapes.listRolesResponse },
  ({ world, scope }, input) => {
    const roles = world.roles
      .list(scope.accountId)
      .filter(({ path }) => path.startsWith(input.PathPrefix ?? '/'));
    const { records, nextToken } = pageOf(roles, {
      size: input.MaxItems,
      token: input.Marker,
      limits: pageLimits,
    });
    return {
      Roles: records.map(present),
      IsTruncated: nextToken !== undefined,
      Marker: nextToken,
    };
  },
);

const listAttached = operation(
  'ListAttachedRolePolicies',
  {
    input: shapes.listAttachedRolePoliciesRequest,
    output: shapes.listAttachedRolePoliciesResponse,
  },
  (call, input) => {
    const prefix = input.PathPrefix ?? '/';
    const arns = [...findRole(call, input).attachedPolicyArns].filter(arn =>
      arn.split(':policy')[1]?.startsWith(prefix),
    );
    const { texts, ...page } = pageOfTexts(arns, input);
    return {
      AttachedPolicies: texts.map(arn => ({
        PolicyName: arn.split('/').pop(),
        PolicyArn: arn,
      })),
      ...page,
    };
  },
);

const listInline = operation(
  'ListRolePolicies',
  {
    input: shapes.listRolePoliciesRequest,
    output: shapes.listRolePoliciesResponse,
  },
  (call, input) => {
    const names = [...findRole(call, input).inlinePolicies.keys()];
    const { texts, ...page } = pageOfTexts(names, input);
    return { PolicyNames: texts, ...page };
  },
);

const getInline = operation(
  'GetRolePolicy',
  { input: shapes.getRolePolicyRequest, output: shapes.getRolePolicyResponse },
  (call, input) => {
    const role = findRole(call, input);
    const name = required(input.PolicyName, 'PolicyName', CODE);
    const document = role.inlinePolicies.get(name);
    if (document === undefined) {
      throw new AwsFault(
        'NoSuchEntity',
        `The role policy with name ${name} cannot be found.`,
        404,
      );
    }
    return {
      RoleName: role.name,
      PolicyName: name,
      PolicyDocument: encodeDocument(document),
    };
  },
);

/** Roles and the policies they have. @internal */
export const roleOperations: Operation[] = [
  get,
  list,
  listAttached,
  listInline,
  getInline,
];
