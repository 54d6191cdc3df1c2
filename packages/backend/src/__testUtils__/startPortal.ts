import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import {
  createDemoMount,
  type Sandbox,
  type SandboxContext,
  startSandbox,
  trustAuthority,
} from 'sandbox';
import request from 'supertest';
import type { Cloud, CloudStory } from './clouds/CloudStory';
import { ManualScheduler } from './ManualScheduler';
import { portalFeatures, type PortalFeaturesOptions } from './portalFeatures';
import { storyEntities } from './storyEntities';

const BASE = '/api/private-exposure';

/** How a portal and its cloud are to be. */
export interface PortalOptions<Story extends CloudStory = CloudStory> {
  cloud: Cloud<Story>;
  knex: Knex;
  /** Laid over the provider's part of the configuration. */
  provider?: JsonObject;
  decisions?: JsonObject;
  /** What the catalog has besides the owners of the tagged services. */
  entities?: (story: Story) => Entity[];
  /** Whether the demo's policy says who may what; else everybody may everything. */
  hasPolicy?: boolean;
}

function configOf(
  { urls }: Sandbox,
  story: CloudStory,
  {
    cloud,
    provider,
    decisions,
  }: Pick<PortalOptions, 'cloud' | 'provider' | 'decisions'>,
): JsonObject {
  const apiBaseUrl = `${urls.git}/api/v3`;
  const { host } = new URL(urls.git);
  return {
    backend: { auth: {} },
    integrations: {
      github: [{ host, apiBaseUrl, token: 'postern-demo-token' }],
    },
    ...story.rootConfig,
    privateExposure: {
      clusters: {
        'platform-eu': {
          controller: 'aws-load-balancer-controller',
          accountId: '111122223333',
          region: 'eu-west-1',
        },
      },
      observation: {
        frequency: { milliseconds: 1 },
        activeFrequency: { milliseconds: 1 },
      },
      decisions: {
        // A call is given up after this.
        settleTime: { seconds: 5 },
        effectTimeout: { seconds: 10 },
        ...decisions,
      },
      [cloud.key]: { ...story.providerConfig, ...provider },
    },
  };
}

async function startGitHost(context: SandboxContext) {
  const mount = await createDemoMount({ isSeeded: false })(context);
  await mount.host.createRepository({
    owner: 'acme',
    name: 'ledger',
    files: { 'README.md': '# ledger\n' },
  });
  return mount;
}

/** One backend with schedules of its own, which run when a test says so. */
async function startReplica(options: Omit<PortalFeaturesOptions, 'scheduler'>) {
  const scheduler = new ManualScheduler();
  const backend = await startTestBackend({
    features: portalFeatures({ ...options, scheduler }),
  });
  return {
    ...clientOf(backend.server),
    /** Looks at all accounts, and at who owns what. */
    async observe(): Promise<void> {
      await scheduler.run('observe-');
      await scheduler.run('resolve-claims');
    },
    /** Takes up decisions of workers that are gone. */
    recover: () => scheduler.run('recover-decisions'),
    /** Waits for looks that a decision asked for. */
    settled: () => scheduler.settled(),
    async stop(): Promise<void> {
      await scheduler.settled();
      await backend.stop();
    },
  };
}

/**
 * The plugin with the provider of a cloud as an operator installs them, in front of a sandbox that they know by address
 * only. The Git host has a repository of `ledger`.
 */
export async function startPortal<Story extends CloudStory>(
  options: PortalOptions<Story>,
) {
  const { cloud, knex, hasPolicy } = options;
  const sandbox = await startSandbox({
    mounts: { git: startGitHost },
    timings: { endpointAvailable: 50, targetHealthy: 1, endpointDeleted: 50 },
    azureTimings: { armOperation: 50, connectionUpdate: 50 },
  });
  const story = cloud.tell(sandbox);
  const distrust = trustAuthority(sandbox.azureCaCertificate);
  const endpointBefore = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = sandbox.urls.aws;
  const config = configOf(sandbox, story, options);
  const entities = [...storyEntities, ...(options.entities?.(story) ?? [])];
  const notifications = { send: jest.fn(async () => {}) };
  const start = () =>
    startReplica({
      ...{ knex, config, entities, notifications, hasPolicy },
      provider: cloud.key,
    });
  const first = await start();

  return {
    sandbox,
    story,
    config,
    entities,
    notifications,
    ...first,
    /** Another backend on the same database, with a provider of its own; whoever starts it stops it. */
    startReplica: start,
    async stop(): Promise<void> {
      sandbox.faults.clear();
      await first.stop();
      distrust();
      await sandbox.stop();
      if (endpointBefore === undefined) delete process.env.AWS_ENDPOINT_URL;
      else process.env.AWS_ENDPOINT_URL = endpointBefore;
    },
  };
}

function clientOf(server: Parameters<typeof request>[0]) {
  const signIn = mockCredentials.user.header;
  return {
    get: async (path: string, user = 'user:default/petra') =>
      request(server).get(`${BASE}${path}`).set('authorization', signIn(user)),
    post: async (
      path: string,
      body: object,
      { user = 'user:default/petra', key = 'click-of-petra' } = {},
    ) =>
      request(server)
        .post(`${BASE}${path}`)
        .set('authorization', signIn(user))
        .set('idempotency-key', key)
        .send(body),
    /** What the scaffolder's action says once it has opened a pull request. */
    track: async (change: object) =>
      request(server)
        .post(`${BASE}/v1/changes`)
        .set('authorization', mockCredentials.service.header())
        .send(change),
  };
}

/** A running portal. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;
