import {
  Listener,
  ListenerAnswer,
  LoadBalancer,
  RuleCondition,
  TargetGroup,
} from '../../world';
import { ApplyContext } from '../types';
import {
  Args,
  blocks,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import {
  ensureIngressTargets,
  registerPods,
  removeIngressTargets,
} from './ingressTargets';
import { ingressCertificates } from './ingressCertificates';

/**
 * Brings the listeners, rules, target groups and targets of a load balancer to what its Ingresses say.
 * @internal
 */
export function reconcileIngress(
  loadBalancer: LoadBalancer,
  args: Args,
  context: ApplyContext,
): void {
  const { world, scope } = context;
  const groups = new Map(
    blocks(args, 'target_groups').map(group => [
      requiredString(group, 'key'),
      ensureIngressTargets(group, loadBalancer, context),
    ]),
  );
  const ports = blocks(args, 'listeners').map(({ port }) => Number(port));
  for (const listener of world.listeners.listenersOf(loadBalancer.id)) {
    if (!ports.includes(listener.port)) {
      world.listeners.deleteListener(scope, listener.id);
    }
  }
  for (const described of blocks(args, 'listeners')) {
    const listener = ensureListener(
      described,
      { loadBalancer, groups, tags: stringMap(args, 'tags') },
      context,
    );
    const rules = blocks(args, 'rules').filter(
      ({ port }) => Number(port) === listener.port,
    );
    replaceRules(listener, rules, { groups, args }, context);
  }
  removeIngressTargets(args, [...groups.values()], context);
  for (const described of blocks(args, 'target_groups')) {
    const group = groups.get(requiredString(described, 'key'));
    if (group) registerPods(group, described, context);
  }
}

function ensureListener(
  described: Args,
  place: {
    loadBalancer: LoadBalancer;
    groups: ReadonlyMap<string, TargetGroup>;
    tags: Record<string, string>;
  },
  context: ApplyContext,
): Listener {
  const { world, scope } = context;
  const port = Number(described.port);
  const protocol = requiredString(described, 'protocol');
  const [certificateArn, ...furtherCertificateArns] =
    protocol === 'HTTPS' ? ingressCertificates(described, context) : [];
  const wanted = {
    protocol,
    ...outcomeOf(described, place.groups),
    certificateArn,
    furtherCertificateArns,
    sslPolicy: optionalString(described, 'ssl_policy'),
  };
  const existing = world.listeners
    .listenersOf(place.loadBalancer.id)
    .find(listener => listener.port === port);
  if (existing) {
    return world.listeners.modifyListener(scope, existing.id, wanted);
  }
  return world.createListener(scope, {
    ...wanted,
    port,
    loadBalancerArn: place.loadBalancer.id,
    tags: { ...place.tags, 'ingress.k8s.aws/resource': String(port) },
  });
}

function replaceRules(
  listener: Listener,
  described: Args[],
  place: { groups: ReadonlyMap<string, TargetGroup>; args: Args },
  { world, scope }: ApplyContext,
) {
  const present = new Map(
    world.listenerRules
      .rulesOf(listener.id)
      .map(rule => [rule.priority, rule] as const),
  );
  for (const rule of described) {
    const priority = Number(rule.priority);
    const wanted = {
      conditions: blocks(rule, 'conditions').map(toCondition),
      ...outcomeOf(rule, place.groups),
    };
    const existing = present.get(priority);
    present.delete(priority);
    if (existing) {
      world.listenerRules.modifyRule(scope, existing.id, wanted);
    } else {
      const tags = {
        ...stringMap(rule, 'tags'),
        ...stringMap(place.args, 'tags'),
        'ingress.k8s.aws/resource': `${listener.port}:${priority}`,
      };
      world.listenerRules.createRule(listener, { ...wanted, priority, tags });
    }
  }
  for (const rule of present.values()) {
    world.listenerRules.deleteRule(scope, rule.id);
  }
}

function toCondition(condition: Args): RuleCondition {
  return {
    field: condition.field === 'host-header' ? 'host-header' : 'path-pattern',
    values: stringList(condition, 'values'),
  };
}

function outcomeOf(
  described: Args,
  groups: ReadonlyMap<string, TargetGroup>,
): { targetGroupArn?: string; answer?: ListenerAnswer } {
  const [action] = blocks(described, 'action');
  if (action.type === 'forward') {
    const key = requiredString(action, 'target_group');
    return { targetGroupArn: groups.get(key)?.id };
  }
  const statusCode = requiredString(action, 'status_code');
  const part = (name: string) => optionalString(action, name);
  return action.type === 'redirect'
    ? {
        answer: {
          type: 'redirect',
          statusCode,
          protocol: part('protocol'),
          port: part('port'),
          host: part('host'),
          path: part('path'),
          query: part('query'),
        },
      }
    : {
        answer: {
          type: 'fixed-response',
          statusCode,
          contentType: part('content_type'),
          messageBody: part('message_body'),
        },
      };
}
