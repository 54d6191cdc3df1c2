import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import { privateExposureProvidersExtensionPoint } from '@postern/backstage-plugin-private-exposure-node';
import { FakeExposureProvider } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import type { Knex } from 'knex';
import { privateExposurePlugin } from '../plugin';
import { demoEntities, fillDemoCloud } from './demoWorld';
import { waitFor } from './waitFor';
import { WatchedScheduler } from './WatchedScheduler';

export { waitFor } from './waitFor';

/** An audit event and how it was closed. */
export interface AuditRecord {
  eventId: string;
  severityLevel?: string;
  /** Who made the request, if there is one. */
  requestedBy?: string;
  /** As the event was opened, and what was added at its end. */
  meta?: JsonObject;
  outcome: 'open' | 'success' | 'fail';
  error?: string;
}

export interface StartPluginOptions {
  knex: Knex;
  config?: JsonObject;
  root?: JsonObject;
  entities?: Entity[];
  /** What the policy says; everything is allowed if left out. */
  policy?: (
    permission: Permission,
    user: string | undefined,
  ) => PolicyDecision | undefined | Promise<PolicyDecision | undefined>;
  /** Who belongs to which groups. */
  groups?: Record<string, string[]>;
  /** Whether the catalog keeps an entity from a user; it keeps none if left out. */
  isHidden?: (entityRef: string, user: string) => boolean;
}

/** The whole plugin over HTTP with a cloud in memory that was surveyed once. */
export async function startPlugin(options: StartPluginOptions) {
  const provider = FakeExposureProvider.create();
  const cloud = fillDemoCloud(provider);
  const scheduler = new WatchedScheduler();
  const actions = actionsRegistryServiceMock();
  const catalog = changingCatalog(
    options.entities ?? demoEntities,
    options.isHidden,
  );
  const audit: AuditRecord[] = [];
  const signals = { publish: jest.fn(async () => {}) };
  const notifications = { send: jest.fn(async () => {}) };
  const permissions = mockServices.permissions.mock({
    authorize: async (queries, caller) =>
      Promise.all(
        queries.map(async ({ permission }) => {
          const user = userOf(caller?.credentials);
          const said = await options.policy?.(permission, user);
          return {
            result:
              said?.result === AuthorizeResult.DENY
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          };
        }),
      ),
    authorizeConditional: async (queries, caller) =>
      Promise.all(
        queries.map(async ({ permission }) => {
          const user = userOf(caller?.credentials);
          const said = await options.policy?.(permission, user);
          return said ?? { result: AuthorizeResult.ALLOW };
        }),
      ),
  });
  const backend = await startTestBackend({
    features: [
      privateExposurePlugin,
      createBackendModule({
        pluginId: 'private-exposure',
        moduleId: 'fake',
        register(env) {
          env.registerInit({
            deps: { providers: privateExposureProvidersExtensionPoint },
            async init({ providers }) {
              providers.addProvider(provider);
            },
          });
        },
      }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          backend: { auth: {} },
          ...options.root,
          privateExposure: {
            ...options.config,
            decisions: {
              // A worker that a busy machine holds up for twice as long has lost its decision.
              settleTime: { seconds: 5 },
              effectTimeout: { seconds: 2 },
              ...(options.config?.decisions as JsonObject | undefined),
            },
          },
        },
      }),
      catalog.factory,
      scheduler.factory(),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      permissions.factory,
      recordingAuditor(audit),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => notifications,
      }),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const user = userOf(credentials);
          if (!user) throw new Error('Not a user');
          return {
            userEntityRef: user,
            ownershipEntityRefs: [user, ...(options.groups?.[user] ?? [])],
          };
        },
      }).factory,
    ],
  });
  await waitFor(async () => {
    const claimed = await options.knex('exposures').whereNotNull('entity_ref');
    return claimed.length === 3;
  });
  // What changed at the start has begun rounds of its own.
  await scheduler.idle();
  const { server } = backend;
  const stop = () => backend.stop();
  const { knex } = options;
  return {
    server,
    stop,
    knex,
    provider,
    cloud,
    actions,
    audit,
    signals,
    notifications,
    /** Has the catalog hold other entities from now on. */
    setEntities: catalog.setEntities,
    /** Runs a scheduled task now: in tests, nothing runs by the clock. */
    runTask: (id: string) => scheduler.run(id),
  };
}

/** A header that signs in a user. */
export function as(user: string): string {
  return mockCredentials.user.header(user);
}

function userOf(credentials: unknown): string | undefined {
  if (typeof credentials !== 'object' || credentials === null) return undefined;
  const principal: unknown =
    'principal' in credentials ? credentials.principal : undefined;
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}

function changingCatalog(
  initial: Entity[],
  isHidden?: StartPluginOptions['isHidden'],
) {
  let now = catalogServiceMock({ entities: initial });
  const hides = (entityRef: string, asked: object | undefined) => {
    const user =
      asked && 'credentials' in asked ? userOf(asked.credentials) : undefined;
    return user !== undefined && isHidden?.(entityRef, user) === true;
  };
  const catalog = Object.assign(catalogServiceMock(), {
    getEntityByRef: async (...call: Parameters<typeof now.getEntityByRef>) => {
      const entity = await now.getEntityByRef(...call);
      const isHere = entity && !hides(stringifyEntityRef(entity), call[1]);
      return isHere ? entity : undefined;
    },
    getEntitiesByRefs: async (
      ...call: Parameters<typeof now.getEntitiesByRefs>
    ) => {
      const [{ entityRefs }, asked] = call;
      const { items } = await now.getEntitiesByRefs(...call);
      const isHere = (index: number) => !hides(entityRefs[index], asked);
      return {
        items: items.map((item, index) => (isHere(index) ? item : undefined)),
      };
    },
    queryEntities: (...call: Parameters<typeof now.queryEntities>) =>
      now.queryEntities(...call),
  });
  return {
    factory: createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => catalog,
    }),
    setEntities: (entities: Entity[]) => {
      now = catalogServiceMock({ entities });
    },
  };
}

function recordingAuditor(audit: AuditRecord[]) {
  const httpAuth = mockServices.httpAuth({ pluginId: 'private-exposure' });
  return mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel, request, meta }) => {
      const credentials = request && (await httpAuth.credentials(request));
      const record: AuditRecord = {
        eventId,
        severityLevel,
        requestedBy: userOf(credentials),
        meta,
        outcome: 'open',
      };
      audit.push(record);
      return {
        async success(end) {
          record.outcome = 'success';
          record.meta = { ...meta, ...end?.meta };
        },
        async fail({ error, meta: more }) {
          record.outcome = 'fail';
          record.error = error.name;
          record.meta = { ...meta, ...more };
        },
      };
    },
  }).factory;
}
