import { ProviderRegistry } from '../../providers/ProviderRegistry';
import type { DecisionExecutorOptions } from '../DecisionExecutor';
import { DecisionExecutor } from '../DecisionExecutor';
import type { DecisionStore, NewDecision } from '../DecisionStore';
import type { FileCloud } from './FileCloud';

/** Short, so that a dead worker's lease is over soon, and so long that a living one on a busy machine keeps its own. */
export const times = {
  settleTime: { seconds: 1 },
  effectTimeout: { seconds: 5 },
};

/** An approval of the connection that a file cloud has. */
export const approval: NewDecision = {
  connectionId: 'connection-1',
  exposureId: 'exposure-1',
  entityRef: 'component:default/ledger',
  verdict: 'approve',
  reason: 'Because.',
  decidedBy: 'user:default/petra',
  idempotencyKey: 'click-0001',
  seen: {
    provider: 'file',
    scopeId: 'file/a',
    exposureNativeId: 'service-1',
    exposureName: 'ledger',
    nativeId: 'vpce-1',
    consumer: { account: '444455556666', endpointId: 'vpce-1' },
    state: 'pending',
  },
  awaitsSecond: false,
};

/** An audit log that keeps nothing; a process without jest has no mocks. */
export const deafAuditor: DecisionExecutorOptions['auditor'] = {
  createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
};

/** An executor over a store and a cloud, that nobody listens to. */
export function createExecutor(
  store: DecisionStore,
  cloud: FileCloud,
  logger: DecisionExecutorOptions['logger'],
): DecisionExecutor {
  const providers = ProviderRegistry.create();
  providers.add(cloud);
  return DecisionExecutor.create({
    ...times,
    store,
    providers,
    logger,
    auditor: deafAuditor,
    exposures: { applyConnectionReading: async () => [] },
    onChanges: () => {},
    metrics: { recordDecision: () => {} },
  });
}
