import { LoadBalancer, Scope, World } from '../../world';
import { ApplyContext } from '../types';
import {
  Args,
  blocks,
  optionalBoolean,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import { namedGroupIds, namedSubnetIds } from './namedNetwork';
import { ResourceHandler } from './ResourceHandler';
import {
  reconcileListeners,
  removeTargetGroups,
} from './loadBalancerListeners';

// A change of one of these makes the controller build another load balancer.
const IDENTITY = ['name', 'scheme', 'target_type', 'subnets', 'vpc_id'];

/**
 * The load balancer of a Kubernetes Service, with what the controller makes around it: listeners, target
 * groups, registered pods or nodes, and a security group unless the Service names some.
 * @internal
 */
export const loadBalancerResource: ResourceHandler = {
  create(args, context) {
    const { world, scope } = context;
    const enforce = enforcementOf(args);
    const loadBalancer =
      findOwn(args, context) ??
      world.createLoadBalancer(scope, {
        name: requiredString(args, 'name'),
        scheme: args.scheme === 'internal' ? 'internal' : 'internet-facing',
        subnetIds: namedSubnetIds(stringList(args, 'subnets'), context),
        securityGroupIds: securityGroupIdsOf(args, context),
        attributes: stringMap(args, 'attributes'),
        enforceInboundRulesOnPrivateLink: enforce,
        tags: {
          ...stringMap(args, 'tags'),
          ...stringMap(args, 'tags_load_balancer'),
        },
      });
    reconcileListeners(loadBalancer, args, context);
    return attributesOf(loadBalancer, args);
  },

  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'id');
    const loadBalancer = world.loadBalancing.loadBalancers.getIn(scope, arn);
    return loadBalancer && attributesOf(loadBalancer, args);
  },

  update(resource, args, context) {
    const isSame = (name: string) =>
      JSON.stringify(args[name]) === JSON.stringify(resource.args[name]);
    if (!IDENTITY.every(isSame)) {
      return undefined;
    }
    const { world, scope } = context;
    const arn = requiredString(resource.attributes, 'id');
    const loadBalancer = world.loadBalancing.getLoadBalancer(scope, arn);
    world.loadBalancing.modifyAttributes(
      scope,
      arn,
      stringMap(args, 'attributes'),
    );
    const groups = securityGroupIdsOf(args, context);
    if (groups.join() !== loadBalancer.securityGroupIds.join()) {
      world.loadBalancing.setSecurityGroups(scope, arn, {
        securityGroupIds: groups,
      });
    }
    if (enforcementOf(args) && groups.length > 0) {
      world.loadBalancing.setSecurityGroups(scope, arn, {
        securityGroupIds: groups,
        enforce: enforcementOf(args),
      });
    }
    loadBalancer.tags = {
      ...stringMap(args, 'tags'),
      ...stringMap(args, 'tags_load_balancer'),
    };
    reconcileListeners(loadBalancer, args, context);
    return attributesOf(loadBalancer, args);
  },

  destroy({ args, attributes }, context) {
    const { world, scope } = context;
    const arn = requiredString(attributes, 'id');
    if (world.loadBalancing.loadBalancers.getIn(scope, arn)) {
      world.loadBalancing.deleteLoadBalancer(scope, arn);
    }
    removeTargetGroups(args, context);
    const managed = findManagedGroup(args, world, scope);
    if (managed) {
      world.securityGroups.deleteSecurityGroup(scope, managed.id);
    }
  },
};

function attributesOf(loadBalancer: LoadBalancer, args: Args): Args {
  return {
    ...args,
    id: loadBalancer.id,
    arn: loadBalancer.id,
    dns_name: loadBalancer.dnsName,
    state: loadBalancer.state,
  };
}

// As the controller does, takes over what carries its tags: an earlier attempt may have come only so far.
function findOwn(args: Args, { world, scope }: ApplyContext) {
  const tags = Object.entries({
    ...stringMap(args, 'tags'),
    ...stringMap(args, 'tags_load_balancer'),
  });
  // The in-tree provider goes by the name, which is made of the Service's uid; the controller by its tags.
  const isNamed = !('service.k8s.aws/resource' in Object.fromEntries(tags));
  return world.loadBalancing.loadBalancers
    .list(scope)
    .find(
      one =>
        (one.name === args.name || !isNamed) &&
        one.scheme === args.scheme &&
        tags.every(([key, value]) => one.tags[key] === value),
    );
}

function enforcementOf(args: Args): 'on' | 'off' | undefined {
  const value = optionalString(args, 'enforce_on_private_link');
  return value === 'on' || value === 'off' ? value : undefined;
}

function securityGroupIdsOf(args: Args, context: ApplyContext): string[] {
  if (optionalBoolean(args, 'manages_security_group')) {
    return [ensureManagedGroup(args, context)];
  }
  return namedGroupIds(stringList(args, 'security_groups'), context);
}

function ensureManagedGroup(
  args: Args,
  { world, scope }: ApplyContext,
): string {
  const existing = findManagedGroup(args, world, scope);
  const group =
    existing ??
    world.securityGroups.createSecurityGroup(scope, {
      name: requiredString(args, 'name'),
      description: '[k8s] Managed SecurityGroup for LoadBalancer',
      vpcId: requiredString(args, 'vpc_id'),
      tags: {
        ...stringMap(args, 'tags'),
        'service.k8s.aws/resource': 'ManagedLBSecurityGroup',
      },
    });
  const present = group.rules
    .filter(rule => !rule.isEgress)
    .map(rule => rule.ruleId);
  world.securityGroups.revoke(scope, group.id, 'ingress', { ruleIds: present });
  const rules = blocks(args, 'ports').flatMap(port =>
    stringList(args, 'source_ranges').map(cidr => ({
      ipProtocol: port.protocol === 'UDP' ? 'udp' : 'tcp',
      fromPort: Number(port.port),
      toPort: Number(port.port),
      ...(cidr.includes(':') ? { cidrIpv6: cidr } : { cidrIpv4: cidr }),
    })),
  );
  world.securityGroups.authorize(scope, group.id, 'ingress', rules);
  return group.id;
}

function findManagedGroup(args: Args, world: World, scope: Scope) {
  const name = requiredString(args, 'name');
  const vpcId = requiredString(args, 'vpc_id');
  return world.securityGroups.groups
    .list(scope)
    .find(
      group =>
        group.name === name &&
        group.vpcId === vpcId &&
        group.tags['service.k8s.aws/resource'] === 'ManagedLBSecurityGroup',
    );
}
