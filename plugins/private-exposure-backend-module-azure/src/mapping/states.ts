import type {
  ConnectionState,
  Health,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';

/**
 * What `privateLinkServiceConnectionState.status` means, from the Microsoft.Network and Microsoft.Cdn APIs.
 * Disconnected: the consumer's endpoint lost its service and cannot get it back.
 *
 * @internal
 */
export const connectionStates = {
  pending: 'pending',
  approved: 'connected',
  rejected: 'rejected',
  // Of web apps.
  disconnecting: 'removing',
  disconnected: 'disconnected',
  timeout: 'expired',
} as const satisfies Record<string, ConnectionState>;

/**
 * What a connection's `provisioningState` adds to its status: a change that is still under way, or that failed.
 *
 * @internal
 */
export const connectionProvisioning = {
  succeeded: undefined,
  ready: undefined,
  // Some providers never send one.
  '': undefined,
  creating: 'connecting',
  updating: 'connecting',
  pending: 'connecting',
  accepted: 'connecting',
  waiting: 'connecting',
  deleting: 'removing',
  dropping: 'removing',
  failed: 'failed',
  canceled: 'failed',
} as const satisfies Record<string, ConnectionState | undefined>;

/**
 * What `provisioningState` means for the lifecycle of a private link service. One that is changed goes on serving; one
 * whose last change failed does too, as it was before.
 *
 * @internal
 */
export const serviceLifecycles = {
  succeeded: 'live',
  creating: 'provisioning',
  updating: 'live',
  deleting: 'deleting',
  failed: 'live',
  canceled: 'live',
} as const satisfies Record<string, SurveyedExposure['lifecycle']>;

/** What `provisioningState` of a private link service or load balancer means for traffic. @internal */
export const provisioningHealths = {
  succeeded: 'ok',
  creating: 'degraded',
  updating: 'degraded',
  deleting: 'degraded',
  failed: 'failing',
  canceled: 'degraded',
} as const satisfies Record<string, Health>;

/**
 * What the state words of other resources mean for traffic: `provisioningState`, `state` of web apps and SQL servers,
 * `powerState` of AKS clusters.
 *
 * @internal
 */
export const resourceHealths = {
  ...provisioningHealths,
  active: 'ok',
  available: 'ok',
  enabled: 'ok',
  online: 'ok',
  ready: 'ok',
  running: 'ok',
  accepted: 'degraded',
  registeringdns: 'degraded',
  resolvingdns: 'degraded',
  scaling: 'degraded',
  starting: 'degraded',
  stopping: 'degraded',
  upgrading: 'degraded',
  disabled: 'failing',
  stopped: 'failing',
} as const satisfies Record<string, Health>;

/** What a Front Door profile's `resourceState` means for the lifecycle, from the Microsoft.Cdn API. @internal */
export const profileLifecycles = {
  creating: 'provisioning',
  active: 'live',
  enabled: 'live',
  upgrading: 'live',
  deleting: 'deleting',
  disabled: 'live',
  migrating: 'live',
  migrated: 'live',
  pendingmigrationcommit: 'live',
  committingmigration: 'live',
  abortingmigration: 'live',
} as const satisfies Record<string, SurveyedExposure['lifecycle']>;

/** The same for traffic. @internal */
export const profileHealths = {
  creating: 'degraded',
  active: 'ok',
  enabled: 'ok',
  upgrading: 'ok',
  deleting: 'degraded',
  disabled: 'failing',
  migrating: 'ok',
  migrated: 'ok',
  pendingmigrationcommit: 'ok',
  committingmigration: 'ok',
  abortingmigration: 'ok',
} as const satisfies Record<string, Health>;
