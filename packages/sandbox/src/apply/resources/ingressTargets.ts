import { LoadBalancer, TargetGroup } from '../../world';
import { ApplyContext } from '../types';
import { Args, blocks, requiredString, stringList, stringMap } from './args';
import { podsOf } from './podsOf';

/**
 * Removes the target groups of a load balancer's Ingresses but those that are kept.
 * @internal
 */
export function removeIngressTargets(
  args: Args,
  kept: TargetGroup[],
  { world, scope }: ApplyContext,
): void {
  const own = stringMap(args, 'tags');
  const keys = ['elbv2.k8s.aws/cluster', 'ingress.k8s.aws/stack'];
  for (const group of world.targetGroups.targetGroups.list(scope)) {
    const isOwn = keys.every(key => group.tags[key] === own[key]);
    if (isOwn && !kept.includes(group)) {
      world.targetGroups.deleteTargetGroup(scope, group.id);
    }
  }
}

/**
 * The target group of one backend of an Ingress, made or brought up to date.
 * @internal
 */
export function ensureIngressTargets(
  described: Args,
  { vpcId }: LoadBalancer,
  { world, scope }: ApplyContext,
): TargetGroup {
  const name = requiredString(described, 'name');
  const attributes = stringMap(described, 'attributes');
  const [check] = blocks(described, 'health_check');
  const healthCheck = {
    protocol: requiredString(check, 'protocol'),
    port: requiredString(check, 'port'),
    path: requiredString(check, 'path'),
    matcher: requiredString(check, 'matcher'),
    intervalSeconds: Number(check.interval),
    timeoutSeconds: Number(check.timeout),
    healthyThreshold: Number(check.healthy),
    unhealthyThreshold: Number(check.unhealthy),
  };
  const tags = stringMap(described, 'tags');
  const existing = world.targetGroups.targetGroups
    .list(scope)
    .find(group => group.name === name);
  if (existing) {
    Object.assign(existing.attributes, attributes);
    Object.assign(existing, { healthCheck, tags });
    return existing;
  }
  return world.createTargetGroup(scope, {
    name,
    protocol: requiredString(described, 'protocol'),
    protocolVersion:
      (['HTTP2', 'GRPC'] as const).find(one => one === described.version) ??
      'HTTP1',
    port: Number(described.port),
    vpcId,
    targetType: described.target_type === 'ip' ? 'ip' : 'instance',
    healthCheck,
    attributes,
    tags,
  });
}

/**
 * Registers the pods or nodes of a backend, and no others.
 * @internal
 */
export function registerPods(
  group: TargetGroup,
  described: Args,
  { world, scope }: ApplyContext,
) {
  const targets = podsOf(
    {
      stack: requiredString(described, 'stack'),
      replicas: Number(described.replicas),
      targetType: group.targetType,
      port: group.port,
      subnetIds: stringList(described, 'pod_subnets'),
    },
    world,
  );
  const wanted = new Set(targets.map(target => target.targetId));
  const stale = [...group.targets.values()].filter(
    target => !wanted.has(target.targetId),
  );
  world.targetGroups.deregisterTargets(scope, group.id, stale);
  world.registerTargets(scope, group.id, targets);
}
