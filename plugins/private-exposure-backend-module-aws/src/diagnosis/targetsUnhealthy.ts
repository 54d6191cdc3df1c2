import {
  type DiagnosisRule,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  Target,
  WithLoadBalancers,
} from '../inspection/InspectedLoadBalancer';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';

const MOST_NAMED = 5;

/**
 * The load balancer finds targets unhealthy, or does not use them.
 *
 * @internal
 */
export const targetsUnhealthy: DiagnosisRule<WithLoadBalancers> = {
  id: 'aws/targets-unhealthy',
  severity: 'error',
  breaksTraffic: true,
  check: ({ loadBalancers }) => {
    const groups = loadBalancers.flatMap(
      ({ targetGroups }) => seenOr(targetGroups) ?? [],
    );
    return groups.flatMap(group => {
      const targets = seenOr(group.targets) ?? [];
      const bad = targets.filter(
        ({ condition }) => condition === 'unhealthy' || condition === 'unused',
      );
      if (bad.length === 0) return [];
      return {
        message: `${bad.length} of ${targets.length} targets of '${group.name}' do not take traffic`,
        remedy: remedyFor(bad),
        hopId: hopIds.targetGroup(group.arn),
        evidence: toFacts({
          ...Object.fromEntries(
            bad
              .slice(0, MOST_NAMED)
              .map(target => [nameOf(target), saidOf(target)]),
          ),
          'And others':
            bad.length > MOST_NAMED ? bad.length - MOST_NAMED : undefined,
          'Health check': group.healthCheck,
        }),
      };
    });
  },
};

function nameOf({ id, port }: Target): string {
  return port === undefined ? id : `${id}:${port}`;
}

function saidOf({ state, reason }: Target): string {
  return reason ? `${state} (${reason})` : state;
}

/** AWS's reason codes, from the ELBv2 API, say where to look. */
function remedyFor(targets: readonly Target[]): string {
  const has = (code: string) =>
    targets.some(({ reason }) => reason?.startsWith(code));
  if (has('Target.Timeout') || has('Target.FailedHealthChecks')) {
    return "Check that the targets listen on the health check's port, and that their security groups let the load balancer's addresses in.";
  }
  if (has('Target.ResponseCodeMismatch')) {
    return "The targets answer the health check with another status than the target group expects: correct the check's path or the expected status.";
  }
  if (has('Target.NotInUse')) {
    return 'The load balancer has no listener that forwards to this group, or none of its zones holds these targets: add the listener or the zone.';
  }
  return 'Look at the reason that AWS gives for each target, and at the health check of the target group.';
}
