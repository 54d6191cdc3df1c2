import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { defaultClaimSettings } from '../claims/ClaimSettings';
import { filledExposureId, fillStore } from './__testUtils__/fillStore';
import { TestClock } from './__testUtils__/storeHarness';
import { DatabaseExposureStore } from './DatabaseExposureStore';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const entityRef = 'component:default/service-12';
const exposure = { exposure_id: filledExposureId(12) };
const ofEntity = { entity_ref: entityRef };
const at = new Date('2026-11-20T00:00:00.000Z');

/** Everything that a page can show: what the store is filled with, and the rest. */
async function addAllElse(knex: Knex): Promise<void> {
  await knex('claims').insert({
    ...{ ...ofEntity, type: 'resource', named: 'Taken', value: 'taken' },
  });
  await knex('claim_conflicts').insert({
    ...{ ...ofEntity, exposure_id: filledExposureId(13) },
    ...{ native_id: 'Taken', message: 'Somebody else has it' },
  });
  const connection = await knex('connections').where(exposure).first();
  await knex('decisions').insert({
    ...{ id: 'decision', connection_id: connection.id, ...exposure },
    ...{ verdict: 'approve', reason: 'Known', status: 'failed' },
    ...{ decided_by: 'user:default/petra', idempotency_key: 'k' },
    ...{ seen_state: 'pending', seen: '{}', requested_at: at, ended_at: at },
  });
}

/** A write to one of the tables behind the page, by anybody. */
const writes: Record<string, (knex: Knex) => PromiseLike<unknown>> = {
  'an exposure that changes': knex =>
    knex('exposures').where(ofEntity).update({ name: 'renamed' }),
  'an exposure that goes': knex =>
    knex('exposures').where(ofEntity).update({ gone_at: at }),
  'an exposure that comes': knex =>
    knex('exposures').where('id', filledExposureId(13)).update(ofEntity),
  'a connection that changes': knex =>
    knex('connections').where(exposure).update({ state: 'rejected' }),
  'a connection that goes': knex =>
    knex('connections').where(exposure).update({ gone_at: at }),
  'a connection that comes': knex =>
    knex('connections')
      .where('exposure_id', filledExposureId(14))
      .update(exposure),
  'a connection whose row is deleted': knex =>
    knex('connections').where(exposure).delete(),
  'a decision that goes on': knex =>
    knex('decisions').update({ status: 'applied', message: 'Done' }),
  'a decision that is forgotten': knex => knex('decisions').delete(),
  'a pull request that is merged': knex =>
    knex('changes').where(ofEntity).update({ state: 'closed' }),
  'a pull request that comes': knex =>
    knex('changes').where('id', 'change-9').update(ofEntity),
  'a claim that comes': knex =>
    knex('claims').insert({
      ...{ ...ofEntity, type: 'resource', named: 'Gone', value: 'gone' },
    }),
  'a conflict that ends': knex => knex('claim_conflicts').delete(),
  'an owner who changes': knex =>
    knex('claimant_owners')
      .where(ofEntity)
      .update({ owner_ref: 'group:default/x' }),
  'a scope that was surveyed': knex =>
    knex('scopes').where('id', 'fake/12').update({ surveyed_at: new Date() }),
  'a scope that fails': knex =>
    knex('scopes')
      .where('id', 'fake/12')
      .update({ last_outcome: 'failed', last_error: 'Denied' }),
  'a scope with another name': knex =>
    knex('scopes').where('id', 'fake/12').update({ title: 'Renamed' }),
  'another scope that fails': knex =>
    knex('scopes').where('id', 'fake/5').update({ last_outcome: 'failed' }),
  'a hop that an inspection finds': knex =>
    knex.transaction(async tx => {
      await tx('hops').insert({
        ...{ ...exposure, position: 0, hop_id: 'lb', type: 'load-balancer' },
        ...{ title: 'Balancer', health: 'ok', facts: '[]' },
      });
      await tx('exposures')
        .where(ofEntity)
        .update({ inspected_at: new Date() });
    }),
};

