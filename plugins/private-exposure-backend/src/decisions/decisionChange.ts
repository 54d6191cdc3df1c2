import type { StateChange } from '../database/StateChange';
import type { StoredDecision } from './DecisionStore';

/** A decision's line in the timeline. @internal */
export function decisionChange(
  type: 'decision-requested' | 'decision-ended',
  decision: StoredDecision,
  at: Date,
): StateChange {
  const requested = type === 'decision-requested';
  return {
    type,
    at,
    exposureId: decision.exposureId,
    connectionId: decision.connectionId,
    entityRef: decision.entityRef,
    actor: decision.decidedBy,
    from: requested ? undefined : decision.verdict,
    to: requested ? decision.verdict : decision.status,
    message: (requested ? decision.reason : decision.message) || undefined,
    initial: false,
  };
}
