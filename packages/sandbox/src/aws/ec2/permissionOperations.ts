import { AllowedPrincipal } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import * as shapes from './shapes/serviceConfigurationShapes';
import { toTagList } from './tags';

const filters: FilterTable<AllowedPrincipal> = {
  principal: ({ principal }) => principal,
  'principal-type': ({ principalType }) => principalType,
};

const describe = operation(
  'DescribeVpcEndpointServicePermissions',
  {
    input: shapes.describeVpcEndpointServicePermissionsRequest,
    output: shapes.describeVpcEndpointServicePermissionsResult,
  },
  ({ world, scope }, input) => {
    const service = world.endpointServices.getEndpointService(
      scope,
      required(input.ServiceId, 'ServiceId'),
    );
    const principals = [...service.allowedPrincipals.values()].map(
      (entry, index) => ({ ...entry, sequence: index + 1 }),
    );
    const { records, nextToken } = pageOf(
      applyFilters(principals, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      AllowedPrincipals: records.map(entry => ({
        PrincipalType: entry.principalType,
        Principal: entry.principal,
        ServicePermissionId: entry.permissionId,
        Tags: toTagList(entry.tags),
        ServiceId: service.id,
      })),
      NextToken: nextToken,
    };
  },
);

const modify = operation(
  'ModifyVpcEndpointServicePermissions',
  {
    input: shapes.modifyVpcEndpointServicePermissionsRequest,
    output: shapes.modifyVpcEndpointServicePermissionsResult,
  },
  ({ world, scope }, input) => {
    const { principals } = world.endpointServices;
    const service = world.endpointServices.getEndpointService(
      scope,
      required(input.ServiceId, 'ServiceId'),
    );
    principals.remove(service, input.RemoveAllowedPrincipals ?? []);
    const added = principals.add(service, input.AddAllowedPrincipals ?? []);
    return {
      AddedPrincipals: added.map(entry => ({
        PrincipalType: entry.principalType,
        Principal: entry.principal,
        ServicePermissionId: entry.permissionId,
        ServiceId: service.id,
      })),
      ReturnValue: true,
    };
  },
);

/** The allowed principals of endpoint services. @internal */
export const permissionOperations: Operation[] = [describe, modify];