describe.each(databases.eachSupportedId())('pages on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    const clock = new TestClock();
    const open = () =>
      DatabaseExposureStore.create({
        database: mockServices.database({ knex }),
        staleAfter: { minutes: 10 },
        claims: defaultClaimSettings,
        clock: clock.read,
      });
    const store = await open();
    await fillStore(knex, 200);
    await addAllElse(knex);
    return { knex, clock, open, store };
  }

  it.each(Object.entries(writes))(
    'that were read before show %s',
    async (_, write) => {
      const { knex, open, store } = await setUp();
      const before = await store.getEntityExposures(entityRef);

      await write(knex);

      const other = await open();
      const after = await store.getEntityExposures(entityRef);
      expect(after).toEqual(await other.getEntityExposures(entityRef));
      expect(after).not.toEqual(before);
    },
  );

  it('name each scope that could hold something and was not seen in time, or not at all', async () => {
    const { knex, clock, store } = await setUp();
    await knex('scopes').update({
      surveyed_at: clock.now,
      last_outcome: 'complete',
    });
    const sources = async () => {
      const page = await store.getEntityExposures(entityRef);
      return page.sources.map(({ id: scope, source }) => [scope, source.state]);
    };
    const allSeen = await sources();

    await knex('scopes').insert({
      ...{ id: 'fake/new', provider: 'fake', group_id: 'new' },
      ...{ title: 'Another account', account: '9' },
    });
    const oneNew = await sources();
    clock.advance(10 * 60_000 - 1);
    await knex('scopes')
      .whereNotIn('id', ['fake/5', 'fake/new'])
      .update({ surveyed_at: clock.now });
    const beforeOld = await sources();
    clock.advance(2);
    const oneOld = await sources();

    const own = ['fake/12', 'fresh'];
    const unseen = ['fake/new', 'stale'];
    expect(allSeen).toEqual([own]);
    expect(oneNew).toEqual([unseen, own]);
    expect(beforeOld).toEqual([unseen, own]);
    expect(oneOld).toEqual([unseen, own, ['fake/5', 'stale']]);
  });

  it('that were read before say in time that what they show is old', async () => {
    const { knex, clock, store } = await setUp();
    await knex('scopes').update({ surveyed_at: clock.now });
    const fresh = await store.getEntityExposures(entityRef);

    clock.advance(10 * 60_000 + 1);
    const stale = await store.getEntityExposures(entityRef);

    expect(fresh.sources[0].source.state).toBe('fresh');
    expect(stale.sources[0].source.state).toBe('stale');
  });

  it('are not read again for a view, or an inspection that is paid for', async () => {
    const { knex, clock, store } = await setUp();
    const before = await store.getEntityExposures(entityRef);

    await store.touchViewed([exposure.exposure_id], clock.now);
    await knex('scopes').update({ inspections_paid_until: clock.now });

    const after = await store.getEntityExposures(entityRef);
    expect(after).toEqual(before);
    expect(after === before).toBe(id.startsWith('POSTGRES'));
  });

  it('are read again while something that they name is not there', async () => {
    const { knex, store } = await setUp();
    await knex('claims').insert({
      ...{ ...ofEntity, type: 'resource', named: 'Gone', value: 'gone' },
    });
    const before = await store.getEntityExposures(entityRef);
    await knex('exposures')
      .where('id', filledExposureId(15))
      .update({ native_key: 'gone', gone_at: at });

    const after = await store.getEntityExposures(entityRef);

    expect(before.unresolved[0].source).toEqual({ state: 'stale' });
    expect(after.unresolved[0].source.observedAt).toBeDefined();
  });

  it('has what was viewed inspected before what was not', async () => {
    const { clock, store } = await setUp();
    const viewed = filledExposureId(132);
    const ask = () =>
      store.inspectionCandidates({
        ...{ scopeId: 'fake/12', limit: 1, now: clock.now },
        inspectBefore: clock.now,
      });
    const before = await ask();

    await store.touchViewed([viewed], clock.now);
    const after = await ask();
    clock.advance(10 * 60_000);
    const later = await ask();

    expect(before).not.toEqual([viewed]);
    expect(after).toEqual([viewed]);
    expect(later).toEqual(before);
  });

  it('notes a view once a minute', async () => {
    const { knex, clock, store } = await setUp();
    const first = clock.now;
    await store.touchViewed([exposure.exposure_id], first);
    const noted = () => knex('views').pluck('viewed_at');
    const then = await noted();

    await store.touchViewed([exposure.exposure_id], clock.advance(59_000));
    const soon = await noted();
    await store.touchViewed([exposure.exposure_id], clock.advance(2_000));
    const later = await noted();

    expect(soon).toEqual(then);
    expect(later).not.toEqual(then);
  });
});
