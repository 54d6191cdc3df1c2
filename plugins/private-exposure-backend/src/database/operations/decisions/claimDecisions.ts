import { randomUUID } from 'node:crypto';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type { Knex } from 'knex';
import type { ClaimedDecision } from '../../../decisions/DecisionStore';
import type { DbDecisionRow } from '../../tables';
import { databaseNow } from './databaseClock';
import { isUniqueViolation } from './isUniqueViolation';
import { toStoredDecision } from './toStoredDecision';

/** Which rows may be taken, and for how long. @internal */
export interface ClaimDecisionsOptions {
  /** Only this one. */
  id?: string;
  /** Only of this lane. */
  lane?: string;
  /** At most so many, those first whose lease ended first. */
  limit: number;
  /** How long this worker alone may act on them. */
  lease: HumanDuration;
}

/**
 * Takes decisions that have not ended and that nobody holds. A claim is a lease: it is lost by time.
 *
 * @remarks
 * Of a lane, one decision is held at a time: the one that a worker has taken and not ended, be the worker dead or not;
 * else the one that has waited longest. The statement leaves the others out, and the unique index decides between two
 * workers whose statements did not see each other.
 *
 * @internal
 */
export async function claimDecisions(
  knex: Knex,
  options: ClaimDecisionsOptions,
): Promise<ClaimedDecision[]> {
  const ticket = randomUUID();
  const now = await databaseNow(knex);
  try {
    const rows: DbDecisionRow[] = await knex<DbDecisionRow>('decisions')
      // A row that another worker took after `free` was read is locked, or has a new lease by now.
      .with('free', selectFree(knex, options, now))
      .whereIn('id', knex.select('id').from('free'))
      .whereNull('ended_at')
      .where('lease_until', '<=', now)
      .update({
        claim_ticket: ticket,
        lease_until: leaseEnd(now, options.lease),
      })
      .returning('*');
    return rows.map(row => ({ ...toStoredDecision(row), ticket }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  // The other worker's claim is there to be seen now.
  return claimDecisions(knex, options);
}

/** When a lease that starts now is over. @internal */
export function leaseEnd(now: Date, lease: HumanDuration): Date {
  return new Date(now.getTime() + durationToMilliseconds(lease));
}

function selectFree(
  knex: Knex,
  { id, lane, limit }: ClaimDecisionsOptions,
  now: Date,
): Knex.QueryBuilder {
  const query = knex('decisions as d')
    .select('d.id')
    .whereNull('d.ended_at')
    .where('d.lease_until', '<=', now)
    .whereNotExists(selectAhead(knex))
    .orderBy('d.lease_until', 'asc')
    .limit(limit);
  if (id) query.where('d.id', id);
  if (lane) query.where('d.lane', lane);
  const isPostgres = knex.client.config.client === 'pg';
  return isPostgres ? query.forUpdate('d').skipLocked() : query;
}

/** What is ahead of a decision in its lane; nothing is ahead of one that was taken, and of one without a lane. */
function selectAhead(knex: Knex): Knex.QueryBuilder {
  return knex('decisions as ahead')
    .select(knex.raw('1'))
    .whereRaw('ahead.lane = d.lane')
    .whereNull('ahead.ended_at')
    .whereRaw('ahead.id <> d.id')
    .whereNull('d.claim_ticket')
    .whereRaw(
      '(ahead.claim_ticket is not null or (ahead.lease_until, ahead.id) < (d.lease_until, d.id))',
    );
}
