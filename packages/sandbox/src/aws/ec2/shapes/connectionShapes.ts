import {
  at,
  bool,
  integer,
  listOf,
  text,
  timestamp,
  ec2Structure,
} from '../../wire/shapes';
import { dnsEntry, filter, tag, unsuccessfulItem } from './sharedShapes';

/** Wire names of `DescribeVpcEndpointConnectionsRequest`. @internal */
export const describeVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  Filters: at('Filter', listOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `PayerResponsibilityEntry`. @internal */
export const payerResponsibilityEntry = ec2Structure({
  Scope: text,
  PayerResponsibilityType: text,
});

/** Wire names of `VpcEndpointConnection`. @internal */
export const vpcEndpointConnection = ec2Structure({
  ServiceId: text,
  VpcEndpointId: text,
  VpcEndpointOwner: text,
  VpcEndpointState: text,
  CreationTimestamp: timestamp,
  DnsEntries: at('dnsEntrySet', listOf(dnsEntry)),
  NetworkLoadBalancerArns: at('networkLoadBalancerArnSet', listOf(text)),
  GatewayLoadBalancerArns: at('gatewayLoadBalancerArnSet', listOf(text)),
  IpAddressType: text,
  VpcEndpointConnectionId: text,
  Tags: at('tagSet', listOf(tag)),
  VpcEndpointRegion: text,
  PayerResponsibilities: at(
    'payerResponsibilitySet',
    listOf(payerResponsibilityEntry),
  ),
  TransitGatewayAttachmentId: text,
  TransitGatewayAttachmentOwner: text,
});

/** Wire names of `DescribeVpcEndpointConnectionsResult`. @internal */
export const describeVpcEndpointConnectionsResult = ec2Structure({
  VpcEndpointConnections: at(
    'vpcEndpointConnectionSet',
    listOf(vpcEndpointConnection),
  ),
  NextToken: text,
});

/** Wire names of `AcceptVpcEndpointConnectionsRequest`. @internal */
export const acceptVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointIds: at('VpcEndpointId', listOf(text)),
  TransitGatewayAttachmentIds: at('TransitGatewayAttachmentId', listOf(text)),
});

/** Wire names of `AcceptVpcEndpointConnectionsResult`. @internal */
export const acceptVpcEndpointConnectionsResult = ec2Structure({
  Unsuccessful: listOf(unsuccessfulItem),
});

/** Wire names of `RejectVpcEndpointConnectionsRequest`. @internal */
export const rejectVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointIds: at('VpcEndpointId', listOf(text)),
  TransitGatewayAttachmentIds: at('TransitGatewayAttachmentId', listOf(text)),
});

/** Wire names of `RejectVpcEndpointConnectionsResult`. @internal */
export const rejectVpcEndpointConnectionsResult = ec2Structure({
  Unsuccessful: listOf(unsuccessfulItem),
});

/** Wire names of `CreateVpcEndpointConnectionNotificationRequest`. @internal */
export const createVpcEndpointConnectionNotificationRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointId: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: listOf(text),
  ClientToken: text,
});

/** Wire names of `ConnectionNotification`. @internal */
export const connectionNotification = ec2Structure({
  ConnectionNotificationId: text,
  ServiceId: text,
  VpcEndpointId: text,
  ConnectionNotificationType: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: listOf(text),
  ConnectionNotificationState: text,
  ServiceRegion: text,
});

/** Wire names of `CreateVpcEndpointConnectionNotificationResult`. @internal */
export const createVpcEndpointConnectionNotificationResult = ec2Structure({
  ConnectionNotification: connectionNotification,
  ClientToken: text,
});

/** Wire names of `DescribeVpcEndpointConnectionNotificationsRequest`. @internal */
export const describeVpcEndpointConnectionNotificationsRequest = ec2Structure({
  DryRun: bool,
  ConnectionNotificationId: text,
  Filters: at('Filter', listOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `DescribeVpcEndpointConnectionNotificationsResult`. @internal */
export const describeVpcEndpointConnectionNotificationsResult = ec2Structure({
  ConnectionNotificationSet: listOf(connectionNotification),
  NextToken: text,
});

/** Wire names of `ModifyVpcEndpointConnectionNotificationRequest`. @internal */
export const modifyVpcEndpointConnectionNotificationRequest = ec2Structure({
  DryRun: bool,
  ConnectionNotificationId: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: listOf(text),
});

/** Wire names of `ModifyVpcEndpointConnectionNotificationResult`. @internal */
export const modifyVpcEndpointConnectionNotificationResult = ec2Structure({
  ReturnValue: at('return', bool),
});

/** Wire names of `DeleteVpcEndpointConnectionNotificationsRequest`. @internal */
export const deleteVpcEndpointConnectionNotificationsRequest = ec2Structure({
  DryRun: bool,
  ConnectionNotificationIds: at('ConnectionNotificationId', listOf(text)),
});

/** Wire names of `DeleteVpcEndpointConnectionNotificationsResult`. @internal */
export const deleteVpcEndpointConnectionNotificationsResult = ec2Structure({
  Unsuccessful: listOf(unsuccessfulItem),
});
