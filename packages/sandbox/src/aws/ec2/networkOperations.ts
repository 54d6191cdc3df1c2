import { AwsFault, Subnet, Vpc } from '../../world';
import { applyFilters, FilterTable } from '../server/filters';
import { Call, Operation, operation } from '../server/Operation';
import { ec2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { onlyVisible, pickByIds } from '../server/visible';
import * as shapes from './shapes/networkShapes';
import { toTagList } from './tags';

const vpcFilters: FilterTable<Vpc> = {
  cidr: ({ cidrBlock }) => cidrBlock,
  'is-default': ({ isDefault }) => isDefault,
  'owner-id': ({ accountId }) => accountId,
  state: () => 'available',
  'vpc-id': ({ id }) => id,
};

function subnetFilters(call: Call): FilterTable<Subnet> {
  const { network } = call.world;
  return {
    'availability-zone': ({ zoneName }) => zoneName,
    'availability-zone-id': ({ zoneId }) => zoneId,
    'available-ip-address-count': subnet =>
      String(network.availableAddresses(subnet)),
    'cidr-block': ({ cidrBlock }) => cidrBlock,
    'default-for-az': ({ vpcId }) => network.vpcs.get(vpcId)?.isDefault,
    'map-public-ip-on-launch': ({ mapPublicIpOnLaunch }) => mapPublicIpOnLaunch,
    'owner-id': ({ accountId }) => accountId,
    state: () => 'available',
    'subnet-id': ({ id }) => id,
    'vpc-id': ({ vpcId }) => vpcId,
  };
}

const describeVpcs = operation(
  'DescribeVpcs',
  { input: shapes.describeVpcsRequest, output: shapes.describeVpcsResult },
  (call, input) => {
    const picked = pickByIds(
      onlyVisible(call, call.world.network.listVpcs(call.scope)),
      input.VpcIds,
      {
        code: 'InvalidVpcID.NotFound',
        message: id => `The vpc ID '${id}' does not exist`,
      },
    );
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, vpcFilters),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      Vpcs: records.map(vpc => ({
        OwnerId: vpc.accountId,
        InstanceTenancy: 'default',
        CidrBlockAssociationSet: [
          {
            AssociationId: vpc.id.replace('vpc-', 'vpc-cidr-assoc-'),
            CidrBlock: vpc.cidrBlock,
            CidrBlockState: { State: 'associated' },
          },
        ],
        IsDefault: vpc.isDefault,
        Tags: toTagList(vpc.tags),
        VpcId: vpc.id,
        State: 'available',
        CidrBlock: vpc.cidrBlock,
        DhcpOptionsId: 'default',
      })),
      NextToken: nextToken,
    };
  },
);

const describeSubnets = operation(
  'DescribeSubnets',
  {
    input: shapes.describeSubnetsRequest,
    output: shapes.describeSubnetsResult,
  },
  (call, input) => {
    const { network } = call.world;
    const picked = pickByIds(
      onlyVisible(call, network.listSubnets(call.scope)),
      input.SubnetIds,
      {
        code: 'InvalidSubnetID.NotFound',
        message: id => `The subnet ID '${id}' does not exist`,
      },
    );
    const { records, nextToken } = pageOf(
      applyFilters(picked, input.Filters, subnetFilters(call)),
      { size: input.MaxResults, token: input.NextToken, limits: ec2PageLimits },
    );
    return {
      Subnets: records.map(subnet => ({
        AvailabilityZoneId: subnet.zoneId,
        OwnerId: subnet.accountId,
        AssignIpv6AddressOnCreation: false,
        Ipv6CidrBlockAssociationSet: [],
        Tags: toTagList(subnet.tags),
        SubnetArn: `arn:aws:ec2:${subnet.region}:${subnet.accountId}:subnet/${subnet.id}`,
        Ipv6Native: false,
        SubnetId: subnet.id,
        State: 'available',
        VpcId: subnet.vpcId,
        CidrBlock: subnet.cidrBlock,
        AvailableIpAddressCount: network.availableAddresses(subnet),
        AvailabilityZone: subnet.zoneName,
        DefaultForAz: network.vpcs.get(subnet.vpcId)?.isDefault ?? false,
        MapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch,
      })),
      NextToken: nextToken,
    };
  },
);

const describeVpcAttribute = operation(
  'DescribeVpcAttribute',
  {
    input: shapes.describeVpcAttributeRequest,
    output: shapes.describeVpcAttributeResult,
  },
  ({ world, scope }, input) => {
    const vpc = world.network.getVpc(scope, required(input.VpcId, 'VpcId'));
    switch (required(input.Attribute, 'Attribute')) {
      case 'enableDnsSupport':
        return {
          VpcId: vpc.id,
          EnableDnsSupport: { Value: vpc.enableDnsSupport },
        };
      case 'enableDnsHostnames':
        return {
          VpcId: vpc.id,
          EnableDnsHostnames: { Value: vpc.enableDnsHostnames },
        };
      case 'enableNetworkAddressUsageMetrics':
        return {
          VpcId: vpc.id,
          EnableNetworkAddressUsageMetrics: { Value: false },
        };
      default:
        throw new AwsFault(
          'InvalidParameterValue',
          `Value (${input.Attribute}) for parameter attribute is invalid. Unknown attribute.`,
        );
    }
  },
);

const modifyVpcAttribute = operation(
  'ModifyVpcAttribute',
  {
    input: shapes.modifyVpcAttributeRequest,
    output: { type: 'structure', members: {} },
  },
  ({ world, scope }, input) => {
    world.network.modifyVpcAttributes(scope, required(input.VpcId, 'VpcId'), {
      enableDnsSupport: input.EnableDnsSupport?.Value,
      enableDnsHostnames: input.EnableDnsHostnames?.Value,
    });
    return {};
  },
);

/** VPCs and subnets. @internal */
export const networkOperations: Operation[] = [
  describeVpcs,
  describeSubnets,
  describeVpcAttribute,
  modifyVpcAttribute,
];
