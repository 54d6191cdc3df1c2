import type { JsonObject } from '@backstage/types';
import { ANNOTATION_AZURE_PRIVATE_LINK_SERVICE } from '@postern/backstage-plugin-private-exposure-common';
import {
  type AzureWorld,
  defaultAzureCredentials,
  type PrivateEndpoint,
  type PrivateLinkService,
  type Sandbox,
} from 'sandbox';
import { azureRefusals, azureSourceFaults } from './azureFaults';
import type {
  Cloud,
  CloudStory,
  HeldState,
  StoryConsumer,
  StoryService,
} from './CloudStory';

const { tenantId, clientId, clientSecret } = defaultAzureCredentials;
const PAYMENTS = defaultAzureCredentials.subscriptionId;
const PLATFORM = '00000000-cccc-4000-8000-000000000002';
/** Of our tenant; the portal has no role there. */
const CLOSED = '00000000-cccc-4000-8000-000000000009';
/** The partner that connects. */
const GLOBEX = {
  tenantId: '22222222-aaaa-4000-8000-000000000002',
  subscriptionId: '22222222-cccc-4000-8000-000000000002',
  name: 'globex',
};

/** Azure keeps the case in which a name was given, and does not tell names apart by it. */
const LEDGER = 'pls-Ledger';

const UPDATE = 'PrivateLinkServices_UpdatePrivateEndpointConnection';

const heldStates: Record<string, HeldState> = {
  Pending: 'pending',
  Approved: 'connected',
  Rejected: 'rejected',
};

/** A cloud that has been filled with what only Azure has. */
export interface AzureStory extends CloudStory {
  /** The private link service of `ledger`. */
  ledger: PrivateLinkService;
  /** The configuration with resources that it names in `ledger`'s subscription. */
  configNaming(resources: string[]): JsonObject;
}

/** Azure Private Link: two subscriptions with services, and one in which the portal has no role. */
export const azureCloud: Cloud<AzureStory> = {
  name: 'Azure Private Link',
  key: 'azure',
  words: {
    kind: 'azure-private-link-service',
    ledger: LEDGER,
    pending: 'Pending',
  },
  tell,
  actions: {
    read: 'PrivateLinkServices_GetPrivateEndpointConnection',
    approve: UPDATE,
    reject: UPDATE,
    remove: 'PrivateLinkServices_DeletePrivateEndpointConnection',
  },
  sourceFaults: azureSourceFaults,
  refusals: azureRefusals,
  unknownWord: word => ({
    accountId: PAYMENTS,
    action: 'PrivateLinkServices_ListBySubscription',
    effect: { type: 'state-word', word },
  }),
};

function tell({ azure, azureSettings, urls }: Sandbox): AzureStory {
  addSubscriptions(azure);
  const services: Record<StoryService, PrivateLinkService> = {
    ledger: exposeService(azure, PAYMENTS, LEDGER, ownedBy('ledger')),
    orders: exposeService(azure, PLATFORM, 'orders', ownedBy('orders')),
    search: exposeService(azure, PAYMENTS, 'search'),
  };
  const { subscriptionId } = GLOBEX;
  const connect = (name: StoryService): StoryConsumer =>
    toConsumer(azure.connect({ subscriptionId, target: services[name].alias }));
  connect('search');
  const connectionOf = ({ id }: StoryConsumer) =>
    azure.privateEndpoints.getEndpoint(id).connection;
  return {
    ledger: services.ledger,
    providerConfig: providerConfig(urls.azure),
    configNaming: resources => providerConfig(urls.azure, resources),
    sources: {
      ledger: `azure/${PAYMENTS}`,
      orders: `azure/${PLATFORM}`,
      closed: `azure/${CLOSED}`,
    },
    closedAccount: CLOSED,
    secret: clientSecret,
    waiting: [connect('ledger'), connect('ledger')],
    annotationFor: name => ({
      [ANNOTATION_AZURE_PRIVATE_LINK_SERVICE]: services[name].id,
    }),
    connect,
    replace: ({ id }) => toConsumer(azure.replace(id)),
    admit: consumer =>
      azure.connections.decide(connectionOf(consumer), { status: 'Approved' }),
    stateOf: consumer => heldStates[connectionOf(consumer).status] ?? 'gone',
    // The subscription of `ledger` has two services.
    fillASecondPage: async () => {
      azureSettings.pageSize = 1;
    },
  };
}

function toConsumer({ id, subscriptionId }: PrivateEndpoint): StoryConsumer {
  return { id, account: subscriptionId };
}

function ownedBy(name: string): Record<string, string> {
  return { 'backstage-entity-ref': `component:default/${name}` };
}

function addSubscriptions({ directory }: AzureWorld): void {
  directory.addTenant(GLOBEX);
  directory.addSubscription(GLOBEX);
  for (const [subscriptionId, name] of [
    [PLATFORM, 'platform'],
    [CLOSED, 'closed'],
  ]) {
    directory.addSubscription({ subscriptionId, tenantId, name });
  }
  const portal = directory.findPrincipal(tenantId, clientId);
  if (!portal) throw new Error('The sandbox has no application for the portal');
  directory.assignRole(portal, {
    scope: `/subscriptions/${PLATFORM}`,
    role: 'Contributor',
  });
}

function exposeService(
  azure: AzureWorld,
  subscriptionId: string,
  name: string,
  tags?: Record<string, string>,
): PrivateLinkService {
  const place = {
    subscriptionId,
    resourceGroup: 'MC_Services',
    location: 'westeurope',
  };
  const subnetId = `${azure.ensureNetwork(place).id}/subnets/default`;
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...place,
    name: `kubernetes-${name}`,
    frontends: [{ name, subnetId }],
  });
  return azure.privateLinkServices.putService({
    ...place,
    name,
    tags,
    frontendIds: loadBalancer.frontends.map(({ id }) => id),
    ipConfigurations: [{ name: 'nat', subnetId }],
    visibility: ['*'],
  });
}

function providerConfig(url: string, resources: string[] = []): JsonObject {
  const budget = { perSecond: 10_000, burst: 10_000 };
  return {
    tenants: [
      {
        tenantId,
        authorityHost: url,
        resourceManagerUrl: url,
        credential: { type: 'client-secret', clientId, clientSecret },
        subscriptions: [
          { subscriptionId: PAYMENTS, name: 'acme-azure', resources },
          { subscriptionId: PLATFORM },
          { subscriptionId: CLOSED },
        ],
      },
    ],
    // Those that each survey spends; it would begin again in the next millisecond.
    callBudget: { reads: budget, writes: budget },
  };
}
