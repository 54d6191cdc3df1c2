import {
  integer,
  listOf,
  text,
  timestamp,
  queryStructure,
} from '../../wire/shapes';
import { tag } from './sharedShapes';

/** Wire names of `SubnetMapping`. @internal */
export const subnetMapping = queryStructure({
  SubnetId: text,
  PrivateIPv4Address: text,
});

/** Wire names of `CreateLoadBalancerInput`. @internal */
export const createLoadBalancerInput = queryStructure({
  Name: text,
  Subnets: listOf(text),
  SubnetMappings: listOf(subnetMapping),
  SecurityGroups: listOf(text),
  Scheme: text,
  Tags: listOf(tag),
  Type: text,
  IpAddressType: text,
});

/** Wire names of `LoadBalancerAddress`. @internal */
export const loadBalancerAddress = queryStructure({
  IpAddress: text,
  AllocationId: text,
  PrivateIPv4Address: text,
  IPv6Address: text,
});

/** Wire names of `AvailabilityZone`. @internal */
export const availabilityZone = queryStructure({
  ZoneName: text,
  SubnetId: text,
  LoadBalancerAddresses: listOf(loadBalancerAddress),
});

/** Wire names of `LoadBalancerState`. @internal */
export const loadBalancerState = queryStructure({
  Code: text,
  Reason: text,
});

/** Wire names of `LoadBalancer`. @internal */
export const loadBalancer = queryStructure({
  LoadBalancerArn: text,
  DNSName: text,
  CanonicalHostedZoneId: text,
  CreatedTime: timestamp,
  LoadBalancerName: text,
  Scheme: text,
  VpcId: text,
  State: loadBalancerState,
  Type: text,
  AvailabilityZones: listOf(availabilityZone),
  SecurityGroups: listOf(text),
  IpAddressType: text,
  EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: text,
});

/** Wire names of `CreateLoadBalancerOutput`. @internal */
export const createLoadBalancerOutput = queryStructure({
  LoadBalancers: listOf(loadBalancer),
});

/** Wire names of `DescribeLoadBalancersInput`. @internal */
export const describeLoadBalancersInput = queryStructure({
  LoadBalancerArns: listOf(text),
  Names: listOf(text),
  Marker: text,
  PageSize: integer,
});

/** Wire names of `DescribeLoadBalancersOutput`. @internal */
export const describeLoadBalancersOutput = queryStructure({
  LoadBalancers: listOf(loadBalancer),
  NextMarker: text,
});

/** Wire names of `DeleteLoadBalancerInput`. @internal */
export const deleteLoadBalancerInput = queryStructure({
  LoadBalancerArn: text,
});

/** Wire names of `DeleteLoadBalancerOutput`. @internal */
export const deleteLoadBalancerOutput = queryStructure({});

/** Wire names of `DescribeLoadBalancerAttributesInput`. @internal */
export const describeLoadBalancerAttributesInput = queryStructure({
  LoadBalancerArn: text,
});

/** Wire names of `LoadBalancerAttribute`. @internal */
export const loadBalancerAttribute = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `DescribeLoadBalancerAttributesOutput`. @internal */
export const describeLoadBalancerAttributesOutput = queryStructure({
  Attributes: listOf(loadBalancerAttribute),
});

/** Wire names of `ModifyLoadBalancerAttributesInput`. @internal */
export const modifyLoadBalancerAttributesInput = queryStructure({
  LoadBalancerArn: text,
  Attributes: listOf(loadBalancerAttribute),
});

/** Wire names of `ModifyLoadBalancerAttributesOutput`. @internal */
export const modifyLoadBalancerAttributesOutput = queryStructure({
  Attributes: listOf(loadBalancerAttribute),
});

/** Wire names of `SetSecurityGroupsInput`. @internal */
export const setSecurityGroupsInput = queryStructure({
  LoadBalancerArn: text,
  SecurityGroups: listOf(text),
  EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: text,
});

/** Wire names of `SetSecurityGroupsOutput`. @internal */
export const setSecurityGroupsOutput = queryStructure({
  SecurityGroupIds: listOf(text),
  EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: text,
});
