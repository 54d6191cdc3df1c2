import {
  at,
  bool,
  integer,
  itemsOf,
  text,
  ec2Structure,
} from '../../wire/shapes';
import { filter, tag } from './sharedShapes';

/** Wire names of `DescribeSubnetsRequest`. @internal */
export const describeSubnetsRequest = ec2Structure({
  Filters: at('Filter', itemsOf(filter)),
  SubnetIds: at('SubnetId', itemsOf(text)),
  NextToken: text,
  MaxResults: integer,
  DryRun: bool,
});

/** Wire names of `SubnetIpv6CidrBlockAssociation`. @internal */
export const subnetIpv6CidrBlockAssociation = ec2Structure({
  AssociationId: text,
  Ipv6CidrBlock: text,
});

/** Wire names of `Subnet`. @internal */
export const subnet = ec2Structure({
  AvailabilityZoneId: text,
  OwnerId: text,
  AssignIpv6AddressOnCreation: bool,
  Ipv6CidrBlockAssociationSet: itemsOf(subnetIpv6CidrBlockAssociation),
  Tags: at('tagSet', itemsOf(tag)),
  SubnetArn: text,
  Ipv6Native: bool,
  SubnetId: text,
  State: text,
  VpcId: text,
  CidrBlock: text,
  AvailableIpAddressCount: integer,
  AvailabilityZone: text,
  DefaultForAz: bool,
  MapPublicIpOnLaunch: bool,
});

/** Wire names of `DescribeSubnetsResult`. @internal */
export const describeSubnetsResult = ec2Structure({
  NextToken: text,
  Subnets: at('subnetSet', itemsOf(subnet)),
});

/** Wire names of `DescribeVpcsRequest`. @internal */
export const describeVpcsRequest = ec2Structure({
  Filters: at('Filter', itemsOf(filter)),
  VpcIds: at('VpcId', itemsOf(text)),
  NextToken: text,
  MaxResults: integer,
  DryRun: bool,
});

/** Wire names of `VpcCidrBlockState`. @internal */
export const vpcCidrBlockState = ec2Structure({
  State: text,
});

/** Wire names of `VpcCidrBlockAssociation`. @internal */
export const vpcCidrBlockAssociation = ec2Structure({
  AssociationId: text,
  CidrBlock: text,
  CidrBlockState: vpcCidrBlockState,
});

/** Wire names of `Vpc`. @internal */
export const vpc = ec2Structure({
  OwnerId: text,
  InstanceTenancy: text,
  CidrBlockAssociationSet: itemsOf(vpcCidrBlockAssociation),
  IsDefault: bool,
  Tags: at('tagSet', itemsOf(tag)),
  VpcId: text,
  State: text,
  CidrBlock: text,
  DhcpOptionsId: text,
});

/** Wire names of `DescribeVpcsResult`. @internal */
export const describeVpcsResult = ec2Structure({
  NextToken: text,
  Vpcs: at('vpcSet', itemsOf(vpc)),
});

/** Wire names of `DescribeVpcAttributeRequest`. @internal */
export const describeVpcAttributeRequest = ec2Structure({
  Attribute: text,
  VpcId: text,
  DryRun: bool,
});

/** Wire names of `AttributeBooleanValue`. @internal */
export const attributeBooleanValue = ec2Structure({
  Value: bool,
});

/** Wire names of `DescribeVpcAttributeResult`. @internal */
export const describeVpcAttributeResult = ec2Structure({
  EnableDnsHostnames: attributeBooleanValue,
  EnableDnsSupport: attributeBooleanValue,
  EnableNetworkAddressUsageMetrics: attributeBooleanValue,
  VpcId: text,
});

/** Wire names of `ModifyVpcAttributeRequest`. @internal */
export const modifyVpcAttributeRequest = ec2Structure({
  EnableDnsHostnames: attributeBooleanValue,
  EnableDnsSupport: attributeBooleanValue,
  VpcId: text,
});

/** Wire names of `DescribeAvailabilityZonesRequest`. @internal */
export const describeAvailabilityZonesRequest = ec2Structure({
  ZoneNames: at('ZoneName', itemsOf(text)),
  ZoneIds: at('ZoneId', itemsOf(text)),
  AllAvailabilityZones: bool,
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
});

/** Wire names of `AvailabilityZoneMessage`. @internal */
export const availabilityZoneMessage = ec2Structure({
  Message: text,
});

/** Wire names of `AvailabilityZone`. @internal */
export const availabilityZone = ec2Structure({
  OptInStatus: text,
  Messages: at('messageSet', itemsOf(availabilityZoneMessage)),
  RegionName: text,
  ZoneName: text,
  ZoneId: text,
  GroupName: text,
  NetworkBorderGroup: text,
  ZoneType: text,
  State: at('zoneState', text),
});

/** Wire names of `DescribeAvailabilityZonesResult`. @internal */
export const describeAvailabilityZonesResult = ec2Structure({
  AvailabilityZones: at('availabilityZoneInfo', itemsOf(availabilityZone)),
});

/** Wire names of `DescribeRegionsRequest`. @internal */
export const describeRegionsRequest = ec2Structure({
  RegionNames: at('RegionName', itemsOf(text)),
  AllRegions: bool,
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
});

/** Wire names of `RegionGeography`. @internal */
export const regionGeography = ec2Structure({
  Name: text,
});

/** Wire names of `Region`. @internal */
export const region = ec2Structure({
  OptInStatus: text,
  Geography: at('geographySet', itemsOf(regionGeography)),
  RegionName: text,
  Endpoint: at('regionEndpoint', text),
});

/** Wire names of `DescribeRegionsResult`. @internal */
export const describeRegionsResult = ec2Structure({
  Regions: at('regionInfo', itemsOf(region)),
});

/** Wire names of `DescribeNetworkInterfacesRequest`. @internal */
export const describeNetworkInterfacesRequest = ec2Structure({
  NextToken: text,
  MaxResults: integer,
  IncludeManagedResources: bool,
  DryRun: bool,
  NetworkInterfaceIds: at('NetworkInterfaceId', itemsOf(text)),
  Filters: at('filter', itemsOf(filter)),
});

/** Wire names of `NetworkInterfacePrivateIpAddress`. @internal */
export const networkInterfacePrivateIpAddress = ec2Structure({
  Primary: bool,
  PrivateDnsName: text,
  PrivateIpAddress: text,
});

/** Wire names of `GroupIdentifier`. @internal */
export const groupIdentifier = ec2Structure({
  GroupId: text,
  GroupName: text,
});

/** Wire names of `NetworkInterface`. @internal */
export const networkInterface = ec2Structure({
  AvailabilityZone: text,
  Description: text,
  Groups: at('groupSet', itemsOf(groupIdentifier)),
  InterfaceType: text,
  MacAddress: text,
  NetworkInterfaceId: text,
  OwnerId: text,
  PrivateDnsName: text,
  PrivateIpAddress: text,
  PrivateIpAddresses: at(
    'privateIpAddressesSet',
    itemsOf(networkInterfacePrivateIpAddress),
  ),
  RequesterId: text,
  RequesterManaged: bool,
  SourceDestCheck: bool,
  Status: text,
  SubnetId: text,
  TagSet: itemsOf(tag),
  VpcId: text,
  AvailabilityZoneId: text,
});

/** Wire names of `DescribeNetworkInterfacesResult`. @internal */
export const describeNetworkInterfacesResult = ec2Structure({
  NetworkInterfaces: at('networkInterfaceSet', itemsOf(networkInterface)),
  NextToken: text,
});
