import { bool, integer, listOf, text, queryStructure } from '../../wire/shapes';
import { tag } from './sharedShapes';

/** Wire names of `Matcher`. @internal */
export const matcher = queryStructure({
  HttpCode: text,
  GrpcCode: text,
});

/** Wire names of `CreateTargetGroupInput`. @internal */
export const createTargetGroupInput = queryStructure({
  Name: text,
  Protocol: text,
  ProtocolVersion: text,
  Port: integer,
  VpcId: text,
  HealthCheckProtocol: text,
  HealthCheckPort: text,
  HealthCheckEnabled: bool,
  HealthCheckPath: text,
  HealthCheckIntervalSeconds: integer,
  HealthCheckTimeoutSeconds: integer,
  HealthyThresholdCount: integer,
  UnhealthyThresholdCount: integer,
  Matcher: matcher,
  TargetType: text,
  Tags: listOf(tag),
  IpAddressType: text,
});

/** Wire names of `TargetGroup`. @internal */
export const targetGroup = queryStructure({
  TargetGroupArn: text,
  TargetGroupName: text,
  Protocol: text,
  ProtocolVersion: text,
  Port: integer,
  VpcId: text,
  HealthCheckProtocol: text,
  HealthCheckPort: text,
  HealthCheckEnabled: bool,
  HealthCheckIntervalSeconds: integer,
  HealthCheckTimeoutSeconds: integer,
  HealthyThresholdCount: integer,
  UnhealthyThresholdCount: integer,
  HealthCheckPath: text,
  Matcher: matcher,
  LoadBalancerArns: listOf(text),
  TargetType: text,
  IpAddressType: text,
});

/** Wire names of `CreateTargetGroupOutput`. @internal */
export const createTargetGroupOutput = queryStructure({
  TargetGroups: listOf(targetGroup),
});

/** Wire names of `DescribeTargetGroupsInput`. @internal */
export const describeTargetGroupsInput = queryStructure({
  LoadBalancerArn: text,
  TargetGroupArns: listOf(text),
  Names: listOf(text),
  Marker: text,
  PageSize: integer,
});

/** Wire names of `DescribeTargetGroupsOutput`. @internal */
export const describeTargetGroupsOutput = queryStructure({
  TargetGroups: listOf(targetGroup),
  NextMarker: text,
});

/** Wire names of `ModifyTargetGroupInput`. @internal */
export const modifyTargetGroupInput = queryStructure({
  TargetGroupArn: text,
  HealthCheckProtocol: text,
  HealthCheckPort: text,
  HealthCheckPath: text,
  HealthCheckEnabled: bool,
  HealthCheckIntervalSeconds: integer,
  HealthCheckTimeoutSeconds: integer,
  HealthyThresholdCount: integer,
  UnhealthyThresholdCount: integer,
  Matcher: matcher,
});

/** Wire names of `ModifyTargetGroupOutput`. @internal */
export const modifyTargetGroupOutput = queryStructure({
  TargetGroups: listOf(targetGroup),
});

/** Wire names of `DeleteTargetGroupInput`. @internal */
export const deleteTargetGroupInput = queryStructure({
  TargetGroupArn: text,
});

/** Wire names of `DeleteTargetGroupOutput`. @internal */
export const deleteTargetGroupOutput = queryStructure({});

/** Wire names of `DescribeTargetGroupAttributesInput`. @internal */
export const describeTargetGroupAttributesInput = queryStructure({
  TargetGroupArn: text,
});

/** Wire names of `TargetGroupAttribute`. @internal */
export const targetGroupAttribute = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `DescribeTargetGroupAttributesOutput`. @internal */
export const describeTargetGroupAttributesOutput = queryStructure({
  Attributes: listOf(targetGroupAttribute),
});

/** Wire names of `ModifyTargetGroupAttributesInput`. @internal */
export const modifyTargetGroupAttributesInput = queryStructure({
  TargetGroupArn: text,
  Attributes: listOf(targetGroupAttribute),
});

/** Wire names of `ModifyTargetGroupAttributesOutput`. @internal */
export const modifyTargetGroupAttributesOutput = queryStructure({
  Attributes: listOf(targetGroupAttribute),
});

/** Wire names of `TargetDescription`. @internal */
export const targetDescription = queryStructure({
  Id: text,
  Port: integer,
  AvailabilityZone: text,
});

/** Wire names of `RegisterTargetsInput`. @internal */
export const registerTargetsInput = queryStructure({
  TargetGroupArn: text,
  Targets: listOf(targetDescription),
});

/** Wire names of `RegisterTargetsOutput`. @internal */
export const registerTargetsOutput = queryStructure({});

/** Wire names of `DeregisterTargetsInput`. @internal */
export const deregisterTargetsInput = queryStructure({
  TargetGroupArn: text,
  Targets: listOf(targetDescription),
});

/** Wire names of `DeregisterTargetsOutput`. @internal */
export const deregisterTargetsOutput = queryStructure({});

/** Wire names of `DescribeTargetHealthInput`. @internal */
export const describeTargetHealthInput = queryStructure({
  TargetGroupArn: text,
  Targets: listOf(targetDescription),
});

/** Wire names of `TargetHealth`. @internal */
export const targetHealth = queryStructure({
  State: text,
  Reason: text,
  Description: text,
});

/** Wire names of `TargetHealthDescription`. @internal */
export const targetHealthDescription = queryStructure({
  Target: targetDescription,
  HealthCheckPort: text,
  TargetHealth: targetHealth,
});

/** Wire names of `DescribeTargetHealthOutput`. @internal */
export const describeTargetHealthOutput = queryStructure({
  TargetHealthDescriptions: listOf(targetHealthDescription),
});
