import { randomUUID } from 'node:crypto';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Knex } from 'knex';
import type { ClaimedDecision } from '../../../decisions/DecisionStore';
import type { DbDecisionRow } from '../../tables';
import { databaseNow } from './databaseClock';
import { toStoredDecision } from './toStoredDecision';

/** Which rows may be taken, and for how long. @internal */
export interface ClaimDecisionsOptions {
  /** Only this one; left out: those whose lease ended first. */
  id?: string;
  /** At most so many. */
  limit: number;
  /** How long this worker alone may act on them. */
  lease: HumanDuration;
}

/**
 * Takes decisions that have not ended and that nobody holds. A claim is a lease: it is lost by time.
 *
 * @internal
 */
export async function claimDecisions(
  knex: Knex,
  options: ClaimDecisionsOptions,
): Promise<ClaimedDecision[]> {
  const ticket = randomUUID();
  // One transaction: the row locks must outlive the update, or two workers take the same decision.
  return knex.transaction(async tx => {
    const now = await databaseNow(tx);
    const query = tx<DbDecisionRow>('decisions')
      .whereNull('ended_at')
      .where('lease_until', '<=', now)
      .orderBy('lease_until', 'asc')
      .limit(options.limit);
    if (options.id) query.where({ id: options.id });
    if (tx.client.config.client === 'pg') query.forUpdate().skipLocked();
    const rows: DbDecisionRow[] = await query.select('*');

    await tx<DbDecisionRow>('decisions')
      .whereIn(
        'id',
        rows.map(row => row.id),
      )
      .update({
        claim_ticket: ticket,
        lease_until: leaseEnd(now, options.lease),
      });
    return rows.map(row => ({ ...toStoredDecision(row), ticket }));
  });
}

/** When a lease that starts now is over. @internal */
export function leaseEnd(now: Date, lease: HumanDuration): Date {
  return new Date(now.getTime() + durationToMilliseconds(lease));
}
