import { ApplyContext } from '../types';
import { Args, blocks, requiredString, stringList, stringMap } from './args';

const RESOURCE_TAG = 'ingress.k8s.aws/resource';
const RESOURCE = 'ManagedLBSecurityGroup';

/**
 * The security group that the controller makes for a load balancer of Ingresses: it lets in what `inbound-cidrs` and
 * `security-group-prefix-lists` say.
 *
 * @returns its id
 * @internal
 */
export function ensureFrontendGroup(
  args: Args,
  vpcId: string,
  context: ApplyContext,
): string {
  const { world, scope } = context;
  const group =
    findGroup(args, context) ??
    world.securityGroups.createSecurityGroup(scope, {
      name: requiredString(args, 'managed_security_group'),
      description: '[k8s] Managed SecurityGroup for LoadBalancer',
      vpcId,
      tags: { ...stringMap(args, 'tags'), [RESOURCE_TAG]: RESOURCE },
    });
  const present = group.rules
    .filter(rule => !rule.isEgress)
    .map(rule => rule.ruleId);
  world.securityGroups.revoke(scope, group.id, 'ingress', { ruleIds: present });
  const rules = blocks(args, 'listeners').flatMap(listener => {
    const port = {
      ipProtocol: 'tcp',
      fromPort: Number(listener.port),
      toPort: Number(listener.port),
    };
    return [
      ...stringList(listener, 'inbound').map(cidr => ({
        ...port,
        ...(cidr.includes(':') ? { cidrIpv6: cidr } : { cidrIpv4: cidr }),
      })),
      ...stringList(listener, 'prefix_lists').map(prefixListId => ({
        ...port,
        prefixListId,
      })),
    ];
  });
  world.securityGroups.authorize(scope, group.id, 'ingress', rules);
  return group.id;
}

/**
 * Removes the security group that was made for a load balancer of Ingresses, if there is one.
 * @internal
 */
export function removeFrontendGroup(args: Args, context: ApplyContext): void {
  const { world, scope } = context;
  const group = findGroup(args, context);
  if (group) world.securityGroups.deleteSecurityGroup(scope, group.id);
}

function findGroup(args: Args, { world, scope }: ApplyContext) {
  const tags = stringMap(args, 'tags');
  const own = ['elbv2.k8s.aws/cluster', 'ingress.k8s.aws/stack'];
  return world.securityGroups.groups
    .list(scope)
    .find(
      group =>
        group.tags[RESOURCE_TAG] === RESOURCE &&
        own.every(key => group.tags[key] === tags[key]),
    );
}
