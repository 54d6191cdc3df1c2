import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import privateExposurePlugin from '@postern/backstage-plugin-private-exposure-backend';
import privateExposureModuleAws from '@postern/backstage-plugin-private-exposure-backend-module-aws';
import type { Knex } from 'knex';
import {
  createDemoMount,
  demoPeople,
  type SandboxContext,
  startSandbox,
} from 'sandbox';
import request from 'supertest';
import { ManualScheduler } from './ManualScheduler';
import { seedCloud } from './seedCloud';

const BASE = '/api/private-exposure';
const credentials = {
  accessKeyId: 'AKIAPOSTERNSANDBOX01',
  secretAccessKey: 'sandbox-only-secret-key',
  accountId: '000011112222',
  userName: 'postern',
};

function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** Somebody with an account on the Git host. */
function person(name: string): Entity {
  const annotations = { 'github.com/user-login': name };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default', annotations },
    spec: { profile: { email: `${name}@acme.example` }, memberOf: [] },
  };
}

function gitIntegration(gitUrl: string): JsonObject {
  const { host } = new URL(gitUrl);
  const apiBaseUrl = `${gitUrl}/api/v3`;
  return { github: [{ host, apiBaseUrl, token: 'postern-demo-token' }] };
}

function configOf(
  gitUrl: string,
  { aws, decisions }: { aws?: JsonObject; decisions?: JsonObject },
): JsonObject {
  const { accessKeyId, secretAccessKey } = credentials;
  return {
    backend: { auth: {} },
    integrations: gitIntegration(gitUrl),
    aws: {
      mainAccount: { accessKeyId, secretAccessKey, region: 'eu-west-1' },
      accountDefaults: { roleName: 'Postern', region: 'eu-west-1' },
    },
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
        settleTime: { milliseconds: 300 },
        effectTimeout: { seconds: 5 },
        ...decisions,
      },
      aws: {
        accounts: ['111122223333', '222233334444', '999988887777'].map(
          accountId => ({ accountId, regions: ['eu-west-1'] }),
        ),
        // Those that each survey spends; it would begin again in the next millisecond.
        callBudget: Object.fromEntries(
          ['cloudfront', 'ec2', 'elb', 'elbv2', 'tagging'].map(api => [
            api,
            { perSecond: 10_000, burst: 10_000 },
          ]),
        ),
        ...aws,
      },
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

/**
 * The plugin with its AWS module as an operator installs them, in front of a sandbox that they know by address only:
 * two accounts with a service each, and one whose role cannot be assumed. The Git host has a repository of
 * the first.
 */
export async function startPortal(options: {
  knex: Knex;
  aws?: JsonObject;
  decisions?: JsonObject;
}) {
  const sandbox = await startSandbox({
    credentials,
    mounts: { git: startGitHost },
    timings: { endpointAvailable: 50, targetHealthy: 1, endpointDeleted: 50 },
  });
  const seeded = seedCloud(sandbox.world);
  const endpointBefore = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = sandbox.urls.aws;
  const scheduler = new ManualScheduler();
  const notifications = { send: jest.fn(async () => {}) };
  const backend = await startTestBackend({
    features: [
      privateExposurePlugin,
      privateExposureModuleAws,
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: configOf(sandbox.urls.git, options),
      }),
      catalogServiceMock.factory({
        entities: [
          component('ledger', 'team-payments'),
          component('orders', 'team-orders'),
          ...Object.values(demoPeople).map(person),
        ],
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
      scheduler.factory(),
    ],
  });
  const { server } = backend;
  const signIn = mockCredentials.user.header;
  const get = async (path: string, user = 'user:default/petra') =>
    request(server).get(`${BASE}${path}`).set('authorization', signIn(user));

  return {
    sandbox,
    seeded,
    notifications,
    /** Looks at all accounts, and at who owns what. */
    async observe(): Promise<void> {
      await scheduler.run('observe-');
      await scheduler.run('resolve-claims');
    },
    /** Waits for looks that a decision asked for. */
    settled: () => scheduler.settled(),
    get,
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
    async stop(): Promise<void> {
      sandbox.faults.clear();
      await scheduler.settled();
      await backend.stop();
      await sandbox.stop();
      if (endpointBefore === undefined) delete process.env.AWS_ENDPOINT_URL;
      else process.env.AWS_ENDPOINT_URL = endpointBefore;
    },
  };
}

/** A running portal. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;
