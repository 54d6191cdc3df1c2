import { setImmediate } from 'node:timers/promises';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CloudBusyError } from '@postern/backstage-plugin-private-exposure-node';
import {
  FakeExposureProvider,
  surveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import type { Knex } from 'knex';
import { waitFor } from '../__testUtils__/waitFor';
import { migrationsDirectory } from '../database/applyMigrations';
import { ProviderRegistry } from '../providers/ProviderRegistry';
import { approval, deafAuditor } from './__testUtils__/crashWorld';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';
import { DecisionExecutor } from './DecisionExecutor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const lease = { minutes: 1 };
const { signal } = new AbortController();

describe.each(databases.eachSupportedId())('decisions of a lane on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsDirectory });
  });
  afterEach(() => knex('decisions').delete());

  const store = () => DatabaseDecisionStore.create({ knex });
  const storeDecision = async (name: string, lane: string | null = 'one') => {
    const outcome = await store().insert({
      ...approval,
      connectionId: name,
      lane: lane ?? undefined,
      seen: {
        ...approval.seen,
        provider: 'fake',
        nativeId: name,
        consumer: { account: '444455556666', endpointId: name },
      },
    });
    // Asked for in the same millisecond, two decisions have no order.
    const askedAt = Date.parse(outcome.decision.requestedAt);
    await waitFor(() => Date.now() > askedAt);
    return outcome.decision;
  };
  const namesOf = (claimed: { connectionId: string }[]) =>
    claimed.map(({ connectionId }) => connectionId).sort();
  /** As if everybody who holds something had died a while ago. */
  const loseLeases = () =>
    knex('decisions')
      .whereNotNull('claim_ticket')
      .update({ lease_until: new Date(Date.now() - 1_000) });

  it('are handed out one at a time, in the order of asking, and others beside them', async () => {
    const first = await storeDecision('first');
    const second = await storeDecision('second');
    await storeDecision('elsewhere', 'two');
    await storeDecision('free', null);

    const early = await store().claim({ id: second.id, lease });
    const claimed = await store().claimOverdue({ limit: 10, lease });
    const beside = await store().claim({ id: second.id, lease });
    const none = await store().claimNext({ lane: 'one', lease });
    const [{ ticket }] = claimed.filter(({ id: one }) => one === first.id);
    await store().end({ id: first.id, ticket, status: 'failed', message: '' });
    const next = await store().claimNext({ lane: 'one', lease });

    expect(early).toBeUndefined();
    expect(namesOf(claimed)).toEqual(['elsewhere', 'first', 'free']);
    expect([beside, none]).toEqual([undefined, undefined]);
    expect(next?.id).toBe(second.id);
  });

  it('wait for the one of a dead worker, whose call may be under way', async () => {
    const first = await storeDecision('first');
    const second = await storeDecision('second');
    await store().claim({ id: first.id, lease });
    await loseLeases();

    const beside = await store().claim({ id: second.id, lease });
    const taken = await store().claimOverdue({ limit: 10, lease });

    expect(beside).toBeUndefined();
    expect(namesOf(taken)).toEqual(['first']);
  });

  it('are not handed out twice to workers at the same moment', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `c-${n}`);
    for (const name of names) await storeDecision(name);
    const holders: string[] = [];
    const work = async () => {
      const claimed = await store().claimNext({ lane: 'one', lease });
      if (!claimed) return;
      holders.push(claimed.connectionId);
      const held = await knex('decisions')
        .whereNull('ended_at')
        .whereNotNull('claim_ticket');
      expect(held).toHaveLength(1);
      const { id: one, ticket } = claimed;
      await store().end({ id: one, ticket, status: 'failed', message: '' });
    };

    await waitFor(async () => {
      await Promise.all(Array.from({ length: 8 }, work));
      return holders.length >= names.length;
    });

    expect(holders).toEqual(names);
  });

  it('are found by an index among many that have ended or wait', async () => {
    await fillDecisions(knex);
    const statements: { sql: string; bindings: Knex.RawBinding[] }[] = [];
    const record = (statement: (typeof statements)[number]) => {
      if (statement.sql.startsWith('with')) statements.push(statement);
    };
    knex.on('query', record);
    await store().claim({ id: 'open-7', lease });
    await store().claimNext({ lane: 'lane-3', lease });
    await store().claimOverdue({ limit: 10, lease });
    knex.removeListener('query', record);

    const isPostgres = knex.client.config.client === 'pg';
    const prefix = isPostgres ? 'explain' : 'explain query plan';
    const plans: string[] = [];
    for (const { sql, bindings } of statements) {
      // The event tells of a statement as the engine gets it; raw() wants one with question marks.
      const text = sql.replace(/\$\d+/g, '?');
      const plan = await knex.raw(`${prefix} ${text}`, bindings);
      plans.push(JSON.stringify(isPostgres ? plan.rows : plan));
    }

    expect(plans).toHaveLength(3);
    const scans = /Seq Scan on decisions|SCAN (d|ahead|decisions)(?! USING)/;
    expect(plans.filter(plan => scans.test(plan))).toEqual([]);
  });

  describe('carried out by two replicas', () => {
    const effectTimeout = { seconds: 20 };
    // Between two calls on a busy cloud. A worker that the machine holds up for longer has lost its decision.
    const settleTime = { seconds: 1 };

    /** One cloud that counts how many calls are under way, and two backends before it. */
    function startReplicas(act: (name: string) => Promise<void>) {
      let underWay = 0;
      let most = 0;
      const provider = FakeExposureProvider.create();
      const cloud = provider.addScope({ id: approval.seen.scopeId });
      const decide = provider.decide.bind(provider);
      provider.decide = async (...call) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await act(call[0].nativeId).finally(() => (underWay -= 1));
        return decide(...call);
      };
      const providers = ProviderRegistry.create();
      providers.add(provider);
      const createExecutor = () =>
        DecisionExecutor.create({
          ...{ store: store(), providers, settleTime, effectTimeout },
          logger: mockServices.logger.mock(),
          auditor: deafAuditor,
          exposures: { applyConnectionReading: async () => [] },
          onChanges: () => {},
          metrics: { recordDecision: () => {} },
        });
      return {
        cloud,
        provider,
        most: () => most,
        replicas: [createExecutor(), createExecutor()],
      };
    }
    const connectionOf = (name: string) =>
      surveyedConnection({
        nativeId: name,
        exposureNativeId: approval.seen.exposureNativeId,
        consumer: { account: '444455556666', endpointId: name },
      });
    const allEnded = () =>
      waitFor(
        async () => !(await knex('decisions').whereNull('ended_at').first()),
      );

    it('never overlap, and each begins when the one before it ends, without the recovery', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f'];
      const world = startReplicas(() => setImmediate());
      world.cloud.connections = names.map(connectionOf);
      const stored = [];
      for (const name of names) stored.push(await storeDecision(name));

      stored.forEach((one, n) => world.replicas[n % 2].start(one.id));
      await allEnded();

      const rows = await knex('decisions');
      expect(rows.map(row => row.status)).toEqual(names.map(() => 'applied'));
      expect(world.most()).toBe(1);
    });

    it('are tried again for as long as the cloud is busy, which counts as no call', async () => {
      let busyAnswers = 0;
      const world = startReplicas(async () => {
        if (busyAnswers >= 5) return;
        busyAnswers += 1;
        throw new CloudBusyError('AnotherOperationInProgress');
      });
      world.cloud.connections = [connectionOf('a')];
      const stored = await storeDecision('a');

      world.replicas[0].start(stored.id);
      await allEnded();

      expect(await store().get(stored.id)).toMatchObject({
        status: 'applied',
        attempt: 1,
      });
      expect(busyAnswers).toBe(5);
    });

    it('survive the worker that waits for a busy cloud', async () => {
      let isBusy = true;
      const world = startReplicas(async () => {
        if (isBusy) throw new CloudBusyError('AnotherOperationInProgress');
      });
      world.cloud.connections = [connectionOf('a')];
      const stored = await storeDecision('a');
      world.replicas[0].start(stored.id);
      await waitFor(async () => {
        const row = await knex('decisions').first();
        return row.status === 'applying' && row.attempt === 0;
      });

      await world.replicas[0].stop();
      isBusy = false;
      await loseLeases();
      await world.replicas[1].recover(signal);

      expect((await store().get(stored.id))?.status).toBe('applied');
    });
  });

  it('says that nothing was done where the cloud stays busy to the end', async () => {
    const provider = FakeExposureProvider.create();
    provider.decideError = new CloudBusyError('AnotherOperationInProgress');
    const cloud = provider.addScope({ id: approval.seen.scopeId });
    cloud.connections = [
      surveyedConnection({
        nativeId: 'a',
        exposureNativeId: approval.seen.exposureNativeId,
        consumer: { account: '444455556666', endpointId: 'a' },
      }),
    ];
    const providers = ProviderRegistry.create();
    providers.add(provider);
    const executor = DecisionExecutor.create({
      ...{ store: store(), providers },
      settleTime: { seconds: 1 },
      effectTimeout: { seconds: 3 },
      logger: mockServices.logger.mock(),
      auditor: deafAuditor,
      exposures: { applyConnectionReading: async () => [] },
      onChanges: () => {},
      metrics: { recordDecision: () => {} },
    });
    const stored = await storeDecision('a');

    executor.start(stored.id);
    await executor.settled();

    expect(await store().get(stored.id)).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^Nothing was done: the cloud was busy/),
      after: { found: true, state: 'pending' },
    });
    const calls = provider.calls.filter(call => call.startsWith('decide '));
    // At most one for each pause of the settle time, which is how long a busy cloud is left alone.
    expect(calls.length).toBeGreaterThan(1);
    expect(calls.length).toBeLessThanOrEqual(5);
  });
});

/** 20,000 decisions that have ended, and 1,000 that wait in 50 lanes. */
async function fillDecisions(knex: Knex): Promise<void> {
  const at = new Date(Date.now() - 60_000);
  const rowOf = (id: string, lane: string, isOpen: boolean) => ({
    ...{ id, lane, connection_id: id, exposure_id: lane, verdict: 'approve' },
    ...{ reason: '', status: isOpen ? 'requested' : 'applied' },
    ...{ decided_by: 'a', idempotency_key: id, seen_state: 'pending' },
    ...{ seen: JSON.stringify(approval.seen), requested_at: at },
    ...(isOpen ? { lease_until: at } : { ended_at: at, claim_ticket: id }),
  });
  const rows = [
    ...Array.from({ length: 20_000 }, (_, n) =>
      rowOf(`ended-${n}`, `lane-${n % 50}`, false),
    ),
    ...Array.from({ length: 1_000 }, (_, n) =>
      rowOf(`open-${n}`, `lane-${n % 50}`, true),
    ),
  ];
  await knex.batchInsert('decisions', rows, 50);
  await knex.raw('analyze');
}
