import { EndpointService, Scope, Tags, Vpc, World } from '../world';

/** How much to seed into one account and region. @public */
export interface BulkSeed extends Scope {
  services: number;
  connectionsPerService: number;
  /** Tags of each service; `{n}` in a value becomes its number. */
  tags?: Tags;
}

/** Consumers of seeded services; the numbers go round. */
const CONSUMERS = ['444455556666', '333344445555', '555566667777'];

/** One connection in this many still waits for acceptance. */
const PENDING_EVERY = 10;

/**
 * A network with room for tens of thousands of load balancers. No real VPC is
 * so large; the listings do not mind.
 *
 * @internal
 */
export function createRoomyVpc(world: World, scope: Scope): Vpc {
  const vpc = world.network.createVpc(scope, { cidrBlock: '10.0.0.0/8' });
  world.accounts.listZones(scope).forEach(({ zoneName }, index) =>
    world.network.createSubnet(scope, {
      vpcId: vpc.id,
      zone: zoneName,
      cidrBlock: `10.${index}.0.0/16`,
    }),
  );
  return vpc;
}

function createService(
  world: World,
  seed: BulkSeed,
  place: { number: number; label: string; subnetId: string },
): EndpointService {
  const loadBalancer = world.createLoadBalancer(seed, {
    name: place.label,
    subnetIds: [place.subnetId],
    state: 'active',
  });
  const tags = Object.entries(seed.tags ?? {}).map(([key, value]) => [
    key,
    value.split('{n}').join(String(place.number)),
  ]);
  return world.createEndpointService(seed, {
    loadBalancerArns: [loadBalancer.id],
    allowedPrincipals: CONSUMERS.map(account => `arn:aws:iam::${account}:root`),
    state: 'Available',
    tags: { Name: place.label, ...Object.fromEntries(tags) },
  });
}

function addConnection(
  world: World,
  service: EndpointService,
  number: number,
): void {
  const accountId = CONSUMERS[number % CONSUMERS.length];
  const scope = { accountId, region: service.region };
  const vpc = world.network.ensureDefaultVpc(scope);
  const [subnet] = world.network.subnetsOfVpc(scope, vpc.id);
  world.endpoints.insertEndpoint(scope, service, {
    vpcId: vpc.id,
    subnetIds: [subnet.id],
    zoneNames: [subnet.zoneName],
    securityGroupIds: [],
    state: number % PENDING_EVERY === 0 ? 'pendingAcceptance' : 'available',
  });
}

/**
 * Adds many endpoint services, each on a load balancer of its own, with
 * connections. A second call adds more.
 *
 * @public
 */
export function seedBulk(
  world: World,
  seed: BulkSeed,
): { services: number; connections: number } {
  world.accounts.ensureAccount(seed.accountId);
  const vpc = createRoomyVpc(world, seed);
  const subnets = world.network.subnetsOfVpc(seed, vpc.id);
  const first = world.endpointServices.services.list(seed).length;
  for (let index = 0; index < seed.services; index += 1) {
    const number = first + index + 1;
    const service = createService(world, seed, {
      number,
      label: `seed-${number}-${vpc.id.slice(-6)}`,
      subnetId: subnets[index % subnets.length].id,
    });
    for (let nth = 0; nth < seed.connectionsPerService; nth += 1) {
      addConnection(world, service, index * seed.connectionsPerService + nth);
    }
  }
  return {
    services: seed.services,
    connections: seed.services * seed.connectionsPerService,
  };
}
