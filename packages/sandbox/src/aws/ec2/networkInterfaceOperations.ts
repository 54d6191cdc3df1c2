import { NetworkInterface } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Call, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { listVisible, pickByIds } from '../server/visible';
import * as shapes from './shapes/networkShapes';
import { toTagList } from './tags';

const filters: FilterTable<NetworkInterface> = {
  'addresses.private-ip-address': one => one.privateIpAddress,
  'availability-zone': ({ zoneName }) => zoneName,
  description: ({ description }) => description,
  'group-id': ({ securityGroupIds }) => securityGroupIds,
  'interface-type': ({ interfaceType }) => interfaceType,
  'mac-address': ({ macAddress }) => macAddress,
  'network-interface-id': ({ id }) => id,
  'owner-id': ({ accountId }) => accountId,
  'private-ip-address': ({ privateIpAddress }) => privateIpAddress,
  'requester-managed': () => true,
  status: () => 'in-use',
  'subnet-id': ({ subnetId }) => subnetId,
  'vpc-id': ({ vpcId }) => vpcId,
};

function toInterface({ world }: Call, one: NetworkInterface) {
  const { groups } = world.securityGroups;
  return {
    AvailabilityZone: one.zoneName,
    AvailabilityZoneId: world.network.subnets.get(one.subnetId)?.zoneId,
    Description: one.description,
    Groups: one.securityGroupIds.map(GroupId => ({
      GroupId,
      GroupName: groups.get(GroupId)?.name,
    })),
    InterfaceType: one.interfaceType,
    MacAddress: one.macAddress,
    NetworkInterfaceId: one.id,
    OwnerId: one.accountId,
    PrivateIpAddress: one.privateIpAddress,
    PrivateIpAddresses: [
      { Primary: true, PrivateIpAddress: one.privateIpAddress },
    ],
    RequesterId:
      one.interfaceType === 'vpc_endpoint' ? one.accountId : 'amazon-elb',
    RequesterManaged: true,
    SourceDestCheck: one.interfaceType === 'vpc_endpoint',
    Status: 'in-use',
    SubnetId: one.subnetId,
    TagSet: toTagList(one.tags),
    VpcId: one.vpcId,
  };
}

const describe = operation(
  'DescribeNetworkInterfaces',
  {
    input: shapes.describeNetworkInterfacesRequest,
    output: shapes.describeNetworkInterfacesResult,
  },
  (call, input) => {
    const picked = pickByIds(
      listVisible(call, call.world.network.networkInterfaces),
      input.NetworkInterfaceIds,
      {
        code: 'InvalidNetworkInterfaceID.NotFound',
        message: id => `The networkInterface ID '${id}' does not exist`,
      },
    );
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, filters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      NetworkInterfaces: records.map(one => toInterface(call, one)),
      NextToken: nextToken,
    };
  },
);

/** Network interfaces. @internal */
export const networkInterfaceOperations: Operation[] = [describe];
