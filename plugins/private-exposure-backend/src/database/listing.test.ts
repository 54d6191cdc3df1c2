import { TestDatabases } from '@backstage/backend-test-utils';
import type { ListExposuresOptions } from '@postern/backstage-plugin-private-exposure-common';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { createStoreHarness, pageOf } from './__testUtils__/storeHarness';
import type { DatabaseExposureStore } from './DatabaseExposureStore';
import { exposureId } from './ids';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });

async function walk(
  store: DatabaseExposureStore,
  query: ListExposuresOptions,
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.listExposures({ ...query, cursor });
    names.push(...page.items.map(({ summary }) => summary.name));
    cursor = page.nextCursor;
  } while (cursor);
  return names;
}

describe.each(databases.eachSupportedId())('listings on %s', databaseId => {
  async function setUp() {
    const harness = await createStoreHarness(databases, databaseId);
    const { addScope, survey, clock, store } = harness;
    await addScope('fake/a');
    await addScope('fake/b');
    await survey('fake/a', [pageOf(['beta', 'Alpha', 'alpha', 'delta'])]);
    clock.advance(1000);
    await survey('fake/b', [pageOf(['Émile', 'gamma', 'al%pha'])]);
    for (const [name, health] of [
      ['beta', 'failing'],
      ['delta', 'ok'],
      ['alpha', 'failing'],
    ] as const) {
      await store.applyInspection({
        exposureId: exposureId('fake/a', name),
        inspection: { health, hops: [], grants: [], findings: [] },
        startedAt: clock.now,
      });
    }
    return harness;
  }

  it.each(['name', 'observedAt', 'health'] as const)(
    'page through every exposure once, by %s in both directions',
    async order => {
      const { store } = await setUp();

      const up = await walk(store, { order, limit: 2 });
      const whole = await walk(store, { order, limit: 200 });
      const down = await walk(store, { order: `-${order}`, limit: 2 });

      expect(up).toEqual(whole);
      expect(new Set(up).size).toBe(7);
      expect([...down].sort()).toEqual([...up].sort());
    },
  );

  it('put the worst health first, and the oldest observation', async () => {
    const { store } = await setUp();

    const byHealth = await walk(store, { order: 'health', limit: 3 });
    const byTime = await walk(store, { order: '-observedAt', limit: 3 });

    expect(byHealth.slice(0, 2)).toEqual(['alpha', 'beta']);
    expect(byHealth.at(-1)).toBe('delta');
    expect(byTime.slice(0, 3).sort()).toEqual(['al%pha', 'gamma', 'Émile']);
  });

  it.each([
    { text: 'AL', names: ['al%pha', 'Alpha', 'alpha'] },
    { text: 'al%', names: ['al%pha'] },
    { text: 'é', names: ['Émile'] },
    { text: 'lpha', names: [] },
    { text: '\u{10ffff}', names: [] },
  ])('find names that begin with "$text"', async ({ text, names }) => {
    const { store } = await setUp();

    const found = await walk(store, { text });

    expect([...found].sort()).toEqual([...names].sort());
  });

  it('refuse a cursor of another order, and one that is none', async () => {
    const { store } = await setUp();
    const { nextCursor } = await store.listExposures({ limit: 1 });

    for (const query of [
      { order: 'health', cursor: nextCursor },
      { cursor: 'nonsense' },
      { cursor: Buffer.from('["name",{}, 1]').toString('base64url') },
    ] as const) {
      await expect(store.listExposures(query)).rejects.toThrow(
        /'cursor' does not belong to this listing/,
      );
    }
  });

  it('page through the inbox, the oldest request first', async () => {
    const { store, survey } = await setUp();
    const connection = (nativeId: string, createdAt: string, account: string) =>
      surveyedConnection({
        ...{ exposureNativeId: 'svc', nativeId, createdAt },
        consumer: { account, endpointId: nativeId },
      });
    const page = {
      exposures: [surveyedExposure({ nativeId: 'svc' })],
      connections: [
        connection('late', '2026-11-21T07:00:00.000Z', '1'),
        connection('early', '2026-11-20T07:00:00.000Z', '2'),
        connection('middle', '2026-11-20T09:00:00.000Z', '2'),
      ],
    };
    await survey('fake/b', [page]);
    const endpoints = (answer: Awaited<ReturnType<typeof list>>) =>
      answer.items.map(item => item.connection.ref.nativeId);
    const list = (query: Parameters<typeof store.listConnections>[0]) =>
      store.listConnections(query);

    const first = await list({ limit: 2, state: 'pending' });
    const second = await list({
      ...{ limit: 2, state: 'pending', cursor: first.nextCursor },
    });
    const permitted = await list({
      permitted: { consumerAccountIn: ['2'] },
    });
    const none = await list({ permitted: { ownerIn: [] } });

    expect(endpoints(first)).toEqual(['early', 'middle']);
    expect(endpoints(second)).toEqual(['late']);
    expect(second.nextCursor).toBeUndefined();
    expect(endpoints(permitted)).toEqual(['early', 'middle']);
    expect(none.items).toEqual([]);
    expect(first.items[0].exposure.summary.name).toBe('svc');
  });

  it('show only what a policy permits', async () => {
    const { store } = await setUp();

    const names = async (
      permitted: Parameters<typeof store.listExposures>[0]['permitted'],
    ) => {
      const { items } = await store.listExposures({ permitted });
      return items.map(({ summary }) => summary.name);
    };

    await expect(names({ allOf: [] })).resolves.toHaveLength(7);
    await expect(names({ anyOf: [] })).resolves.toEqual([]);
    await expect(names({ entityRefIn: ['x:y/z'] })).resolves.toEqual([]);
    await expect(
      names({ not: { entityRefIn: ['x:y/z'] } }),
    ).resolves.toHaveLength(7);
    await expect(
      names({
        allOf: [
          { scopeIdIn: ['fake/b'] },
          { anyOf: [{ kindIn: ['aws-endpoint-service'] }, { ownerIn: ['a'] }] },
          { not: { consumerAccountIn: ['444455556666'] } },
        ],
      }),
    ).resolves.toEqual(['al%pha', 'gamma', 'Émile']);
  });
});
