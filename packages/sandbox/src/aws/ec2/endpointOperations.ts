import { AwsFault, Endpoint, FULL_ACCESS_POLICY } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Call, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, pickByIds } from '../server/visible';
import { endpointDnsEntries } from './endpointDns';
import * as shapes from './shapes/endpointShapes';
import { tagsFor, toTagList } from './tags';
import { toUnsuccessful } from './unsuccessful';

const filters: FilterTable<Endpoint> = {
  'ip-address-type': ({ ipAddressType }) => ipAddressType,
  'service-name': ({ serviceName }) => serviceName,
  'service-region': ({ provider }) => provider.region,
  'vpc-id': ({ vpcId }) => vpcId,
  'vpc-endpoint-id': ({ id }) => id,
  'vpc-endpoint-state': ({ state }) => state,
  'vpc-endpoint-type': () => 'Interface',
};

function privateDnsEntries(call: Call, endpoint: Endpoint) {
  const name = call.world.endpointServices.services.get(endpoint.serviceId)
    ?.privateDns?.dnsName;
  return endpoint.privateDnsEnabled && name ? [{ DnsName: name }] : [];
}

function toEndpoint(call: Call, endpoint: Endpoint) {
  const { groups } = call.world.securityGroups;
  return {
    VpcEndpointId: endpoint.id,
    VpcEndpointType: 'Interface',
    VpcId: endpoint.vpcId,
    ServiceName: endpoint.serviceName,
    State: endpoint.state,
    PolicyDocument: endpoint.policyDocument,
    RouteTableIds: [],
    SubnetIds: endpoint.subnetIds,
    Groups: endpoint.securityGroupIds.map(GroupId => ({
      GroupId,
      GroupName: groups.get(GroupId)?.name,
    })),
    IpAddressType: endpoint.ipAddressType,
    DnsOptions: { DnsRecordIpType: endpoint.ipAddressType },
    PrivateDnsEnabled: endpoint.privateDnsEnabled,
    RequesterManaged: false,
    NetworkInterfaceIds: endpoint.networkInterfaceIds,
    DnsEntries: [
      ...endpointDnsEntries(endpoint),
      ...privateDnsEntries(call, endpoint),
    ],
    CreationTimestamp: new Date(endpoint.createdAt),
    Tags: toTagList(endpoint.tags),
    OwnerId: endpoint.accountId,
    LastError: endpoint.lastError && {
      Code: endpoint.lastError.code,
      Message: endpoint.lastError.message,
    },
    ServiceRegion: endpoint.provider.region,
  };
}

const create = operation(
  'CreateVpcEndpoint',
  {
    input: shapes.createVpcEndpointRequest,
    output: shapes.createVpcEndpointResult,
  },
  (call, input) => {
    if (input.VpcEndpointType !== 'Interface') {
      throw new AwsFault(
        'InvalidParameter',
        `The sandbox makes endpoints of the type Interface only, not ${
          input.VpcEndpointType ?? 'Gateway'
        }`,
      );
    }
    const endpoint = call.world.endpoints.createEndpoint(call.scope, {
      serviceName: required(input.ServiceName, 'ServiceName'),
      serviceRegion: input.ServiceRegion,
      vpcId: required(input.VpcId, 'VpcId'),
      subnetIds: input.SubnetIds,
      securityGroupIds: input.SecurityGroupIds,
      // Documented as true by default, but not what that means for a service
      // without a verified name; the sandbox takes absence as false.
      privateDnsEnabled: input.PrivateDnsEnabled,
      ipAddressType: input.IpAddressType,
      policyDocument: input.PolicyDocument,
      tags: tagsFor('vpc-endpoint', input.TagSpecifications),
      principalArn: call.caller.principalArn,
    });
    return {
      VpcEndpoint: toEndpoint(call, endpoint),
      ClientToken: input.ClientToken,
    };
  },
);

const describe = operation(
  'DescribeVpcEndpoints',
  {
    input: shapes.describeVpcEndpointsRequest,
    output: shapes.describeVpcEndpointsResult,
  },
  (call, input) => {
    const visible = listVisible(call, call.world.endpoints.endpoints);
    const picked = pickByIds(visible, input.VpcEndpointIds, {
      code: 'InvalidVpcEndpointId.NotFound',
      message: id => `The Vpc Endpoint Id '${id}' does not exist`,
    });
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      VpcEndpoints: records.map(one => toEndpoint(call, one)),
      NextToken: nextToken,
    };
  },
);

const modify = operation(
  'ModifyVpcEndpoint',
  {
    input: shapes.modifyVpcEndpointRequest,
    output: shapes.modifyVpcEndpointResult,
  },
  ({ world, scope }, input) => {
    world.endpoints.modifyEndpoint(
      scope,
      required(input.VpcEndpointId, 'VpcEndpointId'),
      {
        privateDnsEnabled: input.PrivateDnsEnabled,
        addSecurityGroupIds: input.AddSecurityGroupIds,
        removeSecurityGroupIds: input.RemoveSecurityGroupIds,
        addSubnetIds: input.AddSubnetIds,
        removeSubnetIds: input.RemoveSubnetIds,
        ipAddressType: input.IpAddressType,
        policyDocument: input.ResetPolicy
          ? FULL_ACCESS_POLICY
          : input.PolicyDocument,
      },
    );
    return { Return: true };
  },
);

const remove = operation(
  'DeleteVpcEndpoints',
  {
    input: shapes.deleteVpcEndpointsRequest,
    output: shapes.deleteVpcEndpointsResult,
  },
  ({ world, scope }, input) => ({
    Unsuccessful: toUnsuccessful(
      world.endpoints.deleteEndpoints(
        scope,
        required(input.VpcEndpointIds, 'VpcEndpointId'),
      ),
    ),
  }),
);

/** VPC endpoints, which the consumer sees. @internal */
export const endpointOperations: Operation[] = [
  create,
  describe,
  modify,
  remove,
];
