import type {
  ConnectionState,
  DomainVerification,
  Health,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';

/**
 * What `VpcEndpointState` means, from the EC2 API's `State`. `partial`: some of the endpoint's network interfaces work.
 *
 * @internal
 */
export const connectionStates = {
  pendingacceptance: 'pending',
  pending: 'connecting',
  available: 'connected',
  partial: 'connected',
  rejected: 'rejected',
  deleting: 'removing',
  deleted: 'disconnected',
  failed: 'failed',
  expired: 'expired',
} as const satisfies Record<string, ConnectionState>;

/**
 * What `ServiceState` means for the lifecycle, from the EC2 API. A service that failed never went live. A survey that
 * still lists a deleted service sees the end of its deletion.
 *
 * @internal
 */
export const serviceLifecycles = {
  pending: 'provisioning',
  available: 'live',
  deleting: 'deleting',
  deleted: 'deleting',
  failed: 'provisioning',
} as const satisfies Record<string, SurveyedExposure['lifecycle']>;

/** What `ServiceState` means for traffic. @internal */
export const serviceHealths = {
  pending: 'degraded',
  available: 'ok',
  deleting: 'degraded',
  deleted: 'failing',
  failed: 'failing',
} as const satisfies Record<string, Health>;

/** What `DnsNameState` means. @internal */
export const domainStates = {
  pendingverification: 'pending',
  verified: 'verified',
  failed: 'failed',
} as const satisfies Record<string, DomainVerification['state']>;

/**
 * What a load balancer's `State.Code` means for the lifecycle, from the ELBv2 API. One that could not be set up never went
 * live.
 *
 * @internal
 */
export const loadBalancerLifecycles = {
  active: 'live',
  active_impaired: 'live',
  provisioning: 'provisioning',
  failed: 'provisioning',
} as const satisfies Record<string, SurveyedExposure['lifecycle']>;

/** What a load balancer's `State.Code` means for traffic, from the ELBv2 API. @internal */
export const loadBalancerHealths = {
  active: 'ok',
  provisioning: 'degraded',
  active_impaired: 'degraded',
  failed: 'failing',
} as const satisfies Record<string, Health>;

/** What a distribution's `Status` means for the lifecycle, from the CloudFront API. @internal */
export const distributionLifecycles = {
  deployed: 'live',
  inprogress: 'provisioning',
} as const satisfies Record<string, SurveyedExposure['lifecycle']>;

/** What a distribution's `Status` means for traffic: some places still answer as before. @internal */
export const distributionHealths = {
  deployed: 'ok',
  inprogress: 'degraded',
} as const satisfies Record<string, Health>;

/** What a target can be, seen from the load balancer. @internal */
export type TargetCondition =
  | 'healthy'
  | 'starting'
  | 'unhealthy'
  | 'leaving'
  | 'unused'
  | 'unchecked';

/** What a target's `State` means, from the ELBv2 API. @internal */
export const targetConditions = {
  healthy: 'healthy',
  initial: 'starting',
  unhealthy: 'unhealthy',
  'unhealthy.draining': 'unhealthy',
  draining: 'leaving',
  unused: 'unused',
  unavailable: 'unchecked',
} as const satisfies Record<string, TargetCondition>;

/** What the `State` of an instance behind a Classic load balancer means, from the older Elastic Load Balancing API. @internal */
export const classicTargetConditions = {
  inservice: 'healthy',
  outofservice: 'unhealthy',
  unknown: 'unchecked',
} as const satisfies Record<string, TargetCondition>;

/** What a VPC origin's `Status` means for traffic, from the CloudFront API. @internal */
export const vpcOriginHealths = {
  deployed: 'ok',
  deploying: 'degraded',
  deleting: 'degraded',
  failed: 'failing',
} as const satisfies Record<string, Health>;
