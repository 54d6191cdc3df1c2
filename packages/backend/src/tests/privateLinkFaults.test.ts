import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  ExposureDetail,
  Scope,
} from '@postern/backstage-plugin-private-exposure-common';
import type { FaultEffect } from 'sandbox';
import { connect } from '../__testUtils__/seedCloud';
import { type Portal, startPortal } from '../__testUtils__/startPortal';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const PAYMENTS = 'aws/222233334444/eu-west-1';
const PLATFORM = 'aws/111122223333/eu-west-1';
const LEGACY = 'aws/999988887777/eu-west-1';

/** What happens to one call of an account, what its source is then, and what the page says why. */
const faults: [string, string, FaultEffect, 'stale' | 'failed', RegExp][] = [
  [
    'throttling that does not end',
    'DescribeVpcEndpointConnections',
    { type: 'error', code: 'RequestLimitExceeded', status: 503 },
    'stale',
    /RequestLimitExceeded/,
  ],
  [
    'an internal error of the service',
    'DescribeVpcEndpointServiceConfigurations',
    { type: 'error', code: 'InternalError', status: 500 },
    'failed',
    /InternalError/,
  ],
  [
    'no answer',
    'DescribeVpcEndpointServiceConfigurations',
    { type: 'timeout' },
    'failed',
    /time/i,
  ],
  [
    'a connection that breaks',
    'DescribeLoadBalancers',
    { type: 'reset' },
    'failed',
    /ECONNRESET|socket|reset/i,
  ],
  [
    'a listing that ends half way',
    'DescribeVpcEndpointServiceConfigurations',
    { type: 'failed-page', page: 2, code: 'Unavailable' },
    'stale',
    /Unavailable/,
  ],
];

describe('AWS PrivateLink under faults', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPortal({
      knex: await databases.init('SQLITE_3'),
      aws: { requestTimeout: { seconds: 1 }, maxAttempts: 2 },
    });
  });
  afterEach(() => portal.stop());

  const readScopes = async (): Promise<Record<string, Scope>> => {
    const { body } = await portal.get('/v1/scopes');
    return Object.fromEntries(
      body.items.map((scope: Scope) => [scope.id, scope]),
    );
  };
  const readExposure = async (name: string): Promise<ExposureDetail> => {
    const path = `/v1/entities/component/default/${name}/exposures`;
    const { body } = await portal.get(path);
    return body.exposures[0];
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
  /** More endpoint services than AWS lists at once. */
  const seedASecondPage = async () => {
    const response = await fetch(
      `${portal.sandbox.urls.console}/control/seed`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ accountId: '222233334444', region: 'eu-west-1' },
          ...{ services: 1000, connectionsPerService: 0 },
        }),
      },
    );
    expect(response.status).toBe(201);
  };

  it.each(faults)(
    'says what is stale and why after %s, and goes on elsewhere',
    async (_, action, effect, state, reason) => {
      const { world, faults: rules } = portal.sandbox;
      const { orders } = portal.seeded;
      if (effect.type === 'failed-page') await seedASecondPage();
      await portal.observe();
      const before = await readExposure('ledger');
      const first = await readScopes();
      const inventory = await countInventory();

      rules.inject({ accountId: '222233334444', action, effect });
      connect(world, orders);
      await portal.observe();
      const during = await readScopes();
      const ledgerThen = await readExposure('ledger');
      const ordersThen = await readExposure('orders');
      rules.clear();
      await portal.observe();
      const afterwards = await readScopes();

      expect(first[PAYMENTS].source.state).toBe('fresh');
      expect(during[PAYMENTS].source).toMatchObject({
        state,
        error: expect.stringMatching(reason),
        observedAt: first[PAYMENTS].source.observedAt,
      });
      expect(during[PAYMENTS].exposures).toBe(first[PAYMENTS].exposures);
      expect(during[PAYMENTS].connections).toBe(first[PAYMENTS].connections);
      expect(await countInventory()).toBe(inventory);
      expect(ledgerThen).toMatchObject({
        lifecycle: 'live',
        source: { state },
        connectionCounts: before.connectionCounts,
      });
      expect(during[PLATFORM].source).toMatchObject({ state: 'fresh' });
      expect(ordersThen.connections).toHaveLength(1);
      expect(afterwards[PAYMENTS].source.state).toBe('fresh');
      expect(afterwards[PAYMENTS].source.error).toBeUndefined();
    },
  );

  it('says so of an account that cannot be entered, and looks at the others', async () => {
    await portal.observe();

    const scopes = await readScopes();

    expect(scopes[LEGACY].source).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('999988887777'),
    });
    expect(scopes[LEGACY].source.observedAt).toBeUndefined();
    expect([
      scopes[PAYMENTS].source.state,
      scopes[PLATFORM].source.state,
    ]).toEqual(['fresh', 'fresh']);
    expect(JSON.stringify(scopes)).not.toContain('sandbox-only-secret-key');
  });

  it('keeps a connection whose state is a word it does not know', async () => {
    await portal.observe();
    portal.sandbox.faults.inject({
      accountId: '222233334444',
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'state-word', word: 'Hibernating' },
    });

    await portal.observe();

    const { connections, source } = await readExposure('ledger');
    expect(connections).toMatchObject([
      { state: 'unknown', nativeState: 'Hibernating', verdicts: [] },
      { state: 'unknown', nativeState: 'Hibernating', verdicts: [] },
    ]);
    expect(source.state).toBe('fresh');
  });
});
