import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import type { FaultInput } from 'sandbox';
import type {
  DyingBackendNews,
  DyingBackendOrder,
} from '../__testUtils__/dyingBackend';
import { onEach } from '../__testUtils__/clouds/clouds';
import { findConnection, readOutcome } from '../__testUtils__/portalPages';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { waitFor } from '../__testUtils__/waitFor';

// Each starts a backend in a process of its own, which on a busy machine takes a while.
jest.setTimeout(300_000);
const databases = TestDatabases.create({ ids: ['POSTGRES_17', 'SQLITE_3'] });
// One is enough here: crash.test.ts of the backend kills a worker over each.
const [engine] = databases.eachSupportedId();
const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const worker = join(__dirname, '..', '__testUtils__', 'dyingBackend.ts');

/** Where a call hangs when its process dies, what that leaves, and how many calls there are then: one of them has an effect. */
const deaths = [
  {
    name: 'between the stored decision and its first call',
    hangs: 'read',
    afterEffect: false,
    left: 'requested',
    calls: 1,
  },
  {
    name: 'with the call on its way',
    hangs: 'approve',
    afterEffect: false,
    left: 'applying',
    calls: 2,
  },
  {
    name: 'between the effect of the call and the record of it',
    hangs: 'approve',
    afterEffect: true,
    left: 'applying',
    calls: 1,
  },
] as const;

describe.each(onEach([engine]))(
  'a backend that is killed over $name on $id',
  ({ cloud, id }) => {
    const folder = createMockDirectory();
    let knex: Knex;
    let database: Knex.Config;
    let portal: Portal;
    let child: ChildProcess;

    beforeEach(async () => {
      folder.clear();
      // Two processes open it: a file for SQLite.
      database =
        id === 'SQLITE_3'
          ? {
              client: 'better-sqlite3',
              connection: { filename: join(folder.path, 'db.sqlite') },
            }
          : {
              client: 'pg',
              connection: (await databases.init(id)).client.config.connection,
            };
      knex = knexFactory({ ...database, useNullAsDefault: true });
      portal = await startPortal({
        cloud,
        knex,
        // For twice as long another worker leaves a decision alone; a living one that a busy machine holds up must not lose it.
        decisions: { settleTime: { seconds: 2 } },
      });
      await portal.observe();
    });
    afterEach(async () => {
      child.kill('SIGKILL');
      await portal.stop();
      await knex.destroy();
    });

    /** Starts a second backend on the same database, and gives its address. */
    const startBackend = async (): Promise<string> => {
      const caFile = join(folder.path, 'authority.pem');
      await writeFile(caFile, portal.sandbox.azureCaCertificate);
      child = fork(worker, {
        execArgv: ['--require', transform],
        env: { ...process.env, NODE_EXTRA_CA_CERTS: caFile },
        silent: true,
      });
      const { config, entities } = portal;
      const order = { database, config, entities, provider: cloud.key };
      child.send(order satisfies DyingBackendOrder);
      // What loads its modules speaks on the same channel.
      for await (const [message] of on(child, 'message', {
        close: ['exit'],
      })) {
        const { port, error }: DyingBackendNews = message;
        if (error) throw new Error(error);
        if (port) return `http://localhost:${port}/api/private-exposure`;
      }
      throw new Error('The backend ended before it listened');
    };

    it.each(deaths)(
      'leaves one effect and one honest record, killed $name',
      async ({ hangs, afterEffect, left, calls }) => {
        const [consumer] = portal.story.waiting;
        const connection = await findConnection(portal, consumer);
        const address = await startBackend();
        const input: FaultInput = {
          action: cloud.actions[hangs],
          effect: { type: 'timeout' },
          afterEffect,
        };
        const fault = portal.sandbox.faults.inject(input);

        const asked = await fetch(
          `${address}/v1/connections/${connection.id}/decisions`,
          {
            method: 'POST',
            headers: {
              authorization: mockCredentials.user.header('user:default/petra'),
              'content-type': 'application/json',
              'idempotency-key': 'click-of-petra',
            },
            body: JSON.stringify({
              verdict: 'approve',
              reason: 'Globex signed the contract.',
              seen: { state: 'pending' },
            }),
          },
        );
        await waitFor(async () => (fault.met > 0 ? fault : undefined));
        child.kill('SIGKILL');
        await once(child, 'exit');
        portal.sandbox.faults.clear();
        const statusLeft = await knex('decisions').pluck('status');
        await waitFor(async () => {
          await portal.recover();
          const [ended] = await knex('decisions').pluck('ended_at');
          return ended ?? undefined;
        });

        expect(asked.status).toBe(202);
        expect(statusLeft).toEqual([left]);
        const [decisionId] = await knex('decisions').pluck('id');
        expect(await readOutcome(portal, decisionId)).toMatchObject({
          status: 'applied',
          decidedBy: 'user:default/petra',
          before: { found: true, state: 'pending' },
          after: { found: true },
        });
        expect(portal.story.stateOf(consumer)).toBe('connected');
        expect(
          portal.sandbox.requestLog.total({ action: cloud.actions.approve }),
        ).toBe(calls);
        const { body } = await portal.get(
          `/v1/exposures/${connection.exposureId}/events`,
        );
        const types = body.items.map(({ type }: { type: string }) => type);
        expect(
          types.filter((type: string) => type.startsWith('decision-')).sort(),
        ).toEqual(['decision-ended', 'decision-requested']);
      },
    );
  },
);
