import { NetworkInterface, Scope, Vpc, World } from '../world';

const GROUP_NAME = 'lets-nothing-in';

/**
 * Plays pods that a load balancer cannot reach: gives the targets of a group network interfaces of an account, behind a
 * security group that lets nothing in, and has their health checks time out until the targets are healed.
 *
 * @throws AwsFault if the group has no targets, or if the account does not see their network.
 * @internal
 */
export function blockTargets(
  world: World,
  options: { targetGroupArn: string; accountId: string },
): void {
  const { targetGroupArn, accountId } = options;
  const blocked = world.targetGroups.setTargetHealth(targetGroupArn, {
    state: 'unhealthy',
    reason: 'Target.Timeout',
    description: 'Request timed out',
  });
  const [, , , region] = targetGroupArn.split(':');
  const owner = { accountId, region };
  const vpcId = world.targetGroups.targetGroups.get(targetGroupArn)?.vpcId;
  const vpc = world.network.getVpc(owner, vpcId ?? '');
  const groupId = ensureGroup(world, owner, vpc);
  for (const { targetId } of blocked) {
    ensureInterface(world, owner, { vpc, targetId }).securityGroupIds = [
      groupId,
    ];
  }
}

function ensureGroup(world: World, owner: Scope, { id: vpcId }: Vpc): string {
  const { securityGroups } = world;
  const known = securityGroups.groups
    .list(owner)
    .find(group => group.vpcId === vpcId && group.name === GROUP_NAME);
  const group =
    known ??
    securityGroups.createSecurityGroup(owner, {
      name: GROUP_NAME,
      description: 'Lets nothing in',
      vpcId,
    });
  return group.id;
}

function ensureInterface(
  { network }: World,
  owner: Scope,
  place: { vpc: Vpc; targetId: string },
): NetworkInterface {
  const { vpc, targetId } = place;
  const known = network.networkInterfaces
    .list(owner)
    .find(one => one.vpcId === vpc.id && one.privateIpAddress === targetId);
  if (known) return known;
  const subnetId = network.findSubnetOfAddress(vpc, targetId)?.id ?? '';
  const made = network.createNetworkInterface(
    network.getSubnet(owner, subnetId),
    {
      description: 'A pod',
      interfaceType: 'interface',
      securityGroupIds: [],
    },
    owner,
  );
  made.privateIpAddress = targetId;
  return made;
}
