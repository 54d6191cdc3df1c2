import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { DbScopeRow } from '../../tables';

const minute = 60_000;

/** What is taken from a scope's budget. @internal */
export interface TakeInspectionsOptions {
  /** The scope. */
  scopeId: string;
  /** How many are wanted. */
  wanted: number;
  /** How many a minute brings, and as many may be saved up. */
  perMinute: number;
  /** The present. */
  now: Date;
}

/**
 * Takes inspections from a scope's budget, which fills up over time and starts full.
 *
 * @remarks It is kept as the moment up to which it is used. In the database, because rounds of one scope go from replica
 * to replica: a budget in each would be as many as there are replicas, and full again after each deployment.
 *
 * @returns how many there are for now, at most as many as were wanted
 * @internal
 */
export async function takeInspections(
  knex: Knex,
  options: TakeInspectionsOptions,
): Promise<number> {
  const { scopeId, wanted, perMinute, now } = options;
  return knex.transaction(async tx => {
    const query = tx<DbScopeRow>('scopes').where('id', scopeId);
    if (tx.client.config.client === 'pg') query.forUpdate();
    const row = await query.first('inspections_paid_until');
    if (!row) return 0;

    const until = row.inspections_paid_until;
    const paid = until === null ? 0 : toDate(until).getTime();
    // A clock that was set back must not keep the budget empty for longer than a minute.
    const ahead = Math.min(minute, Math.max(0, paid - now.getTime()));
    const available = Math.floor(((minute - ahead) * perMinute) / minute);
    const taken = Math.min(wanted, available);
    const used = ahead + Math.floor((taken * minute) / perMinute);
    const next = now.getTime() + used;
    if (taken > 0 || next < paid) {
      await tx<DbScopeRow>('scopes')
        .where('id', scopeId)
        .update({ inspections_paid_until: new Date(next) });
    }
    return taken;
  });
}
