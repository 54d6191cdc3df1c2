import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import privateExposurePlugin from '@postern/backstage-plugin-private-exposure-backend';
import privateExposureModuleAzure from '@postern/backstage-plugin-private-exposure-backend-module-azure';
import {
  ANNOTATION_AZURE_FRONT_DOOR,
  ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import {
  defaultAzureCredentials,
  startSandbox,
  trustAuthority,
  type Sandbox,
} from 'sandbox';
import request from 'supertest';
import { ManualScheduler } from './ManualScheduler';

const BASE = '/api/private-exposure';
const { tenantId, clientId, clientSecret, subscriptionId } =
  defaultAzureCredentials;
const place = {
  subscriptionId,
  resourceGroup: 'MC_payments',
  location: 'westeurope',
};
/** The partner that connects. */
const GLOBEX = {
  tenantId: '22222222-aaaa-4000-8000-000000000002',
  subscriptionId: '22222222-cccc-4000-8000-000000000002',
  name: 'globex',
};

/** A private link service of `ledger`, at which an endpoint of a partner waits, and a Front Door that no tag claims. */
function seedAzure({ azure }: Sandbox) {
  azure.directory.addTenant(GLOBEX);
  azure.directory.addSubscription(GLOBEX);
  const network = azure.ensureNetwork(place);
  const subnetId = `${network.id}/subnets/default`;
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...place,
    name: 'kubernetes-internal',
    frontends: [{ name: 'ledger', subnetId }],
  });
  const frontDoor = azure.frontDoors.putProfile({
    ...place,
    name: 'fd-Shop',
    location: 'global',
    sku: 'Premium_AzureFrontDoor',
  });
  const service = azure.privateLinkServices.putService({
    ...place,
    name: 'pls-Ledger',
    tags: { 'backstage-entity-ref': 'component:default/ledger' },
    frontendIds: loadBalancer.frontends.map(({ id }) => id),
    ipConfigurations: [{ name: 'nat', subnetId }],
    visibility: ['*'],
  });
  const endpoint = azure.connect({
    subscriptionId: GLOBEX.subscriptionId,
    target: service.alias,
  });
  return { service, endpoint, frontDoor };
}

function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
  };
}

/** A web app or the like of `webapp`, by its type, at which an endpoint of the partner waits. */
export interface SeededResource {
  type: string;
  groupId: string;
  /** Whether it bears the owner's tag; one that does not is named by the entity only. */
  isTagged?: boolean;
}

function seedResource({ azure }: Sandbox, resource: SeededResource) {
  const { type, groupId, isTagged = true } = resource;
  const { id } = azure.linkTargets.addTarget({
    ...place,
    type,
    name: 'Webapp',
    groupIds: [groupId],
    tags: isTagged
      ? { 'backstage-entity-ref': 'component:default/webapp' }
      : undefined,
  });
  const endpoint = azure.connect({
    subscriptionId: GLOBEX.subscriptionId,
    target: id,
    groupIds: [groupId],
    requestMessage: 'Globex would like to use it',
  });
  return { id, endpoint };
}

/** One replica of the plugin with its Azure module as an operator installs them. */
async function startReplica(options: {
  knex: Knex;
  config: JsonObject;
  entities: Entity[];
}) {
  const { knex, config, entities } = options;
  const scheduler = new ManualScheduler();
  const backend = await startTestBackend({
    features: [
      privateExposurePlugin,
      privateExposureModuleAzure,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: config }),
      catalogServiceMock.factory({ entities }),
      scheduler.factory(),
    ],
  });
  const { server } = backend;
  const signedIn = mockCredentials.user.header('user:default/petra');
  return {
    /** Looks at all subscriptions, and at who owns what. */
    async observe(): Promise<void> {
      await scheduler.run('observe-');
      await scheduler.run('resolve-claims');
    },
    /** Waits for looks that a decision asked for. */
    settled: () => scheduler.settled(),
    get: async (path: string) =>
      request(server).get(`${BASE}${path}`).set('authorization', signedIn),
    /** @param click - What makes a second click another than the first. */
    post: async (path: string, body: object, click: string = 'first') =>
      request(server)
        .post(`${BASE}${path}`)
        .set('authorization', signedIn)
        .set('idempotency-key', `${click}-click-of-petra`)
        .send(body),
    async stop(): Promise<void> {
      await scheduler.settled();
      await backend.stop();
    },
  };
}

/** The plugin with its Azure module in front of a sandbox that they know by address only. */
export async function startAzurePortal(options: {
  knex: Knex;
  /** Resources that the configuration names. */
  resources?: SeededResource[];
  /** Laid over how decisions are made. */
  decisions?: JsonObject;
}) {
  const sandbox = await startSandbox();
  const distrust = trustAuthority(sandbox.azureCaCertificate);
  const seeded = seedAzure(sandbox);
  const resources = (options.resources ?? []).map(resource =>
    seedResource(sandbox, resource),
  );
  const resourceIds = resources.map(({ id }) => id);
  const start = () =>
    startReplica({
      knex: options.knex,
      config: configOf(sandbox, resourceIds, options.decisions),
      entities: [
        component('ledger'),
        // As the portal of Azure shows it, which is another case than its answers'.
        component('shop', {
          [ANNOTATION_AZURE_FRONT_DOOR]: seeded.frontDoor.id.toUpperCase(),
        }),
        component('webapp', {
          [ANNOTATION_AZURE_PRIVATE_LINK_RESOURCE]: resourceIds.join(', '),
        }),
      ],
    });
  const first = await start();
  return {
    ...first,
    sandbox,
    seeded,
    resources,
    /** Another backend on the same database, with a provider of its own; whoever starts it stops it. */
    startReplica: start,
    async stop(): Promise<void> {
      await first.stop();
      distrust();
      await sandbox.stop();
    },
  };
}

function configOf(
  sandbox: Sandbox,
  resources: string[],
  decisions: JsonObject | undefined,
) {
  return {
    backend: { auth: {} },
    privateExposure: {
      observation: {
        frequency: { milliseconds: 1 },
        activeFrequency: { milliseconds: 1 },
      },
      decisions: {
        settleTime: { seconds: 5 },
        effectTimeout: { seconds: 5 },
        ...decisions,
      },
      azure: {
        tenants: [
          {
            tenantId,
            authorityHost: sandbox.urls.azure,
            resourceManagerUrl: sandbox.urls.azure,
            credential: { type: 'client-secret', clientId, clientSecret },
            subscriptions: [{ subscriptionId, name: 'acme-azure', resources }],
          },
        ],
      },
    },
  };
}

/** A running portal. */
export type AzurePortal = Awaited<ReturnType<typeof startAzurePortal>>;
