import type { EndpointService, LoadBalancer, TargetGroup } from 'sandbox';
import { PARTNER, PROVIDER, type Wire } from './startWire';

/** What a test wants to be different from a service that works. */
export interface ExposeServiceOptions {
  acceptanceRequired?: boolean;
  privateDnsName?: string;
  supportedRegions?: string[];
  allowedPrincipals?: string[];
  tags?: Record<string, string>;
  loadBalancerTags?: Record<string, string>;
  /** `false`: none at all. Without rules in the list, nothing is let in. */
  inboundCidrs?: string[] | false;
  crossZone?: boolean;
  /** Of the listener, in seconds; left alone by default. */
  idleTimeout?: number;
  /** How many targets in each zone of the network, by the index of the zone. */
  targetsByZone?: number[];
}

/** A load balancer with listener, targets and endpoint service: one that works unless told otherwise. */
export function exposeService(
  { sandbox }: Pick<Wire, 'sandbox'>,
  name: string,
  options: ExposeServiceOptions = {},
): {
  service: EndpointService;
  loadBalancer: LoadBalancer;
  targetGroup: TargetGroup;
} {
  const { world } = sandbox;
  const vpc = world.network.ensureDefaultVpc(PROVIDER);
  const subnets = world.network.subnetsOfVpc(PROVIDER, vpc.id);
  const loadBalancer = world.createLoadBalancer(PROVIDER, {
    name,
    subnetIds: subnets.map(({ id }) => id),
    securityGroupIds: securityGroups(sandbox, name, options.inboundCidrs),
    attributes: {
      'load_balancing.cross_zone.enabled': String(options.crossZone ?? true),
    },
    tags: options.loadBalancerTags,
    state: 'active',
  });
  const targetGroup = world.createTargetGroup(PROVIDER, {
    name: `${name}-targets`,
    port: 8443,
    vpcId: vpc.id,
    targetType: 'ip',
  });
  world.createListener(PROVIDER, {
    loadBalancerArn: loadBalancer.id,
    port: 443,
    targetGroupArn: targetGroup.id,
    attributes: options.idleTimeout
      ? { 'tcp.idle_timeout.seconds': String(options.idleTimeout) }
      : undefined,
  });
  const addresses = (options.targetsByZone ?? [1, 1, 1]).flatMap(
    (count, zone) =>
      Array.from({ length: count }, (_, index) => ({
        targetId: subnets[zone].cidrBlock.replace(/0\/\d+$/, `${100 + index}`),
      })),
  );
  if (addresses.length > 0) {
    world.registerTargets(PROVIDER, targetGroup.id, addresses);
  }
  const service = world.createEndpointService(PROVIDER, {
    loadBalancerArns: [loadBalancer.id],
    acceptanceRequired: options.acceptanceRequired,
    privateDnsName: options.privateDnsName,
    supportedRegions: options.supportedRegions,
    allowedPrincipals: options.allowedPrincipals ?? [
      `arn:aws:iam::${PARTNER.accountId}:root`,
      'arn:aws:iam::333344445555:root',
    ],
    state: 'Available',
    tags: { Name: name, ...options.tags },
  });
  // Past the first health checks.
  sandbox.clock.advance(60_000);
  return { service, loadBalancer, targetGroup };
}

function securityGroups(
  { world }: Wire['sandbox'],
  name: string,
  cidrs: string[] | false = ['0.0.0.0/0'],
): string[] {
  if (cidrs === false) return [];
  const vpc = world.network.ensureDefaultVpc(PROVIDER);
  const group = world.securityGroups.createSecurityGroup(PROVIDER, {
    name: `${name}-nlb`,
    description: name,
    vpcId: vpc.id,
  });
  world.securityGroups.authorize(
    PROVIDER,
    group.id,
    'ingress',
    cidrs.map(cidrIpv4 => ({
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
      cidrIpv4,
    })),
  );
  return [group.id];
}
