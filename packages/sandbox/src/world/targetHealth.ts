import { Target, TargetHealth } from './types';

/**
 * The health words that the service itself gives, with the reason codes and
 * descriptions of the ELBv2 `TargetHealth` type.
 *
 * @public
 */
export const targetHealthStates = {
  registering: {
    state: 'initial',
    reason: 'Elb.RegistrationInProgress',
    description: 'Target registration is in progress',
  },
  firstChecks: {
    state: 'initial',
    reason: 'Elb.InitialHealthChecking',
    description: 'Initial health checks in progress',
  },
  healthy: { state: 'healthy' },
  failedChecks: {
    state: 'unhealthy',
    reason: 'Target.FailedHealthChecks',
    description: 'Health checks failed',
  },
  timeout: {
    state: 'unhealthy',
    reason: 'Target.Timeout',
    description: 'Request timed out',
  },
  notInUse: {
    state: 'unused',
    reason: 'Target.NotInUse',
    description:
      'Target group is not configured to receive traffic from the load balancer',
  },
  zoneNotEnabled: {
    state: 'unused',
    reason: 'Target.NotInUse',
    description:
      'Target is in an Availability Zone that is not enabled for the load balancer',
  },
  notRegistered: {
    state: 'unused',
    reason: 'Target.NotRegistered',
    description: 'Target is not registered to the target group',
  },
  draining: {
    state: 'draining',
    reason: 'Target.DeregistrationInProgress',
    description: 'Target deregistration is in progress',
  },
} as const satisfies Record<string, TargetHealth>;

/** What the service answers for a target now. @internal */
export function currentHealth(target: Target): TargetHealth {
  const isMoving =
    target.health.state === 'draining' || target.health.state === 'unused';
  return isMoving ? target.health : target.pinnedHealth ?? target.health;
}

/** The key of a target in its group. @internal */
export function targetKey(target: { targetId: string; port: number }): string {
  return `${target.targetId}:${target.port}`;
}
