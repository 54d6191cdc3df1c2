import {
  at,
  bool,
  integer,
  listOf,
  text,
  ec2Structure,
} from '../../wire/shapes';
import {
  filter,
  serviceTypeDetail,
  tag,
  tagSpecification,
  unsuccessfulItem,
} from './sharedShapes';

/** Wire names of `CreateVpcEndpointServiceConfigurationRequest`. @internal */
export const createVpcEndpointServiceConfigurationRequest = ec2Structure({
  DryRun: bool,
  AcceptanceRequired: bool,
  PrivateDnsName: text,
  NetworkLoadBalancerArns: at('NetworkLoadBalancerArn', listOf(text)),
  GatewayLoadBalancerArns: at('GatewayLoadBalancerArn', listOf(text)),
  SupportedIpAddressTypes: at('SupportedIpAddressType', listOf(text)),
  SupportedRegions: at('SupportedRegion', listOf(text)),
  ClientToken: text,
  TagSpecifications: at('TagSpecification', listOf(tagSpecification)),
});

/** Wire names of `PrivateDnsNameConfiguration`. @internal */
export const privateDnsNameConfiguration = ec2Structure({
  State: text,
  Type: text,
  Value: text,
  Name: text,
});

/** Wire names of `SupportedRegionDetail`. @internal */
export const supportedRegionDetail = ec2Structure({
  Region: text,
  ServiceState: text,
});

/** Wire names of `ServiceConfiguration`. @internal */
export const serviceConfiguration = ec2Structure({
  ServiceType: listOf(serviceTypeDetail),
  ServiceId: text,
  ServiceName: text,
  ServiceState: text,
  AvailabilityZoneIds: at('availabilityZoneIdSet', listOf(text)),
  AvailabilityZones: at('availabilityZoneSet', listOf(text)),
  AcceptanceRequired: bool,
  ManagesVpcEndpoints: bool,
  NetworkLoadBalancerArns: at('networkLoadBalancerArnSet', listOf(text)),
  GatewayLoadBalancerArns: at('gatewayLoadBalancerArnSet', listOf(text)),
  SupportedIpAddressTypes: at('supportedIpAddressTypeSet', listOf(text)),
  BaseEndpointDnsNames: at('baseEndpointDnsNameSet', listOf(text)),
  PrivateDnsName: text,
  PrivateDnsNameConfiguration: privateDnsNameConfiguration,
  PayerResponsibility: text,
  Tags: at('tagSet', listOf(tag)),
  SupportedRegions: at('supportedRegionSet', listOf(supportedRegionDetail)),
  RemoteAccessEnabled: bool,
});

/** Wire names of `CreateVpcEndpointServiceConfigurationResult`. @internal */
export const createVpcEndpointServiceConfigurationResult = ec2Structure({
  ServiceConfiguration: serviceConfiguration,
  ClientToken: text,
});

/** Wire names of `ModifyVpcEndpointServiceConfigurationRequest`. @internal */
export const modifyVpcEndpointServiceConfigurationRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  PrivateDnsName: text,
  RemovePrivateDnsName: bool,
  AcceptanceRequired: bool,
  AddNetworkLoadBalancerArns: at('AddNetworkLoadBalancerArn', listOf(text)),
  RemoveNetworkLoadBalancerArns: at(
    'RemoveNetworkLoadBalancerArn',
    listOf(text),
  ),
  AddGatewayLoadBalancerArns: at('AddGatewayLoadBalancerArn', listOf(text)),
  RemoveGatewayLoadBalancerArns: at(
    'RemoveGatewayLoadBalancerArn',
    listOf(text),
  ),
  AddSupportedIpAddressTypes: at('AddSupportedIpAddressType', listOf(text)),
  RemoveSupportedIpAddressTypes: at(
    'RemoveSupportedIpAddressType',
    listOf(text),
  ),
  AddSupportedRegions: at('AddSupportedRegion', listOf(text)),
  RemoveSupportedRegions: at('RemoveSupportedRegion', listOf(text)),
});

/** Wire names of `ModifyVpcEndpointServiceConfigurationResult`. @internal */
export const modifyVpcEndpointServiceConfigurationResult = ec2Structure({
  Return: bool,
});

/** Wire names of `DescribeVpcEndpointServiceConfigurationsRequest`. @internal */
export const describeVpcEndpointServiceConfigurationsRequest = ec2Structure({
  DryRun: bool,
  ServiceIds: at('ServiceId', listOf(text)),
  Filters: at('Filter', listOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `DescribeVpcEndpointServiceConfigurationsResult`. @internal */
export const describeVpcEndpointServiceConfigurationsResult = ec2Structure({
  ServiceConfigurations: at(
    'serviceConfigurationSet',
    listOf(serviceConfiguration),
  ),
  NextToken: text,
});

/** Wire names of `DeleteVpcEndpointServiceConfigurationsRequest`. @internal */
export const deleteVpcEndpointServiceConfigurationsRequest = ec2Structure({
  DryRun: bool,
  ServiceIds: at('ServiceId', listOf(text)),
});

/** Wire names of `DeleteVpcEndpointServiceConfigurationsResult`. @internal */
export const deleteVpcEndpointServiceConfigurationsResult = ec2Structure({
  Unsuccessful: listOf(unsuccessfulItem),
});

/** Wire names of `StartVpcEndpointServicePrivateDnsVerificationRequest`. @internal */
export const startVpcEndpointServicePrivateDnsVerificationRequest =
  ec2Structure({
    DryRun: bool,
    ServiceId: text,
  });

/** Wire names of `StartVpcEndpointServicePrivateDnsVerificationResult`. @internal */
export const startVpcEndpointServicePrivateDnsVerificationResult = ec2Structure(
  {
    ReturnValue: at('return', bool),
  },
);

/** Wire names of `DescribeVpcEndpointServicePermissionsRequest`. @internal */
export const describeVpcEndpointServicePermissionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  Filters: at('Filter', listOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `AllowedPrincipal`. @internal */
export const allowedPrincipal = ec2Structure({
  PrincipalType: text,
  Principal: text,
  ServicePermissionId: text,
  Tags: at('tagSet', listOf(tag)),
  ServiceId: text,
  PermissionType: text,
});

/** Wire names of `DescribeVpcEndpointServicePermissionsResult`. @internal */
export const describeVpcEndpointServicePermissionsResult = ec2Structure({
  AllowedPrincipals: listOf(allowedPrincipal),
  NextToken: text,
});

/** Wire names of `ModifyVpcEndpointServicePermissionsRequest`. @internal */
export const modifyVpcEndpointServicePermissionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  AddAllowedPrincipals: listOf(text),
  RemoveAllowedPrincipals: listOf(text),
  PermissionType: text,
});

/** Wire names of `AddedPrincipal`. @internal */
export const addedPrincipal = ec2Structure({
  PrincipalType: text,
  Principal: text,
  ServicePermissionId: text,
  ServiceId: text,
  PermissionType: text,
});

/** Wire names of `ModifyVpcEndpointServicePermissionsResult`. @internal */
export const modifyVpcEndpointServicePermissionsResult = ec2Structure({
  AddedPrincipals: at('addedPrincipalSet', listOf(addedPrincipal)),
  ReturnValue: at('return', bool),
});
