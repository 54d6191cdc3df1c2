import {
  integer,
  listOf,
  queryStructure,
  text,
  timestamp,
} from '../../wire/shapes';

/** Wire names of `DescribeAccessPointsInput`. @internal */
export const describeAccessPointsInput = queryStructure({
  LoadBalancerNames: listOf(text),
  Marker: text,
  PageSize: integer,
});

/** Wire names of `Listener`. @internal */
export const listener = queryStructure({
  Protocol: text,
  LoadBalancerPort: integer,
  InstanceProtocol: text,
  InstancePort: integer,
  SSLCertificateId: text,
});

/** Wire names of `ListenerDescription`. @internal */
export const listenerDescription = queryStructure({
  Listener: listener,
  PolicyNames: listOf(text),
});

/** Wire names of `AppCookieStickinessPolicy`. @internal */
export const appCookieStickinessPolicy = queryStructure({
  PolicyName: text,
  CookieName: text,
});

/** Wire names of `LBCookieStickinessPolicy`. @internal */
export const lbCookieStickinessPolicy = queryStructure({
  PolicyName: text,
  CookieExpirationPeriod: integer,
});

/** Wire names of `Policies`. @internal */
export const policies = queryStructure({
  AppCookieStickinessPolicies: listOf(appCookieStickinessPolicy),
  LBCookieStickinessPolicies: listOf(lbCookieStickinessPolicy),
  OtherPolicies: listOf(text),
});

/** Wire names of `BackendServerDescription`. @internal */
export const backendServerDescription = queryStructure({
  InstancePort: integer,
  PolicyNames: listOf(text),
});

/** Wire names of `Instance`. @internal */
export const instance = queryStructure({
  InstanceId: text,
});

/** Wire names of `HealthCheck`. @internal */
export const healthCheck = queryStructure({
  Target: text,
  Interval: integer,
  Timeout: integer,
  UnhealthyThreshold: integer,
  HealthyThreshold: integer,
});

/** Wire names of `SourceSecurityGroup`. @internal */
export const sourceSecurityGroup = queryStructure({
  OwnerAlias: text,
  GroupName: text,
});

/** Wire names of `LoadBalancerDescription`. @internal */
export const loadBalancerDescription = queryStructure({
  LoadBalancerName: text,
  DNSName: text,
  CanonicalHostedZoneName: text,
  CanonicalHostedZoneNameID: text,
  ListenerDescriptions: listOf(listenerDescription),
  Policies: policies,
  BackendServerDescriptions: listOf(backendServerDescription),
  AvailabilityZones: listOf(text),
  Subnets: listOf(text),
  VPCId: text,
  Instances: listOf(instance),
  HealthCheck: healthCheck,
  SourceSecurityGroup: sourceSecurityGroup,
  SecurityGroups: listOf(text),
  CreatedTime: timestamp,
  Scheme: text,
});

/** Wire names of `DescribeAccessPointsOutput`. @internal */
export const describeAccessPointsOutput = queryStructure({
  LoadBalancerDescriptions: listOf(loadBalancerDescription),
  NextMarker: text,
});
