import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fillStore } from './__testUtils__/fillStore';
import { defaultClaimSettings } from '../claims/ClaimSettings';
import { DatabaseExposureStore } from './DatabaseExposureStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const refs = Array.from({ length: 120 }, (_, n) => refOf(n + 1));

function refOf(index: number): string {
  return `component:default/service-${index}`;
}

/** What the connection that was used last keeps; SQLite prepares elsewhere and keeps nothing under a name. */
async function countKept(knex: Knex): Promise<number> {
  if (knex.client.config.client !== 'pg') return 0;
  const [{ count }] = await knex('pg_prepared_statements')
    .where('name', 'like', 'postern_%')
    .count({ count: '*' });
  return Number(count);
}

/** What a pooler does that gives a transaction's connection to somebody else. */
async function forgetPrepared(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') await knex.raw('deallocate all');
}

describe.each(databases.eachSupportedId())('entity pages on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    const store = await DatabaseExposureStore.create({
      database: mockServices.database({ knex }),
      staleAfter: { minutes: 10 },
      claims: defaultClaimSettings,
      clock: () => new Date('2026-11-21T00:00:00.000Z'),
    });
    await fillStore(knex, 200);
    const single = async (ref: string) => store.getEntityExposures(ref);
    return { knex, store, single };
  }

  it.each([2, 9, 10, 11, 100, 120])(
    'are the same for %d who ask at once as for one',
    async count => {
      const { store, single } = await setUp();
      const asked = refs.slice(0, count);

      const together = await Promise.all(
        asked.map(ref => store.getEntityExposures(ref)),
      );

      const names = together.map(({ exposures }) => exposures.map(nameOf));
      expect(names.flat().length).toBeGreaterThan(count / 2);
      for (const index of [0, 1, count - 1]) {
        expect(together[index]).toEqual(await single(asked[index]));
      }
    },
  );

  it('are planned once for a connection', async () => {
    const { knex, single } = await setUp();

    await single(refOf(1));
    await single(refOf(2));

    // One tells the page's version, the other reads it.
    expect(await countKept(knex)).toBe(id.startsWith('POSTGRES') ? 2 : 0);
  });

  it('are read where prepared statements are not kept', async () => {
    const { knex, single } = await setUp();
    const before = await single(refOf(1));
    await forgetPrepared(knex);

    await expect(single(refOf(1))).resolves.toEqual(before);
    await expect(single(refOf(1))).resolves.toEqual(before);
    // What is not kept is not tried again.
    expect(await countKept(knex)).toBe(0);
  });
});

function nameOf({ summary }: { summary: { name: string } }): string {
  return summary.name;
}
