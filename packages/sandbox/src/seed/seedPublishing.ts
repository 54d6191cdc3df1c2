import { World } from '../world';
import { demoNetworks } from './demoIds';
import { demoPublishing } from './demoPublishingIds';
import { demoScopes } from './seedAccounts';

/**
 * Adds what the demo world's published services rest on: the hosted zone, certificates that are issued, a cluster in
 * subnets that another account shares, and the security groups of its pods and of its load balancers.
 * @internal
 */
export function seedPublishing(world: World): void {
  const { platform, network, delivery } = demoScopes;
  const { zone, deliveryDomain, certificateIds } = demoPublishing;
  world.hostedZones.createZone(platform.accountId, { name: zone });
  world.certificates.create(platform, {
    domainName: `*.${zone}`,
    certificateId: certificateIds.entrance,
    state: 'ISSUED',
  });
  world.certificates.create(network, {
    domainName: `*.${deliveryDomain}`,
    certificateId: certificateIds.delivery,
    state: 'ISSUED',
  });
  const shared = demoNetworks.network.subnets.map(subnet => subnet.id);
  world.shares.create(network, {
    name: 'delivery-subnets',
    resourceArns: shared.map(
      id => `arn:aws:ec2:${network.region}:${network.accountId}:subnet/${id}`,
    ),
    principals: [delivery.accountId],
  });
  world.clusters.create(delivery, {
    name: 'delivery-eu',
    subnetIds: shared,
    issuerId: demoPublishing.issuerId,
  });
  const balancers = world.securityGroups.createSecurityGroup(network, {
    id: demoPublishing.loadBalancerGroup,
    name: 'delivery-load-balancers',
    description: 'Load balancers of delivery-eu',
    vpcId: demoNetworks.network.vpcId,
  });
  world.securityGroups.authorize(network, balancers.id, 'ingress', [
    { ipProtocol: 'tcp', fromPort: 443, toPort: 443, cidrIpv4: '10.0.0.0/8' },
  ]);
  world.securityGroups.createSecurityGroup(delivery, {
    id: demoPublishing.podGroup,
    name: 'delivery-pods',
    description: 'Pods of delivery-eu',
    vpcId: demoNetworks.network.vpcId,
  });
}
