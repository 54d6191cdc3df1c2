import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { clouds } from '../__testUtils__/clouds/clouds';
import { readExposure } from '../__testUtils__/portalPages';
import { type Portal, startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(clouds)('$name under faults', cloud => {
  let portal: Portal;
  const start = async (provider?: JsonObject) => {
    portal = await startPortal({
      cloud,
      knex: await databases.init('SQLITE_3'),
      provider: { maxAttempts: 2, ...provider },
    });
  };
  afterEach(() => portal.stop());

  const readScopes = async (): Promise<Record<string, Scope>> => {
    const { body } = await portal.get('/v1/scopes');
    return Object.fromEntries(
      body.items.map((scope: Scope) => [scope.id, scope]),
    );
  };

  /** What is there and live, by the pages of the inventory. */
  const countInventory = async (): Promise<number> => {
    let count = 0;
    let cursor = '';
    do {
      const { body } = await portal.get(
        `/v1/exposures?lifecycle=live&limit=100${cursor}`,
      );
      count += body.items.length;
      cursor = body.nextCursor
        ? `&cursor=${encodeURIComponent(body.nextCursor)}`
        : '';
    } while (cursor);
    return count;
  };

  it.each(cloud.sourceFaults)(
    'says what is stale and why after $name, and goes on elsewhere',
    async ({ fault, state, reason }) => {
      // What never comes is waited for; what a busy machine is late with must not be given up.
      const isWaitedFor = fault.effect.type === 'timeout';
      await start(isWaitedFor ? { requestTimeout: { seconds: 5 } } : {});
      const { faults } = portal.sandbox;
      const { story } = portal;
      if (fault.effect.type === 'failed-page') await story.fillASecondPage();
      await portal.observe();
      const before = await readExposure(portal, 'ledger');
      const first = await readScopes();
      const inventory = await countInventory();

      faults.inject(fault);
      story.connect('orders');
      await portal.observe();
      const during = await readScopes();
      const ledgerThen = await readExposure(portal, 'ledger');
      const ordersThen = await readExposure(portal, 'orders');
      const inventoryThen = await countInventory();
      faults.clear();
      await portal.observe();
      const afterwards = await readScopes();

      const { ledger, orders } = story.sources;
      expect(first[ledger].source.state).toBe('fresh');
      expect(during[ledger].source).toMatchObject({
        state,
        error: expect.stringMatching(reason),
        observedAt: first[ledger].source.observedAt,
      });
      expect(during[ledger].exposures).toBe(first[ledger].exposures);
      expect(during[ledger].connections).toBe(first[ledger].connections);
      expect(inventoryThen).toBe(inventory);
      expect(ledgerThen).toMatchObject({
        lifecycle: 'live',
        source: { state },
        connectionCounts: before.connectionCounts,
      });
      expect(during[orders].source).toMatchObject({ state: 'fresh' });
      expect(ordersThen.connections).toHaveLength(1);
      expect(afterwards[ledger].source.state).toBe('fresh');
      expect(afterwards[ledger].source.error).toBeUndefined();
    },
  );

  it('says so of a source that cannot be entered, and looks at the others', async () => {
    await start();
    await portal.observe();

    const scopes = await readScopes();

    const { closedAccount, secret, sources } = portal.story;
    expect(scopes[sources.closed].source).toMatchObject({
      state: 'failed',
      error: expect.stringContaining(closedAccount),
    });
    expect(scopes[sources.closed].source.observedAt).toBeUndefined();
    expect([
      scopes[sources.ledger].source.state,
      scopes[sources.orders].source.state,
    ]).toEqual(['fresh', 'fresh']);
    expect(JSON.stringify(scopes)).not.toContain(secret);
  });

  it('keeps a connection whose state is a word it does not know', async () => {
    await start();
    await portal.observe();
    portal.sandbox.faults.inject(cloud.unknownWord('Hibernating'));

    await portal.observe();

    const { connections, source } = await readExposure(portal, 'ledger');
    expect(connections).toMatchObject([
      { state: 'unknown', nativeState: 'Hibernating', verdicts: [] },
      { state: 'unknown', nativeState: 'Hibernating', verdicts: [] },
    ]);
    expect(source.state).toBe('fresh');
  });
});
