import { createHash } from 'node:crypto';
import { LoadBalancer, TargetGroup } from '../../world';
import { ApplyContext } from '../types';
import {
  Args,
  blocks,
  optionalString,
  requiredString,
  stringMap,
} from './args';
import { podsOf } from './podsOf';

/**
 * Brings a load balancer's listeners, target groups and targets to what the Service says.
 * @internal
 */
export function reconcileListeners(
  loadBalancer: LoadBalancer,
  args: Args,
  context: ApplyContext,
): void {
  const { world, scope } = context;
  const ports = blocks(args, 'ports');
  const wanted = ports.map(port => Number(port.port));
  for (const listener of world.listeners.listenersOf(loadBalancer.id)) {
    if (!wanted.includes(listener.port)) {
      world.listeners.deleteListener(scope, listener.id);
      if (listener.targetGroupArn) {
        world.targetGroups.deleteTargetGroup(scope, listener.targetGroupArn);
      }
    }
  }
  for (const port of ports) {
    const group = ensureTargetGroup(port, args, context);
    const listener = world.listeners
      .listenersOf(loadBalancer.id)
      .find(existing => existing.port === Number(port.port));
    const forward = {
      protocol: requiredString(port, 'protocol'),
      targetGroupArn: group.id,
      certificateArn:
        port.protocol === 'TLS'
          ? optionalString(args, 'certificate')
          : undefined,
    };
    const attributes = stringMap(port, 'attributes');
    if (listener) {
      world.listeners.modifyListener(scope, listener.id, forward);
      world.listeners.modifyAttributes(scope, listener.id, attributes);
    } else {
      world.listeners.createListener(scope, {
        ...forward,
        attributes,
        port: Number(port.port),
        loadBalancerArn: loadBalancer.id,
        tags: stringMap(args, 'tags'),
      });
    }
    registerTargets(group, loadBalancer, args, context);
  }
}

/**
 * Removes the target groups that were made for a load balancer's Service.
 * @internal
 */
export function removeTargetGroups(
  args: Args,
  { world, scope }: ApplyContext,
): void {
  const names = blocks(args, 'ports').map(port => groupName(port, args));
  for (const group of world.targetGroups.targetGroups.list(scope)) {
    if (names.includes(group.name)) {
      world.targetGroups.deleteTargetGroup(scope, group.id);
    }
  }
}

function ensureTargetGroup(
  port: Args,
  args: Args,
  { world, scope }: ApplyContext,
) {
  const name = groupName(port, args);
  const attributes = stringMap(args, 'target_group_attributes');
  const existing = world.targetGroups.targetGroups
    .list(scope)
    .find(group => group.name === name);
  if (existing) {
    Object.assign(existing.attributes, attributes);
    return existing;
  }
  const [check] = blocks(args, 'health_check');
  return world.createTargetGroup(scope, {
    name,
    protocol: port.protocol === 'UDP' ? 'UDP' : 'TCP',
    port: Number(port.port),
    vpcId: requiredString(args, 'vpc_id'),
    targetType: args.target_type === 'ip' ? 'ip' : 'instance',
    attributes,
    healthCheck: {
      protocol: requiredString(check, 'protocol'),
      port: requiredString(check, 'port'),
      path: optionalString(check, 'path'),
      intervalSeconds: Number(check.interval),
      timeoutSeconds: Number(check.timeout),
      healthyThreshold: Number(check.healthy),
      unhealthyThreshold: Number(check.unhealthy),
    },
    tags: {
      ...stringMap(args, 'tags'),
      'service.k8s.aws/resource': `${requiredString(args, 'stack')}:${
        port.port
      }`,
    },
  });
}

function registerTargets(
  group: TargetGroup,
  loadBalancer: LoadBalancer,
  args: Args,
  { world, scope }: ApplyContext,
) {
  const targets = podsOf(
    {
      stack: requiredString(args, 'stack'),
      replicas: Number(args.replicas),
      targetType: group.targetType,
      port: group.port,
      subnetIds: loadBalancer.subnetIds,
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

function groupName(port: Args, args: Args): string {
  const name = requiredString(args, 'name');
  const hash = createHash('sha256')
    .update(`${name}/${port.port}/${args.target_type}`)
    .digest('hex')
    .slice(0, 10);
  return `${name.slice(0, 20).replace(/-+$/, '')}-${hash}`;
}
