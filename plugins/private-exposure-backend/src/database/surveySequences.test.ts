import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { createStoreHarness, pageOf } from './__testUtils__/storeHarness';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

/** What the cloud holds at the time of a survey, and after how many pages the survey breaks off. */
const surveys = fc.array(
  fc.record({
    exposures: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    connected: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    breaksAfter: fc.option(fc.nat(3), { freq: 2 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Model {
  /** Exposures that are there, by name. */
  live: Set<string>;
  /** Exposures whose connection is there. */
  connected: Set<string>;
}

describe.each(databases.eachSupportedId())(
  'any sequence of surveys on %s',
  databaseId => {
    it('calls gone exactly what a complete survey did not list, and brings it back', async () => {
      const { store, survey, addScope, clock, knex } = await createStoreHarness(
        databases,
        databaseId,
      );
      await addScope('fake/other');
      await survey('fake/other', [pageOf(['bystander'], [['bystander', 'c']])]);
      let run = 0;

      await fc.assert(
        fc.asyncProperty(surveys, async steps => {
          run += 1;
          const scopeId = `fake/${run}`;
          await addScope(scopeId);
          const model: Model = { live: new Set(), connected: new Set() };
          for (const { exposures, connected, breaksAfter } of steps) {
            clock.advance(1000);
            const pages = [
              pageOf(exposures.slice(0, 2)),
              pageOf(exposures.slice(2)),
              pageOf(
                [],
                connected
                  .filter(name => exposures.includes(name))
                  .map(name => [name, `${name}-c`] as const),
              ),
            ];
            const seen = pages.slice(0, breaksAfter ?? pages.length);
            const isComplete = breaksAfter === null;
            if (isComplete) {
              model.live.clear();
              model.connected.clear();
            }
            for (const page of seen) {
              page.exposures.forEach(({ nativeId }) =>
                model.live.add(nativeId),
              );
              page.connections.forEach(({ exposureNativeId }) =>
                model.connected.add(exposureNativeId),
              );
            }

            await survey(scopeId, seen, isComplete ? undefined : 'cut off');

            const { items } = await store.listExposures({ scopeId });
            expect(items.map(({ summary }) => summary.name)).toEqual(
              [...model.live].sort(),
            );
            const withConnection = items.filter(
              ({ summary }) => summary.connectionCounts.pending === 1,
            );
            expect(withConnection.map(({ summary }) => summary.name)).toEqual(
              [...model.connected].filter(name => model.live.has(name)).sort(),
            );
            const [{ summary }] = (
              await store.listExposures({ scopeId: 'fake/other' })
            ).items;
            expect(summary).toMatchObject({
              lifecycle: 'live',
              connectionCounts: { pending: 1 },
            });
            const scopes = await store.listScopes();
            const state = scopes.find(({ id }) => id === scopeId)?.source.state;
            const broken = seen.length > 0 ? 'stale' : 'failed';
            expect(state).toBe(isComplete ? 'fresh' : broken);
          }
        }),
        { numRuns: 25 },
      );

      // Each appearance and each end stands in the timeline, and they take turns.
      const rows: { exposure_id: string; type: string }[] = await knex('events')
        .whereIn('type', ['exposure-appeared', 'exposure-gone'])
        .orderBy('id');
      const last = new Map<string, string>();
      for (const { exposure_id, type } of rows) {
        expect(last.get(exposure_id)).not.toBe(type);
        last.set(exposure_id, type);
      }
    });
  },
);
