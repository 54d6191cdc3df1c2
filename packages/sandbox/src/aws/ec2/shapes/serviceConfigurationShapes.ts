import {
  at,
  bool,
  integer,
  itemsOf,
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
  NetworkLoadBalancerArns: at('NetworkLoadBalancerArn', itemsOf(text)),
  GatewayLoadBalancerArns: at('GatewayLoadBalancerArn', itemsOf(text)),
  SupportedIpAddressTypes: at('SupportedIpAddressType', itemsOf(text)),
  SupportedRegions: at('SupportedRegion', itemsOf(text)),
  ClientToken: text,
  TagSpecifications: at('TagSpecification', itemsOf(tagSpecification)),
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
  ServiceType: itemsOf(serviceTypeDetail),
  ServiceId: text,
  ServiceName: text,
  ServiceState: text,
  AvailabilityZoneIds: at('availabilityZoneIdSet', itemsOf(text)),
  AvailabilityZones: at('availabilityZoneSet', itemsOf(text)),
  AcceptanceRequired: bool,
  ManagesVpcEndpoints: bool,
  NetworkLoadBalancerArns: at('networkLoadBalancerArnSet', itemsOf(text)),
  GatewayLoadBalancerArns: at('gatewayLoadBalancerArnSet', itemsOf(text)),
  SupportedIpAddressTypes: at('supportedIpAddressTypeSet', itemsOf(text)),
  BaseEndpointDnsNames: at('baseEndpointDnsNameSet', itemsOf(text)),
  PrivateDnsName: text,
  PrivateDnsNameConfiguration: privateDnsNameConfiguration,
  PayerResponsibility: text,
  Tags: at('tagSet', itemsOf(tag)),
  SupportedRegions: at('supportedRegionSet', itemsOf(supportedRegionDetail)),
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
  AddNetworkLoadBalancerArns: at('AddNetworkLoadBalancerArn', itemsOf(text)),
  RemoveNetworkLoadBalancerArns: at(
    'RemoveNetworkLoadBalancerArn',
    itemsOf(text),
  ),
  AddGatewayLoadBalancerArns: at('AddGatewayLoadBalancerArn', itemsOf(text)),
  RemoveGatewayLoadBalancerArns: at(
    'RemoveGatewayLoadBalancerArn',
    itemsOf(text),
  ),
  AddSupportedIpAddressTypes: at('AddSupportedIpAddressType', itemsOf(text)),
  RemoveSupportedIpAddressTypes: at(
    'RemoveSupportedIpAddressType',
    itemsOf(text),
  ),
  AddSupportedRegions: at('AddSupportedRegion', itemsOf(text)),
  RemoveSupportedRegions: at('RemoveSupportedRegion', itemsOf(text)),
});

/** Wire names of `ModifyVpcEndpointServiceConfigurationResult`. @internal */
export const modifyVpcEndpointServiceConfigurationResult = ec2Structure({
  Return: bool,
});

/** Wire names of `DescribeVpcEndpointServiceConfigurationsRequest`. @internal */
export const describeVpcEndpointServiceConfigurationsRequest = ec2Structure({
  DryRun: bool,
  ServiceIds: at('ServiceId', itemsOf(text)),
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `DescribeVpcEndpointServiceConfigurationsResult`. @internal */
export const describeVpcEndpointServiceConfigurationsResult = ec2Structure({
  ServiceConfigurations: at(
    'serviceConfigurationSet',
    itemsOf(serviceConfiguration),
  ),
  NextToken: text,
});

/** Wire names of `DeleteVpcEndpointServiceConfigurationsRequest`. @internal */
export const deleteVpcEndpointServiceConfigurationsRequest = ec2Structure({
  DryRun: bool,
  ServiceIds: at('ServiceId', itemsOf(text)),
});

/** Wire names of `DeleteVpcEndpointServiceConfigurationsResult`. @internal */
export const deleteVpcEndpointServiceConfigurationsResult = ec2Structure({
  Unsuccessful: itemsOf(unsuccessfulItem),
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
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `AllowedPrincipal`. @internal */
export const allowedPrincipal = ec2Structure({
  PrincipalType: text,
  Principal: text,
  ServicePermissionId: text,
  Tags: at('tagSet', itemsOf(tag)),
  ServiceId: text,
});

/** Wire names of `DescribeVpcEndpointServicePermissionsResult`. @internal */
export const describeVpcEndpointServicePermissionsResult = ec2Structure({
  AllowedPrincipals: itemsOf(allowedPrincipal),
  NextToken: text,
});

/** Wire names of `ModifyVpcEndpointServicePermissionsRequest`. @internal */
export const modifyVpcEndpointServicePermissionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  AddAllowedPrincipals: itemsOf(text),
  RemoveAllowedPrincipals: itemsOf(text),
});

/** Wire names of `AddedPrincipal`. @internal */
export const addedPrincipal = ec2Structure({
  PrincipalType: text,
  Principal: text,
  ServicePermissionId: text,
  ServiceId: text,
});

/** Wire names of `ModifyVpcEndpointServicePermissionsResult`. @internal */
export const modifyVpcEndpointServicePermissionsResult = ec2Structure({
  AddedPrincipals: at('addedPrincipalSet', itemsOf(addedPrincipal)),
  ReturnValue: at('return', bool),
});
