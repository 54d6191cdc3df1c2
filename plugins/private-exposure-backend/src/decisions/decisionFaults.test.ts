import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  CloudBusyError,
  DecisionRefusedError,
} from '@postern/backstage-plugin-private-exposure-node';
import {
  FakeExposureProvider,
  surveyedConnection,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { migrationsDirectory } from '../database/applyMigrations';
import { ProviderRegistry } from '../providers/ProviderRegistry';
import { approval as fileApproval } from './__testUtils__/crashWorld';
import { deafAuditor } from './__testUtils__/crashWorld';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';
import { DecisionExecutor } from './DecisionExecutor';

jest.setTimeout(180_000);

const settleTime = { milliseconds: 20 };
const effectTimeout = { milliseconds: 60 };
const approval = {
  ...fileApproval,
  seen: { ...fileApproval.seen, provider: 'fake' },
};

type Fault = 'none' | 'refused' | 'busy' | 'lost-before' | 'lost-after';
/** What happens next: a worker, the cloud's answer to the next call, or time. */
const commands = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('decide' as const),
      by: fc.constantFrom('user:default/petra', 'user:default/jonas'),
    }),
    fc.record({
      type: fc.constant('call-ends' as const),
      fault: fc.constantFrom<Fault>(
        'none',
        'refused',
        'busy',
        'lost-before',
        'lost-after',
      ),
    }),
    fc.record({ type: fc.constant('read-fails' as const) }),
    fc.record({ type: fc.constant('worker' as const) }),
    fc.record({ type: fc.constant('worker-dies-holding' as const) }),
    fc.record({ type: fc.constant('worker-dies-applying' as const) }),
  ),
  { maxLength: 8 },
);

describe('decisions under faults, in any order', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('has one effect at most, and a record that the cloud bears out', async () => {
    const knex = await databases.init('SQLITE_3');
    await knex.migrate.latest({ directory: migrationsDirectory });

    await fc.assert(
      fc.asyncProperty(commands, async steps => {
        await knex('decisions').delete();
        const world = createWorld(knex);
        for (const step of steps) await world.take(step);
        await world.finish();

        const rows = await knex('decisions').orderBy('requested_at');
        expect(world.effects()).toBeLessThanOrEqual(1);
        expect(rows.every(row => row.ended_at !== null)).toBe(true);
        const contradicted = rows.filter(
          row =>
            row.status === 'failed' &&
            JSON.parse(row.after ?? '{}').state === 'connected',
        );
        expect(contradicted).toEqual([]);
        expect(rows.map(row => row.attempt)).not.toContain(-1);
        const applied = rows.filter(row => row.status === 'applied');
        expect(applied.length).toBeLessThanOrEqual(world.effects());
        const stayed = world.state() === 'pending';
        expect(stayed).toBe(world.effects() === 0);
      }),
      { numRuns: 25 },
    );
  });
});

function createWorld(knex: Knex) {
  const provider = FakeExposureProvider.create();
  const cloud = provider.addScope({ id: approval.seen.scopeId });
  cloud.connections = [
    surveyedConnection({
      nativeId: approval.seen.nativeId,
      exposureNativeId: approval.seen.exposureNativeId,
      consumer: approval.seen.consumer,
    }),
  ];
  const faults: Fault[] = [];
  let failingReads = 0;
  let effects = 0;
  const act = provider.decide.bind(provider);
  provider.decide = async (...call) => {
    const fault = faults.shift() ?? 'none';
    if (fault === 'refused') throw new DecisionRefusedError('no');
    if (fault === 'busy') throw new CloudBusyError('later');
    if (fault === 'lost-before') throw new Error('connection reset');
    if (cloud.connections[0].state === 'pending') effects += 1;
    await act(...call);
    if (fault === 'lost-after') throw new Error('connection reset');
  };
  const read = provider.readConnection.bind(provider);
  provider.readConnection = async (...call) => {
    if (failingReads > 0) {
      failingReads -= 1;
      throw new Error('throttled');
    }
    return read(...call);
  };
  const providers = ProviderRegistry.create();
  providers.add(provider);
  const store = DatabaseDecisionStore.create({ knex });
  const executor = DecisionExecutor.create({
    store,
    providers,
    settleTime,
    effectTimeout,
    logger: mockServices.logger.mock(),
    auditor: deafAuditor,
    exposures: { applyConnectionReading: async () => [] },
    onChanges: () => {},
    metrics: { recordDecision: () => {} },
  });
  const { signal } = new AbortController();
  /** A dead worker's lease runs out: time is set, not waited for. */
  const passTime = () =>
    knex('decisions')
      .whereNull('ended_at')
      .update({ lease_until: new Date(Date.now() - 1) });
  let clicks = 0;

  async function die(applying: boolean): Promise<void> {
    const [held] = await store.claimOverdue({ limit: 1, lease: settleTime });
    if (held && applying) {
      await store.markApplying({
        ...held,
        before: { at: new Date().toISOString(), found: true, state: 'pending' },
        lease: settleTime,
      });
    }
    await passTime();
  }

  return {
    effects: () => effects,
    state: () => cloud.connections[0].state,
    async take(step: { type: string; by?: string; fault?: Fault }) {
      if (step.type === 'decide' && step.by) {
        clicks += 1;
        const { state } = cloud.connections[0];
        if (state !== 'pending') return;
        await store.insert({
          ...approval,
          decidedBy: step.by,
          idempotencyKey: `click-${clicks}`,
        });
      }
      if (step.type === 'call-ends' && step.fault) faults.push(step.fault);
      if (step.type === 'read-fails') failingReads += 1;
      if (step.type === 'worker') await executor.recover(signal);
      if (step.type === 'worker-dies-holding') await die(false);
      if (step.type === 'worker-dies-applying') await die(true);
    },
    async finish() {
      const isOpen = () => knex('decisions').whereNull('ended_at').first();
      for (let round = 0; round < 100 && (await isOpen()); round += 1) {
        await passTime();
        await executor.recover(signal);
      }
    },
  };
}
