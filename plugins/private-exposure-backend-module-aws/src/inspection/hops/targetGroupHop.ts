import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../consoleUrls';
import type { TargetCondition } from '../../mapping/states';
import type { AwsScope } from '../../scopes';
import type { Target, TargetGroup } from '../InspectedLoadBalancer';
import { seenOr } from '../look';
import { hopIds } from './hopIds';

/**
 * A target group on the path.
 *
 * @internal
 */
export function targetGroupHop(group: TargetGroup, scope: AwsScope): Hop {
  const targets = seenOr(group.targets);
  return {
    id: hopIds.targetGroup(group.arn),
    type: 'target-group',
    title: group.name,
    nativeId: group.arn,
    ...judgeTargets(group.targets),
    facts: toFacts({
      Targets: targets && `${countOf(targets, 'healthy')}/${targets.length}`,
      Protocol: group.protocol,
      Port: group.port,
      'Target type': group.targetType,
      'Health check': group.healthCheck,
      'Own cross-zone setting': seenOr(group.crossZone),
    }),
    // What a Classic load balancer registers has no page of its own.
    consoleUrl: group.arn.includes(':targetgroup/')
      ? consoleUrls.targetGroup(scope, group.arn)
      : undefined,
  };
}

/**
 * What the targets of a group say about traffic.
 *
 * @internal
 */
export function judgeTargets(targets: TargetGroup['targets']): {
  health: Health;
  reason?: string;
} {
  if (targets.type === 'unseen') {
    return { health: 'unknown', reason: targets.blind.message };
  }
  // Targets on their way out are no loss: a rollout always has some.
  const staying = targets.value.filter(
    ({ condition }) => condition !== 'leaving',
  );
  const healthy = countOf(staying, 'healthy');
  if (staying.length === 0) {
    return { health: 'failing', reason: 'It has no targets' };
  }
  if (healthy === staying.length) return { health: 'ok' };
  if (healthy > 0) {
    return {
      health: 'degraded',
      reason: `Only ${healthy} of ${staying.length} targets are healthy`,
    };
  }
  return judgeUnhealthy(staying);
}

function judgeUnhealthy(targets: readonly Target[]): {
  health: Health;
  reason: string;
} {
  if (countOf(targets, 'unhealthy') + countOf(targets, 'unused') > 0) {
    return { health: 'failing', reason: 'No target is healthy' };
  }
  if (countOf(targets, 'starting') > 0) {
    return {
      health: 'degraded',
      reason: 'The first health checks are still running',
    };
  }
  return { health: 'unknown', reason: 'The targets are not checked' };
}

function countOf(
  targets: readonly Target[],
  condition: TargetCondition,
): number {
  return targets.filter(target => target.condition === condition).length;
}
