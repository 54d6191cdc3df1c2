import {
  at,
  bool,
  integer,
  itemsOf,
  text,
  timestamp,
  ec2Structure,
} from '../../wire/shapes';
import {
  dnsEntry,
  filter,
  serviceTypeDetail,
  tag,
  tagSpecification,
  unsuccessfulItem,
} from './sharedShapes';

/** Wire names of `DnsOptionsSpecification`. @internal */
export const dnsOptionsSpecification = ec2Structure({
  DnsRecordIpType: text,
  PrivateDnsOnlyForInboundResolverEndpoint: bool,
});

/** Wire names of `CreateVpcEndpointRequest`. @internal */
export const createVpcEndpointRequest = ec2Structure({
  DryRun: bool,
  VpcEndpointType: text,
  VpcId: text,
  ServiceName: text,
  PolicyDocument: text,
  RouteTableIds: at('RouteTableId', itemsOf(text)),
  SubnetIds: at('SubnetId', itemsOf(text)),
  SecurityGroupIds: at('SecurityGroupId', itemsOf(text)),
  IpAddressType: text,
  DnsOptions: dnsOptionsSpecification,
  ClientToken: text,
  PrivateDnsEnabled: bool,
  TagSpecifications: at('TagSpecification', itemsOf(tagSpecification)),
  ServiceRegion: text,
});

/** Wire names of `SecurityGroupIdentifier`. @internal */
export const securityGroupIdentifier = ec2Structure({
  GroupId: text,
  GroupName: text,
});

/** Wire names of `DnsOptions`. @internal */
export const dnsOptions = ec2Structure({
  DnsRecordIpType: text,
  PrivateDnsOnlyForInboundResolverEndpoint: bool,
});

/** Wire names of `LastError`. @internal */
export const lastError = ec2Structure({
  Message: text,
  Code: text,
});

/** Wire names of `VpcEndpoint`. @internal */
export const vpcEndpoint = ec2Structure({
  VpcEndpointId: text,
  VpcEndpointType: text,
  VpcId: text,
  ServiceName: text,
  State: text,
  PolicyDocument: text,
  RouteTableIds: at('routeTableIdSet', itemsOf(text)),
  SubnetIds: at('subnetIdSet', itemsOf(text)),
  Groups: at('groupSet', itemsOf(securityGroupIdentifier)),
  IpAddressType: text,
  DnsOptions: dnsOptions,
  PrivateDnsEnabled: bool,
  RequesterManaged: bool,
  NetworkInterfaceIds: at('networkInterfaceIdSet', itemsOf(text)),
  DnsEntries: at('dnsEntrySet', itemsOf(dnsEntry)),
  CreationTimestamp: timestamp,
  Tags: at('tagSet', itemsOf(tag)),
  OwnerId: text,
  LastError: lastError,
  FailureReason: text,
  ServiceRegion: text,
});

/** Wire names of `CreateVpcEndpointResult`. @internal */
export const createVpcEndpointResult = ec2Structure({
  VpcEndpoint: vpcEndpoint,
  ClientToken: text,
});

/** Wire names of `DescribeVpcEndpointsRequest`. @internal */
export const describeVpcEndpointsRequest = ec2Structure({
  DryRun: bool,
  VpcEndpointIds: at('VpcEndpointId', itemsOf(text)),
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `DescribeVpcEndpointsResult`. @internal */
export const describeVpcEndpointsResult = ec2Structure({
  VpcEndpoints: at('vpcEndpointSet', itemsOf(vpcEndpoint)),
  NextToken: text,
});

/** Wire names of `ModifyVpcEndpointRequest`. @internal */
export const modifyVpcEndpointRequest = ec2Structure({
  DryRun: bool,
  VpcEndpointId: text,
  ResetPolicy: bool,
  PolicyDocument: text,
  AddSubnetIds: at('AddSubnetId', itemsOf(text)),
  RemoveSubnetIds: at('RemoveSubnetId', itemsOf(text)),
  AddSecurityGroupIds: at('AddSecurityGroupId', itemsOf(text)),
  RemoveSecurityGroupIds: at('RemoveSecurityGroupId', itemsOf(text)),
  IpAddressType: text,
  DnsOptions: dnsOptionsSpecification,
  PrivateDnsEnabled: bool,
});

/** Wire names of `ModifyVpcEndpointResult`. @internal */
export const modifyVpcEndpointResult = ec2Structure({
  Return: bool,
});

/** Wire names of `DeleteVpcEndpointsRequest`. @internal */
export const deleteVpcEndpointsRequest = ec2Structure({
  DryRun: bool,
  VpcEndpointIds: at('VpcEndpointId', itemsOf(text)),
});

/** Wire names of `DeleteVpcEndpointsResult`. @internal */
export const deleteVpcEndpointsResult = ec2Structure({
  Unsuccessful: itemsOf(unsuccessfulItem),
});

/** Wire names of `DescribeVpcEndpointServicesRequest`. @internal */
export const describeVpcEndpointServicesRequest = ec2Structure({
  DryRun: bool,
  ServiceNames: at('ServiceName', itemsOf(text)),
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
  ServiceRegions: at('ServiceRegion', itemsOf(text)),
});

/** Wire names of `PrivateDnsDetails`. @internal */
export const privateDnsDetails = ec2Structure({
  PrivateDnsName: text,
});

/** Wire names of `ServiceDetail`. @internal */
export const serviceDetail = ec2Structure({
  ServiceName: text,
  ServiceId: text,
  ServiceType: itemsOf(serviceTypeDetail),
  ServiceRegion: text,
  AvailabilityZoneIds: at('availabilityZoneIdSet', itemsOf(text)),
  AvailabilityZones: at('availabilityZoneSet', itemsOf(text)),
  Owner: text,
  BaseEndpointDnsNames: at('baseEndpointDnsNameSet', itemsOf(text)),
  PrivateDnsName: text,
  PrivateDnsNames: at('privateDnsNameSet', itemsOf(privateDnsDetails)),
  VpcEndpointPolicySupported: bool,
  AcceptanceRequired: bool,
  ManagesVpcEndpoints: bool,
  PayerResponsibility: text,
  Tags: at('tagSet', itemsOf(tag)),
  PrivateDnsNameVerificationState: text,
  SupportedIpAddressTypes: at('supportedIpAddressTypeSet', itemsOf(text)),
});

/** Wire names of `DescribeVpcEndpointServicesResult`. @internal */
export const describeVpcEndpointServicesResult = ec2Structure({
  ServiceNames: at('serviceNameSet', itemsOf(text)),
  ServiceDetails: at('serviceDetailSet', itemsOf(serviceDetail)),
  NextToken: text,
});
