import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  createStoreHarness,
  pageOf,
} from '../database/__testUtils__/storeHarness';
import { exposureId } from '../database/ids';
import { RetentionCleaner } from './RetentionCleaner';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

describe.each(databases.eachSupportedId())('RetentionCleaner on %s', id => {
  it('removes what is old and over, and nothing else', async () => {
    const harness = await createStoreHarness(databases, id);
    const { store, survey, addScope, clock, knex, database } = harness;
    await addScope('fake/a');
    await survey('fake/a', [pageOf(['a', 'b', 'c'], [['b', 'c1']])]);
    clock.advance(86_400_000);
    await survey('fake/a', [pageOf(['a', 'c'])]);
    const decision = (key: string, endedAt: Date | null) => ({
      ...{ id: key, connection_id: key, exposure_id: 'e', verdict: 'approve' },
      ...{ reason: '', status: 'applied', decided_by: 'u', seen: '{}' },
      ...{ idempotency_key: key, seen_state: 'pending' },
      ...{ requested_at: new Date(0), ended_at: endedAt },
    });
    await knex('decisions').insert([
      decision('old', clock.now),
      decision('open', null),
    ]);
    clock.advance(8 * 86_400_000);
    await survey('fake/a', [pageOf(['a'])]);
    const week = { days: 7 };
    const cleaner = await RetentionCleaner.create({
      ...{ database, logger: mockServices.logger.mock(), clock: clock.read },
      settings: { events: week, decisions: week, gone: week },
      providers: ['fake'],
    });

    await cleaner.clean();

    const read = (name: string) =>
      store.getExposure(exposureId('fake/a', name));
    await expect(read('a')).resolves.toBeDefined();
    await expect(read('b')).resolves.toBeUndefined();
    await expect(read('c')).resolves.toMatchObject({
      summary: { lifecycle: 'gone' },
    });
    await expect(knex('connections')).resolves.toEqual([]);
    await expect(knex('decisions').pluck('id')).resolves.toEqual(['open']);
    await expect(knex('events').pluck('type')).resolves.toEqual([
      'exposure-gone',
    ]);
  });

  it('forgets a source that left the configuration, once it is as old as what is gone may be', async () => {
    const harness = await createStoreHarness(databases, id);
    const { store, survey, addScope, clock, knex, database } = harness;
    for (const name of ['left', 'back', 'stays']) {
      await addScope(`fake/${name}`);
      await survey(`fake/${name}`, [pageOf(['a'], [['a', 'c1']])]);
    }
    const configure = async (...names: string[]) =>
      store.registerScopes({
        ...{ provider: 'fake', at: clock.now },
        scopes: names.map(name => ({
          ...{ id: name, title: name, account: '1', group: '1' },
        })),
      });
    await configure('fake/stays');
    const week = { days: 7 };
    const cleaner = await RetentionCleaner.create({
      ...{ database, logger: mockServices.logger.mock(), clock: clock.read },
      settings: { events: week, decisions: week, gone: week },
      providers: ['fake'],
    });
    const left = async () => ({
      scopes: await knex('scopes').orderBy('id').pluck('id'),
      exposures: await knex('exposures').orderBy('scope_id').pluck('scope_id'),
      connections: await knex('connections')
        .orderBy('scope_id')
        .pluck('scope_id'),
    });

    clock.advance(6 * 86_400_000);
    await cleaner.clean();
    const early = await left();
    await configure('fake/stays', 'fake/back');
    clock.advance(2 * 86_400_000);
    await cleaner.clean();

    const whole = ['fake/back', 'fake/left', 'fake/stays'];
    expect(early).toEqual({
      ...{ scopes: whole, exposures: whole, connections: whole },
    });
    const rest = ['fake/back', 'fake/stays'];
    await expect(left()).resolves.toEqual({
      ...{ scopes: rest, exposures: rest, connections: rest },
    });
  });

  it('forgets the sources of a provider that is not installed, once nobody tried them for as long', async () => {
    const harness = await createStoreHarness(databases, id);
    const { survey, addScope, clock, knex, database } = harness;
    await addScope('fake/a');
    await survey('fake/a', [pageOf(['a'], [['a', 'c1']])]);
    const week = { days: 7 };
    const cleanWith = async (...providers: string[]) => {
      const cleaner = await RetentionCleaner.create({
        ...{ database, logger: mockServices.logger.mock(), clock: clock.read },
        settings: { events: week, decisions: week, gone: week },
        providers,
      });
      await cleaner.clean();
      return knex('exposures').pluck('scope_id');
    };

    clock.advance(6 * 86_400_000);
    const early = await cleanWith('other');
    clock.advance(2 * 86_400_000);
    const installed = await cleanWith('other', 'fake');
    const missing = await cleanWith('other');

    expect([early, installed, missing]).toEqual([['fake/a'], ['fake/a'], []]);
    await expect(knex('scopes')).resolves.toEqual([]);
  });
});
