import { ClassicListener, ClassicLoadBalancer } from '../../world';
import { ApplyContext } from '../types';
import {
  Args,
  blocks,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import { namedGroupIds, namedSubnetIds } from './namedNetwork';
import { podsOf } from './podsOf';
import { ResourceHandler } from './ResourceHandler';

const PROTOCOLS = ['HTTP', 'HTTPS', 'TCP', 'SSL'] as const;
// A change of one of these makes the provider build another load balancer.
const IDENTITY = ['name', 'scheme', 'subnets'];

/**
 * The Classic Load Balancer of a Kubernetes Service, with its nodes and a security group unless the Service names some.
 * @internal
 */
export const classicLoadBalancerResource: ResourceHandler = {
  create(args, context) {
    const { world, scope } = context;
    const subnetIds = namedSubnetIds(stringList(args, 'subnets'), context);
    const { vpcId } = world.network.getSubnet(scope, subnetIds[0]);
    const loadBalancer = world.classicLoadBalancers.create(scope, {
      name: requiredString(args, 'name'),
      scheme: args.scheme === 'internal' ? 'internal' : 'internet-facing',
      subnetIds,
      ...contentOf(args, vpcId, context),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(loadBalancer, args);
  },

  read({ args }, { world, scope }) {
    const name = requiredString(args, 'name');
    const found = world.classicLoadBalancers.find(scope, name);
    return found && attributesOf(found, args);
  },

  update({ args: before }, args, context) {
    const isOther = IDENTITY.some(
      name => JSON.stringify(before[name]) !== JSON.stringify(args[name]),
    );
    if (isOther) return undefined;
    const { world, scope } = context;
    const name = requiredString(args, 'name');
    const { vpcId } = world.classicLoadBalancers.get(scope, name);
    const loadBalancer = world.classicLoadBalancers.update(
      scope,
      name,
      contentOf(args, vpcId, context),
    );
    loadBalancer.tags = stringMap(args, 'tags');
    return attributesOf(loadBalancer, args);
  },

  destroy({ args }, context) {
    const { world, scope } = context;
    world.classicLoadBalancers.remove(scope, requiredString(args, 'name'));
    const group = findGroup(args, context);
    if (group) world.securityGroups.deleteSecurityGroup(scope, group.id);
  },
};

function attributesOf(loadBalancer: ClassicLoadBalancer, args: Args): Args {
  const { id, dnsName } = loadBalancer;
  return { ...args, id, arn: id, dns_name: dnsName, address: dnsName };
}

function contentOf(args: Args, vpcId: string, context: ApplyContext) {
  const named = namedGroupIds(stringList(args, 'security_groups'), context);
  const extra = stringList(args, 'extra_security_groups');
  return {
    securityGroupIds: [
      ...(named.length > 0 ? named : [ensureGroup(args, vpcId, context)]),
      ...namedGroupIds(extra, context),
    ],
    listeners: blocks(args, 'listeners').map(toListener),
    healthCheckTarget: requiredString(args, 'health_check'),
    instanceIds: podsOf(
      {
        stack: requiredString(args, 'stack'),
        replicas: Number(args.replicas),
        targetType: 'instance',
        port: 0,
        subnetIds: [],
      },
      context.world,
    ).map(({ targetId }) => targetId),
  };
}

function toListener(listener: Args): ClassicListener {
  const protocolOf = (name: string) =>
    PROTOCOLS.find(one => one === listener[name]) ?? 'TCP';
  return {
    protocol: protocolOf('protocol'),
    port: Number(listener.port),
    instanceProtocol: protocolOf('instance_protocol'),
    instancePort: Number(listener.instance_port),
    certificateArn: optionalString(listener, 'certificate'),
  };
}

function groupName(args: Args): string {
  return `k8s-elb-${requiredString(args, 'name')}`;
}

function findGroup(args: Args, { world, scope }: ApplyContext) {
  return world.securityGroups.groups
    .list(scope)
    .find(({ name }) => name === groupName(args));
}

function ensureGroup(args: Args, vpcId: string, context: ApplyContext): string {
  const { world, scope } = context;
  const group =
    findGroup(args, context) ??
    world.securityGroups.createSecurityGroup(scope, {
      name: groupName(args),
      description: `Security group for Kubernetes ELB ${args.name} (${args.stack})`,
      vpcId,
      tags: stringMap(args, 'tags'),
    });
  const ruleIds = group.rules
    .filter(rule => !rule.isEgress)
    .map(rule => rule.ruleId);
  world.securityGroups.revoke(scope, group.id, 'ingress', { ruleIds });
  const rules = blocks(args, 'listeners').flatMap(({ port }) =>
    stringList(args, 'source_ranges').map(cidrIpv4 => ({
      ipProtocol: 'tcp',
      fromPort: Number(port),
      toPort: Number(port),
      cidrIpv4,
    })),
  );
  world.securityGroups.authorize(scope, group.id, 'ingress', rules);
  return group.id;
}
