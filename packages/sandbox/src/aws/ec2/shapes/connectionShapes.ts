import {
  at,
  bool,
  integer,
  itemsOf,
  text,
  timestamp,
  ec2Structure,
} from '../../wire/shapes';
import { dnsEntry, filter, tag, unsuccessfulItem } from './sharedShapes';

/** Wire names of `DescribeVpcEndpointConnectionsRequest`. @internal */
export const describeVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  Filters: at('Filter', itemsOf(filter)),
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
  DnsEntries: at('dnsEntrySet', itemsOf(dnsEntry)),
  NetworkLoadBalancerArns: at('networkLoadBalancerArnSet', itemsOf(text)),
  GatewayLoadBalancerArns: at('gatewayLoadBalancerArnSet', itemsOf(text)),
  IpAddressType: text,
  VpcEndpointConnectionId: text,
  Tags: at('tagSet', itemsOf(tag)),
  VpcEndpointRegion: text,
  PayerResponsibilities: at(
    'payerResponsibilitySet',
    itemsOf(payerResponsibilityEntry),
  ),
});

/** Wire names of `DescribeVpcEndpointConnectionsResult`. @internal */
export const describeVpcEndpointConnectionsResult = ec2Structure({
  VpcEndpointConnections: at(
    'vpcEndpointConnectionSet',
    itemsOf(vpcEndpointConnection),
  ),
  NextToken: text,
});

/** Wire names of `AcceptVpcEndpointConnectionsRequest`. @internal */
export const acceptVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointIds: at('VpcEndpointId', itemsOf(text)),
});

/** Wire names of `AcceptVpcEndpointConnectionsResult`. @internal */
export const acceptVpcEndpointConnectionsResult = ec2Structure({
  Unsuccessful: itemsOf(unsuccessfulItem),
});

/** Wire names of `RejectVpcEndpointConnectionsRequest`. @internal */
export const rejectVpcEndpointConnectionsRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointIds: at('VpcEndpointId', itemsOf(text)),
});

/** Wire names of `RejectVpcEndpointConnectionsResult`. @internal */
export const rejectVpcEndpointConnectionsResult = ec2Structure({
  Unsuccessful: itemsOf(unsuccessfulItem),
});

/** Wire names of `CreateVpcEndpointConnectionNotificationRequest`. @internal */
export const createVpcEndpointConnectionNotificationRequest = ec2Structure({
  DryRun: bool,
  ServiceId: text,
  VpcEndpointId: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: itemsOf(text),
  ClientToken: text,
});

/** Wire names of `ConnectionNotification`. @internal */
export const connectionNotification = ec2Structure({
  ConnectionNotificationId: text,
  ServiceId: text,
  VpcEndpointId: text,
  ConnectionNotificationType: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: itemsOf(text),
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
  Filters: at('Filter', itemsOf(filter)),
  MaxResults: integer,
  NextToken: text,
});

/** Wire names of `DescribeVpcEndpointConnectionNotificationsResult`. @internal */
export const describeVpcEndpointConnectionNotificationsResult = ec2Structure({
  ConnectionNotificationSet: itemsOf(connectionNotification),
  NextToken: text,
});

/** Wire names of `ModifyVpcEndpointConnectionNotificationRequest`. @internal */
export const modifyVpcEndpointConnectionNotificationRequest = ec2Structure({
  DryRun: bool,
  ConnectionNotificationId: text,
  ConnectionNotificationArn: text,
  ConnectionEvents: itemsOf(text),
});

/** Wire names of `ModifyVpcEndpointConnectionNotificationResult`. @internal */
export const modifyVpcEndpointConnectionNotificationResult = ec2Structure({
  ReturnValue: at('return', bool),
});

/** Wire names of `DeleteVpcEndpointConnectionNotificationsRequest`. @internal */
export const deleteVpcEndpointConnectionNotificationsRequest = ec2Structure({
  DryRun: bool,
  ConnectionNotificationIds: at('ConnectionNotificationId', itemsOf(text)),
});

/** Wire names of `DeleteVpcEndpointConnectionNotificationsResult`. @internal */
export const deleteVpcEndpointConnectionNotificationsResult = ec2Structure({
  Unsuccessful: itemsOf(unsuccessfulItem),
});
