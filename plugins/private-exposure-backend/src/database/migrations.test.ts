import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationsDirectory } from './applyMigrations';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const tables = [
  ...['changes', 'change_authors', 'change_contributors'],
  ...['claimant_owners', 'claimants'],
  ...['claim_conflicts', 'claims'],
  ...['connections', 'decisions', 'events', 'exposure_identities'],
  ...['exposures', 'findings', 'grants', 'hops', 'scopes'],
];

// SQLite's errors are not Jest's kind of error.
const unique = { message: expect.stringMatching(/unique/i) };

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, all the way down, and up again', async () => {
    const knex = await databases.init(id);
    const config = { directory: migrationsDirectory };
    const present = async () =>
      Promise.all(tables.map(table => knex.schema.hasTable(table)));

    await knex.migrate.latest(config);
    const afterUp = await present();
    await knex.migrate.rollback(config, true);
    const afterDown = await present();
    await knex.migrate.latest(config);

    expect(afterUp).toEqual(tables.map(() => true));
    expect(afterDown).toEqual(tables.map(() => false));
  });

  it('let a connection have one decision at a time', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
    const decision = {
      ...{ connection_id: 'c', exposure_id: 'e', verdict: 'approve' },
      ...{ reason: '', status: 'requested', seen_state: 'pending' },
      ...{ seen: '{}', requested_at: new Date() },
    };
    const first = {
      ...decision,
      id: '1',
      decided_by: 'a',
      idempotency_key: 'k',
    };
    await knex('decisions').insert(first);

    const second = knex('decisions').insert({
      ...{ ...decision, id: '2', decided_by: 'b', idempotency_key: 'l' },
    });

    await expect(second).rejects.toMatchObject(unique);
    await knex('decisions').update({ ended_at: new Date() });
    await knex('decisions').insert({ ...first, id: '3', idempotency_key: 'm' });
    await expect(
      knex('decisions').insert({ ...first, id: '4', ended_at: new Date() }),
    ).rejects.toMatchObject(unique);
  });
});
