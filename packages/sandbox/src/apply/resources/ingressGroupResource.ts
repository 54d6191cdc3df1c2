import { InputError } from '@backstage/errors';
import { AwsFault, LoadBalancer } from '../../world';
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
  ensureFrontendGroup,
  removeFrontendGroup,
} from './ingressSecurityGroup';
import { namedGroupIds, namedSubnetIds } from './namedNetwork';
import { ingressCertificates } from './ingressCertificates';
import { removeIngressTargets } from './ingressTargets';
import { reconcileIngress } from './reconcileIngress';
import { ResourceHandler } from './ResourceHandler';

// A change of one of these makes the controller build another load balancer.
const IDENTITY = ['name', 'scheme'];
const LEAST_ZONES = 2;

/**
 * The application load balancer of an IngressGroup, with what the controller makes around it: listeners, rules, target
 * groups, registered pods or nodes, the place behind a web ACL, and a security group unless the Ingresses name some.
 * @internal
 */
export const ingressGroupResource: ResourceHandler = {
  create(args, context) {
    const { world, scope } = context;
    const subnetIds = subnetIdsOf(args, context);
    requireParts(args, context);
    const loadBalancer =
      findOwn(args, context) ??
      world.createLoadBalancer(scope, {
        type: 'application',
        name: requiredString(args, 'name'),
        scheme: args.scheme === 'internal' ? 'internal' : 'internet-facing',
        subnetIds,
        securityGroupIds: groupIdsOf(args, subnetIds, context),
        ipAddressType: args.ip_address_type === 'ipv4' ? 'ipv4' : 'dualstack',
        attributes: stringMap(args, 'attributes'),
        tags: tagsOf(args),
      });
    return reconcile(loadBalancer, args, context);
  },

  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'id');
    const loadBalancer = world.loadBalancing.loadBalancers.getIn(scope, arn);
    return loadBalancer && attributesOf(loadBalancer, args);
  },

  update({ args: before, attributes }, args, context) {
    if (IDENTITY.some(name => before[name] !== args[name])) return undefined;
    const { world, scope } = context;
    const arn = requiredString(attributes, 'id');
    const loadBalancer = world.loadBalancing.getLoadBalancer(scope, arn);
    const subnetIds = subnetIdsOf(args, context);
    if (subnetIds.join() !== loadBalancer.subnetIds.join()) {
      world.loadBalancing.setSubnets(scope, arn, subnetIds);
    }
    const securityGroupIds = groupIdsOf(args, subnetIds, context);
    if (securityGroupIds.join() !== loadBalancer.securityGroupIds.join()) {
      world.loadBalancing.setSecurityGroups(scope, arn, { securityGroupIds });
    }
    // What is no longer named keeps its value, as the controller's documentation says.
    world.loadBalancing.modifyAttributes(
      scope,
      arn,
      stringMap(args, 'attributes'),
    );
    loadBalancer.tags = tagsOf(args);
    return reconcile(loadBalancer, args, context);
  },

  destroy({ args, attributes }, context) {
    const { world, scope } = context;
    const arn = requiredString(attributes, 'id');
    if (world.loadBalancing.loadBalancers.getIn(scope, arn)) {
      world.loadBalancing.deleteLoadBalancer(scope, arn);
    }
    removeIngressTargets(args, [], context);
    removeFrontendGroup(args, context);
  },
};

// What is missing is refused before there is a load balancer that nobody would remove.
function requireParts(args: Args, context: ApplyContext) {
  for (const listener of blocks(args, 'listeners')) {
    if (listener.protocol === 'HTTPS') ingressCertificates(listener, context);
  }
  const webAclArn = optionalString(args, 'web_acl_arn');
  if (webAclArn && webAclArn !== 'none') {
    context.world.webAcls.get(context.scope, webAclArn);
  }
}

function reconcile(
  loadBalancer: LoadBalancer,
  args: Args,
  context: ApplyContext,
): Args {
  reconcileIngress(loadBalancer, args, context);
  protect(loadBalancer, args, context);
  if (!args.managed_security_group) removeFrontendGroup(args, context);
  return attributesOf(loadBalancer, args);
}

// Without the annotation the controller leaves the web ACL alone; `none` takes it away.
function protect(
  { id }: LoadBalancer,
  args: Args,
  { world, scope }: ApplyContext,
) {
  const webAclArn = optionalString(args, 'web_acl_arn');
  if (webAclArn === 'none') {
    world.webAcls.disassociate(id);
  } else if (webAclArn) {
    world.webAcls.associate(scope, webAclArn, id);
  }
}

function attributesOf(loadBalancer: LoadBalancer, args: Args): Args {
  return {
    ...args,
    id: loadBalancer.id,
    arn: loadBalancer.id,
    dns_name: loadBalancer.dnsName,
    address: loadBalancer.dnsName,
    state: loadBalancer.state,
  };
}

function tagsOf(args: Args): Record<string, string> {
  return {
    ...stringMap(args, 'tags'),
    'ingress.k8s.aws/resource': 'LoadBalancer',
  };
}

// As the controller does, takes over what carries its tags: an earlier attempt may have come only so far.
function findOwn(args: Args, { world, scope }: ApplyContext) {
  const name = requiredString(args, 'name');
  const found = world.loadBalancing.findByName(scope, name);
  const own = ['elbv2.k8s.aws/cluster', 'ingress.k8s.aws/stack'];
  const tags = stringMap(args, 'tags');
  return own.every(key => found?.tags[key] === tags[key]) ? found : undefined;
}

function subnetIdsOf(args: Args, context: ApplyContext): string[] {
  const ids = namedSubnetIds(stringList(args, 'subnets'), context);
  const { world, scope } = context;
  const zones = new Set(
    ids.map(id => world.network.getSubnet(scope, id).zoneId),
  );
  if (zones.size < ids.length) {
    throw new InputError(
      `multiple subnets in same Availability Zone: ${ids.join(', ')}`,
    );
  }
  if (zones.size < LEAST_ZONES) {
    throw new InputError(
      `subnets count less than minimal required count: ${zones.size} < ${LEAST_ZONES}`,
    );
  }
  return ids;
}

function groupIdsOf(
  args: Args,
  [subnetId]: string[],
  context: ApplyContext,
): string[] {
  const { world, scope } = context;
  const { vpcId } = world.network.getSubnet(scope, subnetId);
  if (args.managed_security_group) {
    return [ensureFrontendGroup(args, vpcId, context)];
  }
  const ids = namedGroupIds(stringList(args, 'security_groups'), context);
  const foreign = ids.find(
    id => world.securityGroups.getSecurityGroup(scope, id).vpcId !== vpcId,
  );
  if (foreign) {
    throw new AwsFault(
      'InvalidConfigurationRequest',
      `One or more security groups are invalid: ${foreign} does not belong to VPC '${vpcId}'`,
    );
  }
  return ids;
}
