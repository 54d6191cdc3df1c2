import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { type Knex } from 'knex';
import { waitFor } from '../__testUtils__/waitFor';
import { migrationsDirectory } from '../database/applyMigrations';
import { createExecutor } from './__testUtils__/crashWorld';
import { FileCloud } from './__testUtils__/FileCloud';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';

jest.setTimeout(120_000);

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
const worker = join(__dirname, '__testUtils__', 'crashingWorker.ts');
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

/** A database that two processes can open: a file for SQLite. */
async function open(id: (typeof ids)[number], directory: string) {
  const config: Knex.Config =
    id === 'SQLITE_3'
      ? {
          client: 'better-sqlite3',
          connection: { filename: join(directory, 'db.sqlite') },
        }
      : {
          client: 'pg',
          connection: (await databases.init(id)).client.config.connection,
        };
  const knex = knexFactory({ ...config, useNullAsDefault: true });
  await knex.migrate.latest({ directory: migrationsDirectory });
  return { knex, config };
}

/** Runs a worker to its end and tells how it ended. */
function run(args: string[]): Promise<NodeJS.Signals | null> {
  return new Promise(resolve => {
    const child = execFile(process.execPath, [
      '--require',
      transform,
      worker,
      ...args,
    ]);
    child.once('exit', (_code, signal) => resolve(signal));
  });
}

const ids = databases.eachSupportedId().map(([id]) => id);

describe.each(ids)('a worker that is killed, on %s', id => {
  let directory: string;
  let knex: Knex;

  afterEach(async () => {
    await knex.destroy();
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['after-store', 'requested'],
    ['before-call', 'applying'],
    ['after-call', 'applying'],
  ])(
    'leaves one effect and one honest record, killed %s',
    async (dieAt, statusLeft) => {
      directory = mkdtempSync(join(tmpdir(), 'decisions-'));
      const opened = await open(id, directory);
      knex = opened.knex;
      const file = join(directory, 'cloud');

      const signal = await run([JSON.stringify(opened.config), file, dieAt]);
      const left = await knex('decisions').first();
      const store = DatabaseDecisionStore.create({ knex });
      const cloud = new FileCloud(file);
      const executor = createExecutor(store, cloud, mockServices.logger.mock());
      // The dead worker holds its lease for a while.
      await waitFor(async () => {
        await executor.recover(new AbortController().signal);
        return Boolean((await store.get(left.id))?.endedAt);
      });
      const decision = await store.get(left.id);

      expect(signal).toBe('SIGKILL');
      expect(left.status).toBe(statusLeft);
      expect(cloud.effects).toEqual(['approve']);
      expect(decision).toMatchObject({
        status: 'applied',
        before: { found: true, state: 'pending' },
        after: { found: true, state: 'connected' },
      });
      const events = await knex('events').orderBy('id').pluck('type');
      expect(events).toEqual(['decision-requested', 'decision-ended']);
    },
  );
});
