import { TestDatabases } from '@backstage/backend-test-utils';
import { createStoreHarness } from '../../__testUtils__/storeHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const scopeId = 'fake/a';

describe.each(databases.eachSupportedId())('takeInspections on %s', id => {
  async function setUp(perMinute: number) {
    const harness = await createStoreHarness(databases, id);
    await harness.addScope(scopeId);
    const { store, clock } = harness;
    const take = (wanted: number, scope = scopeId) =>
      store.takeInspections({
        ...{ scopeId: scope, wanted, perMinute, now: clock.now },
      });
    return { ...harness, take };
  }

  it('gives what a minute brings, and more as time passes', async () => {
    const { take, clock } = await setUp(6);

    const first = await take(10);
    clock.advance(25_000);
    const second = await take(10);
    clock.advance(-60_000);
    const setBack = await take(10);
    clock.advance(10_000);
    const goesOn = await take(10);
    clock.advance(3_600_000);
    const rested = await take(10);

    expect([first, second, setBack, goesOn, rested]).toEqual([6, 2, 0, 1, 6]);
  });

  it('gives no more than is wanted, and no more in small parts than at once', async () => {
    const { take } = await setUp(7);

    const parts: number[] = [];
    for (let part = 0; part < 5; part += 1) parts.push(await take(2));

    expect(parts).toEqual([2, 2, 2, 1, 0]);
  });

  it('is one budget for all replicas, and another for each scope', async () => {
    const { take, addScope } = await setUp(30);
    await addScope('fake/b');

    const taken = await Promise.all(Array.from({ length: 20 }, () => take(8)));

    expect(taken.reduce((sum, part) => sum + part, 0)).toBe(30);
    await expect(take(8, 'fake/b')).resolves.toBe(8);
  });
});
