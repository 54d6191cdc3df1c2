import { AzureWorld, PrivateLinkService } from '../azureWorld';
import { Tags } from '../world';

/** How much to seed into one subscription. @public */
export interface AzureBulkSeed {
  subscriptionId: string;
  /** Default `MC_seed`. */
  resourceGroup?: string;
  /** Default `westeurope`. */
  location?: string;
  services: number;
  connectionsPerService: number;
  /** Tags of each service; `{n}` in a value becomes its number. */
  tags?: Tags;
}

/** Consumers of seeded services; the numbers go round. */
const CONSUMERS = ['one', 'two', 'three'].map((name, index) => ({
  subscriptionId: `00000000-5eed-4000-8000-00000000000${index + 1}`,
  resourceGroup: `consumer-${name}`,
  location: 'northeurope',
}));

const CONSUMER_TENANT = '00000000-5eed-4000-8000-000000000000';

/** One connection in this many still waits for approval. */
const PENDING_EVERY = 10;

/** Networks with room for tens of thousands of addresses. */
const ROOM = '10.0.0.0/8';

type Place = (typeof CONSUMERS)[number];

function roomySubnet(azure: AzureWorld, place: Place): string {
  const { id } = azure.ensureNetwork({ ...place, addressPrefix: ROOM });
  return `${id}/subnets/default`;
}

function addConsumers(azure: AzureWorld): { place: Place; subnetId: string }[] {
  const { directory } = azure;
  directory.addTenant({ tenantId: CONSUMER_TENANT, name: 'seeded consumers' });
  return CONSUMERS.map(place => {
    const { subscriptionId, resourceGroup: name } = place;
    directory.addSubscription({
      ...{ subscriptionId, name, tenantId: CONSUMER_TENANT },
    });
    return { place, subnetId: roomySubnet(azure, place) };
  });
}

function addService(
  azure: AzureWorld,
  place: Place,
  options: { number: number; subnetId: string; tags?: Tags },
): PrivateLinkService {
  const { number, subnetId } = options;
  const tags = Object.entries(options.tags ?? {}).map(([key, value]) => [
    key,
    value.split('{n}').join(String(number)),
  ]);
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...place,
    name: `lb-seed-${number}`,
    frontends: [{ name: 'frontend', subnetId }],
  });
  return azure.privateLinkServices.putService({
    ...place,
    name: `pls-seed-${number}`,
    frontendIds: [loadBalancer.frontends[0].id],
    ipConfigurations: [{ name: 'nat', subnetId }],
    visibility: ['*'],
    tags: Object.fromEntries(tags),
  });
}

/**
 * Adds private link services by the thousand, each with a load balancer and
 * connections.
 *
 * @public
 */
export function seedAzureBulk(
  azure: AzureWorld,
  seed: AzureBulkSeed,
): { services: number; connections: number } {
  const { subscriptionId, services, connectionsPerService, tags } = seed;
  const place = {
    subscriptionId,
    resourceGroup: seed.resourceGroup ?? 'MC_seed',
    location: seed.location ?? 'westeurope',
  };
  const subnetId = roomySubnet(azure, place);
  const consumers = addConsumers(azure);
  const first = azure.privateLinkServices.services.list(subscriptionId).length;
  for (let number = 0; number < services; number += 1) {
    const service = addService(azure, place, {
      number: first + number,
      subnetId,
      tags,
    });
    for (let nth = 0; nth < connectionsPerService; nth += 1) {
      const count = (first + number) * connectionsPerService + nth;
      const consumer = consumers[count % consumers.length];
      const { connection } = azure.connect({
        ...consumer.place,
        subnetId: consumer.subnetId,
        name: `pe-seed-${count}`,
        target: service.id,
        requestMessage: `Please approve pe-seed-${count}`,
      });
      if (count % PENDING_EVERY !== 0) {
        azure.connections.decide(connection, {
          status: 'Approved',
          description: 'Approved',
        });
      }
    }
  }
  return { services, connections: services * connectionsPerService };
}
