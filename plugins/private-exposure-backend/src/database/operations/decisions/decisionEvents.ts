import type { Knex } from 'knex';
import type { StoredDecision } from '../../../decisions/DecisionStore';
import type { DbEventRow } from '../../tables';

/**
 * Writes a line of the timeline in the transaction that makes it true.
 *
 * @internal
 */
export async function writeDecisionEvent(
  tx: Knex.Transaction,
  type: 'decision-requested' | 'decision-ended',
  decision: StoredDecision,
  at: Date,
): Promise<void> {
  const requested = type === 'decision-requested';
  const row: Omit<DbEventRow, 'id'> = {
    exposure_id: decision.exposureId,
    connection_id: decision.connectionId,
    entity_ref: decision.entityRef ?? null,
    type,
    at,
    actor: decision.decidedBy,
    from_state: requested ? null : decision.verdict,
    to_state: requested ? decision.verdict : decision.status,
    message: (requested ? decision.reason : decision.message) || null,
    initial: false,
  };
  await tx('events').insert(row);
}
