import type { HumanDuration } from '@backstage/types';
import type { Reading } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { decisionChange } from '../../../decisions/decisionChange';
import type { DecisionEnd } from '../../../decisions/DecisionStore';
import { statusesBefore } from '../../../decisions/transitions';
import type { DbDecisionRow } from '../../tables';
import { insertEvents } from '../events/insertEvents';
import { leaseEnd } from './claimDecisions';
import { databaseNow } from './databaseClock';
import { toStoredDecision } from './toStoredDecision';

/** The row and the lease that a write is made under. @internal */
export interface Held {
  /** The decision. */
  id: string;
  /** Of the worker that writes. */
  ticket: string;
}

/**
 * Records that a call is about to leave the process, and counts it.
 *
 * @returns false if the ticket is outdated
 * @internal
 */
export async function markDecisionApplying(
  knex: Knex,
  options: Held & { before: Reading; lease: HumanDuration },
): Promise<boolean> {
  const now = await databaseNow(knex);
  const changed = await held(knex, options)
    .whereIn('status', statusesBefore('applying'))
    .where('lease_until', '>', now)
    .update({
      status: 'applying',
      attempt: knex.raw('attempt + 1'),
      before: JSON.stringify(options.before),
      lease_until: leaseEnd(now, options.lease),
    });
  return changed === 1;
}

/**
 * Takes the count of a call back that the cloud was too busy to take.
 *
 * @returns false if the ticket is outdated
 * @internal
 */
export async function markDecisionBusy(
  knex: Knex,
  options: Held & { lease: HumanDuration },
): Promise<boolean> {
  const now = await databaseNow(knex);
  const changed = await held(knex, options)
    .where('lease_until', '>', now)
    .update({
      attempt: knex.raw('attempt - 1'),
      lease_until: leaseEnd(now, options.lease),
    });
  return changed === 1;
}

/**
 * Keeps a lease alive.
 *
 * @returns false if the ticket is outdated
 * @internal
 */
export async function renewDecisionLease(
  knex: Knex,
  options: Held & { lease: HumanDuration },
): Promise<boolean> {
  const now = await databaseNow(knex);
  const changed = await held(knex, options)
    .where('lease_until', '>', now)
    .update({ lease_until: leaseEnd(now, options.lease) });
  return changed === 1;
}

/**
 * Ends a decision, with its line in the timeline.
 *
 * @returns false if the ticket is outdated: another worker's record stands
 * @internal
 */
export async function endDecision(
  knex: Knex,
  options: Held & DecisionEnd,
): Promise<boolean> {
  return knex.transaction(async tx => {
    const now = await databaseNow(tx);
    const [row] = await held(tx, options)
      .whereIn('status', statusesBefore(options.status))
      .update({
        status: options.status,
        message: options.message,
        ended_at: now,
        lease_until: null,
        ...(options.before && { before: JSON.stringify(options.before) }),
        ...(options.after && { after: JSON.stringify(options.after) }),
      })
      .returning('*');
    if (!row) return false;
    const ended = toStoredDecision(row);
    await insertEvents(tx, [decisionChange('decision-ended', ended, now)]);
    return true;
  });
}

function held(knex: Knex, { id, ticket }: Held) {
  return knex<DbDecisionRow>('decisions')
    .where({ id, claim_ticket: ticket })
    .whereNull('ended_at');
}
