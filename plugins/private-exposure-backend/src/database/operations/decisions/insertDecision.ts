import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { decisionChange } from '../../../decisions/decisionChange';
import type {
  NewDecision,
  StoredDecision,
  StoreOutcome,
} from '../../../decisions/DecisionStore';
import type { DbDecisionRow } from '../../tables';
import { insertEvents } from '../events/insertEvents';
import { databaseNow } from './databaseClock';
import { isUniqueViolation } from './isUniqueViolation';
import { toStoredDecision } from './toStoredDecision';
import { waitingMessage } from './waitingMessage';

/**
 * Stores a verdict, unless its key is known or another decision on the connection has not ended.
 *
 * @remarks
 * Two people at the same moment are told apart by the unique index on un-ended decisions, not by what a query saw
 * before the insert: the one whose insert fails reads the other's row afterwards.
 *
 * @internal
 */
export async function insertDecision(
  knex: Knex,
  decision: NewDecision,
): Promise<StoreOutcome> {
  const known = await findByKey(knex, decision);
  if (known) return { type: 'known', decision: known };
  try {
    const stored = await knex.transaction(async tx => {
      if (decision.verdict !== 'approve') await giveWay(tx, decision);
      return insertRow(tx, decision);
    });
    return { type: 'stored', decision: stored };
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return explainViolation(knex, decision);
}

async function explainViolation(
  knex: Knex,
  decision: NewDecision,
): Promise<StoreOutcome> {
  const known = await findByKey(knex, decision);
  if (known) return { type: 'known', decision: known };
  const open = await findOpen(knex, decision.connectionId);
  if (open) return { type: 'conflict', decision: open };
  // The other one ended between our insert and this query: now there is room.
  return insertDecision(knex, decision);
}

async function insertRow(
  tx: Knex.Transaction,
  decision: NewDecision,
): Promise<StoredDecision> {
  const now = await databaseNow(tx);
  const row: DbDecisionRow = {
    id: randomUUID(),
    connection_id: decision.connectionId,
    exposure_id: decision.exposureId,
    entity_ref: decision.entityRef ?? null,
    verdict: decision.verdict,
    reason: decision.reason,
    status: 'requested',
    decided_by: decision.decidedBy,
    approvals: JSON.stringify(
      decision.awaitsSecond ? [decision.decidedBy] : [],
    ),
    idempotency_key: decision.idempotencyKey,
    seen_state: decision.seen.state,
    seen: JSON.stringify(decision.seen),
    requested_at: now,
    ended_at: null,
    message: decision.awaitsSecond
      ? waitingMessage(decision.decidedBy, decision.doubt)
      : null,
    before: null,
    after: null,
    // Already over, so that any worker may take it; none at all, so that none may.
    lease_until: decision.awaitsSecond ? null : now,
    claim_ticket: null,
    attempt: 0,
    lane: decision.lane ?? null,
  };
  await tx<DbDecisionRow>('decisions').insert(row);
  const stored = toStoredDecision(row);
  await insertEvents(tx, [decisionChange('decision-requested', stored, now)]);
  return stored;
}

/** An approval that waits for a second person must not keep the consumer from being turned away. */
async function giveWay(
  tx: Knex.Transaction,
  decision: NewDecision,
): Promise<void> {
  const now = await databaseNow(tx);
  const [row] = await tx<DbDecisionRow>('decisions')
    .where({ connection_id: decision.connectionId, status: 'requested' })
    .whereNull('ended_at')
    .whereNull('lease_until')
    .update({
      status: 'superseded',
      ended_at: now,
      message: `${decision.decidedBy} decided to ${decision.verdict} before a second person approved.`,
    })
    .returning('*');
  if (row) {
    const ended = toStoredDecision(row);
    await insertEvents(tx, [decisionChange('decision-ended', ended, now)]);
  }
}

async function findByKey(
  knex: Knex,
  decision: NewDecision,
): Promise<StoredDecision | undefined> {
  const row = await knex<DbDecisionRow>('decisions')
    .where({
      connection_id: decision.connectionId,
      decided_by: decision.decidedBy,
      idempotency_key: decision.idempotencyKey,
    })
    .first();
  return row && toStoredDecision(row);
}

async function findOpen(
  knex: Knex,
  connectionId: string,
): Promise<StoredDecision | undefined> {
  const row = await knex<DbDecisionRow>('decisions')
    .where({ connection_id: connectionId })
    .whereNull('ended_at')
    .first();
  return row && toStoredDecision(row);
}
