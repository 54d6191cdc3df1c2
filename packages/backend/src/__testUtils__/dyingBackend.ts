/*
 * A backend as a process of its own, for privateLinkCrash.test.ts, which kills it. It looks at nothing by itself: what it
 * shows is what another backend has stored. The parent sends the database, the configuration and the catalog, and is
 * told the port.
 */
import { startTestBackend } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { ManualScheduler } from './ManualScheduler';
import { portalFeatures, type PortalFeaturesOptions } from './portalFeatures';

/** What the process is told. */
export type DyingBackendOrder = {
  database: object;
} & Pick<PortalFeaturesOptions, 'config' | 'provider' | 'entities'>;

/** What the process says: where it listens, or why it does not. */
export interface DyingBackendNews {
  port?: number;
  error?: string;
}

function say(news: DyingBackendNews) {
  process.send?.(news);
}

async function start({ database, ...options }: DyingBackendOrder) {
  const { server } = await startTestBackend({
    features: portalFeatures({
      ...options,
      knex: knexFactory({ ...database, useNullAsDefault: true }),
      scheduler: new ManualScheduler(),
      notifications: { send: async () => {} },
    }),
  });
  say({ port: server.port() });
}

process.once('message', (order: DyingBackendOrder) => {
  start(order).catch(error => say({ error: String(error.stack) }));
});
