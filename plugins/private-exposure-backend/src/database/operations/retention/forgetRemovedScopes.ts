import type { Knex } from 'knex';
import type { DbExposureRow, DbScopeRow } from '../../tables';

const batchSize = 1000;

/**
 * Forgets scopes that left the configuration before a moment, and those of providers that are not installed and made
 * their last attempt before, with everything that was seen in them: no survey will ever say what became of it. In small
 * statements, as `deleteOld`; one that was configured again meanwhile stays.
 *
 * @remarks A provider that is missing may only have failed to start, so its scopes are stale until then, not removed.
 *
 * @returns how many scopes went
 * @internal
 */
export async function forgetRemovedScopes(
  knex: Knex,
  options: {
    /** Ids of the providers that are installed. */
    providers: readonly string[];
    before: Date;
    signal?: AbortSignal;
  },
): Promise<number> {
  const { providers, before, signal } = options;
  const removed = () =>
    knex<DbScopeRow>('scopes').where(where =>
      where
        .where('removed_at', '<', before)
        .orWhere(orphan =>
          orphan
            .whereNotIn('provider', [...providers])
            .where('last_attempt_at', '<', before),
        ),
    );
  let forgotten = 0;
  for (const scopeId of await removed().pluck('id')) {
    const exposures = () =>
      knex<DbExposureRow>('exposures').where('scope_id', scopeId);
    for (;;) {
      signal?.throwIfAborted();
      const deleted = await exposures()
        .whereIn('id', exposures().select('id').limit(batchSize))
        .whereIn('scope_id', removed().select('id'))
        .delete();
      if (deleted === 0) break;
    }
    forgotten += await removed()
      .where('id', scopeId)
      .whereNotExists(exposures().select('id'))
      .delete();
  }
  return forgotten;
}
