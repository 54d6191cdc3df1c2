import { TestDatabases } from '@backstage/backend-test-utils';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import { createStoreHarness } from './__testUtils__/storeHarness';

jest.setTimeout(180_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const exposures = 2_000;
const perExposure = 5;
const pageSize = 1000;

/** The pages of a large scope, made one at a time; in round 2, one in a hundred looks different. */
function* pages(round: 1 | 2): Iterable<SurveyPage> {
  const isDifferent = (index: number) => round === 2 && index % 100 === 0;
  for (let start = 0; start < exposures; start += pageSize) {
    const indexes = Array.from({ length: pageSize }, (_, i) => start + i);
    yield {
      exposures: indexes.map(index =>
        surveyedExposure({
          nativeId: `arn:${index}`,
          name: isDifferent(index) ? `renamed-${index}` : `svc-${index}`,
          facts: [{ label: 'Zones', value: 'euw1-az1, euw1-az2' }],
        }),
      ),
      connections: [],
    };
  }
  for (let start = 0; start < exposures * perExposure; start += pageSize) {
    const indexes = Array.from({ length: pageSize }, (_, i) => start + i);
    yield {
      exposures: [],
      connections: indexes.map(index =>
        surveyedConnection({
          exposureNativeId: `arn:${index % exposures}`,
          nativeId: `vpce-${index}`,
          state: isDifferent(index) ? 'connected' : 'pending',
        }),
      ),
    };
  }
}

describe.each(databases.eachSupportedId())('a large survey on %s', id => {
  it('writes no more than what changed and one line of the timeline for it', async () => {
    const harness = await createStoreHarness(databases, id);
    const { store, addScope, clock, knex } = harness;
    await addScope('fake/a');
    const run = async (round: 1 | 2) => {
      const session = await store.beginSurvey('fake/a', clock.advance(1000));
      for (const page of pages(round)) {
        await store.applySurveyPage(session, page, clock.now);
      }
      const cost = { calls: 1, throttles: 0, milliseconds: 1 };
      await store.completeSurvey(
        session,
        { outcome: 'complete', cost, at: clock.now },
        async () => {},
      );
    };
    const count = async (table: string, since?: Date) => {
      const column = table === 'events' ? 'at' : 'changed_at';
      const query = knex(table).count({ count: '*' });
      if (since) query.where(column, '>=', since);
      const [row] = await query;
      return Number(row.count);
    };

    await run(1);
    const rows = (await count('exposures')) + (await count('connections'));
    const before = clock.now;
    await run(2);
    const since = new Date(before.getTime() + 1);
    const written =
      (await count('exposures', since)) +
      (await count('connections', since)) +
      (await count('events', since));

    expect(rows).toBe(exposures * (1 + perExposure));
    // 1 % of the rows, and the connections' lines in the timeline.
    expect(written).toBe(rows / 100 + (exposures * perExposure) / 100);
    expect(written).toBeLessThanOrEqual(rows * 0.02);
    await expect(store.listScopes()).resolves.toMatchObject([
      { exposures, connections: exposures * perExposure },
    ]);
  });
});
