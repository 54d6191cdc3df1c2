import type {
  Scope,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { toDate, toOptionalIso } from '../../conversion';
import type { DbScopeRow, DbTime } from '../../tables';

/** What freshness is measured with. @internal */
export interface Freshness {
  /** The present. */
  now: Date;
  /** Milliseconds after which a survey is old. */
  staleAfter: number;
}

/**
 * How far a scope's word is to be trusted: `failed` if the last survey could not even begin, `stale` if it broke off or
 * is too old or not known.
 *
 * @internal
 */
export function scopeSource(
  row: DbScopeRow | undefined,
  freshness: Freshness,
): Source {
  if (!row) return { state: 'stale' };
  const observedAt = toOptionalIso(row.surveyed_at);
  const common = { ...(observedAt && { observedAt }) };
  if (row.removed_at !== null) {
    const error = 'This source is no longer configured.';
    return { state: 'stale', ...common, error };
  }
  const error = row.last_error ?? undefined;
  if (row.last_outcome === 'failed') {
    return { state: 'failed', ...common, error };
  }
  if (row.last_outcome === 'incomplete') {
    return { state: 'stale', ...common, error };
  }
  const isOld =
    row.surveyed_at === null ||
    freshness.now.getTime() - toDate(row.surveyed_at).getTime() >
      freshness.staleAfter;
  return { state: isOld ? 'stale' : 'fresh', ...common };
}

/** The moment before which a survey is old. @internal */
export function oldBefore({ now, staleAfter }: Freshness): Date {
  return new Date(now.getTime() - staleAfter);
}

/**
 * The scopes of which {@link scopeSource} would say that they are not fresh, first of all those that were never surveyed:
 * that nothing of an entity is known there does not mean that there is nothing.
 *
 * @param old - from {@link oldBefore}, or what stands for it in a statement that is kept
 * @internal
 */
export function unseenScopes(
  knex: Knex,
  old: Date | string,
): Knex.QueryBuilder<DbScopeRow, DbScopeRow[]> {
  return knex<DbScopeRow>('scopes')
    .whereNull('removed_at')
    .where(where =>
      where
        .whereNot('last_outcome', 'complete')
        .orWhereNull('surveyed_at')
        .orWhere('surveyed_at', '<', old),
    );
}

/**
 * The source of one row: its scope's, with the moment at which the row itself was last seen. A row that no survey has
 * changed was seen by the last complete one.
 *
 * @internal
 */
export function rowSource(
  scope: Source,
  row: { changed_at: DbTime; observed_at: DbTime | null },
): Source {
  const times = [toDate(row.changed_at).getTime()];
  if (row.observed_at !== null) times.push(toDate(row.observed_at).getTime());
  if (scope.observedAt) times.push(Date.parse(scope.observedAt));
  return { ...scope, observedAt: new Date(Math.max(...times)).toISOString() };
}

/** Turns a row into a scope as pages see it. @internal */
export function toScope(row: DbScopeRow, freshness: Freshness): Scope {
  return {
    id: row.id,
    provider: row.provider,
    title: row.title,
    account: row.account,
    region: row.region ?? undefined,
    source: scopeSource(row, freshness),
    lastAttemptAt: toOptionalIso(row.last_attempt_at),
    nextAttemptAt: toOptionalIso(row.next_attempt_at),
    exposures: row.exposure_count,
    connections: row.connection_count,
    calls: row.calls,
    throttles: row.throttles,
    durationSeconds:
      row.duration_ms === null ? undefined : row.duration_ms / 1000,
  };
}

/** All configured scopes, by title. @internal */
export async function listScopes(
  knex: Knex,
  freshness: Freshness,
): Promise<Scope[]> {
  const rows: DbScopeRow[] = await knex('scopes')
    .whereNull('removed_at')
    .orderBy(['title', 'id']);
  return rows.map(row => toScope(row, freshness));
}
