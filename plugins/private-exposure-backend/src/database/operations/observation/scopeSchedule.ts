import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { ScopeStatus } from '../../ObservationStore';
import type { DbScopeRow } from '../../tables';

/** Where some scopes stand. @internal */
export async function getScopeStatus(
  knex: Knex,
  scopeIds: readonly string[],
): Promise<ScopeStatus[]> {
  const rows: DbScopeRow[] = await knex('scopes').whereIn('id', [...scopeIds]);
  return rows.map(row => ({
    id: row.id,
    nextAttemptAt: row.next_attempt_at
      ? toDate(row.next_attempt_at)
      : undefined,
    lastAttemptAt: row.last_attempt_at
      ? toDate(row.last_attempt_at)
      : undefined,
  }));
}

/** Sets when scopes are surveyed next. @internal */
export async function scheduleScopes(
  knex: Knex,
  options: { scopeIds: readonly string[]; at: Date; isSooner?: boolean },
): Promise<void> {
  const { scopeIds, at, isSooner } = options;
  const query = knex('scopes').whereIn('id', [...scopeIds]);
  if (isSooner) query.where('next_attempt_at', '>', at);
  await query.update({ next_attempt_at: at });
}

/**
 * Whether something in a scope is on its way: it changed since a moment, and is in a state that does not last; or an
 * entity with something in the scope, or with nothing anywhere yet, had a pull request opened or merged.
 *
 * @internal
 */
export async function isActive(
  knex: Knex,
  scopeId: string,
  since: Date,
): Promise<boolean> {
  const exposure: unknown = await knex('exposures')
    .select('id')
    .where('scope_id', scopeId)
    .whereNull('gone_at')
    .where('changed_at', '>', since)
    .where(moving =>
      moving
        .whereIn('lifecycle', ['provisioning', 'deleting'])
        .orWhereIn('domain_state', ['pending', 'failed']),
    )
    .first();
  if (exposure) return true;
  const connection: unknown = await knex('connections')
    .select('id')
    .where('scope_id', scopeId)
    .where('changed_at', '>', since)
    .whereNull('gone_at')
    .whereIn('state', ['pending', 'connecting', 'removing'])
    .first();
  if (connection) return true;
  // Which scope a pull request will show in is not known before it does.
  const change: unknown = await knex('changes')
    .select('id')
    .where(recent =>
      recent.where('opened_at', '>', since).orWhere('ended_at', '>', since),
    )
    .whereNot('state', 'closed')
    .first();
  return Boolean(change);
}
