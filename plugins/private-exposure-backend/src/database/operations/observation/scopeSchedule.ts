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

/** When the next survey of a scope is to be. @internal */
export interface NextSurvey {
  /** The scope. */
  scopeId: string;
  /** When. */
  at: Date;
  /** What was set when the survey before began; nothing for the first. */
  instead: Date | undefined;
}

/**
 * Sets when a scope is surveyed next, once a survey has ended.
 *
 * @remarks What somebody has set since the survey began stays: they may want to see what came about behind its back.
 *
 * @internal
 */
export async function scheduleNextSurvey(
  knex: Knex,
  { scopeId, at, instead }: NextSurvey,
): Promise<void> {
  const found = { id: scopeId, next_attempt_at: instead ?? null };
  await knex('scopes').where(found).update({ next_attempt_at: at });
}

/**
 * Has a scope surveyed no later than at a moment that is not in the past.
 *
 * @remarks One that is due already gets the new moment, for its survey may be under way and have read past what matters.
 *
 * @internal
 */
export async function bringSurveyForward(
  knex: Knex,
  { scopeId, at, now }: { scopeId: string; at: Date; now: Date },
): Promise<void> {
  await knex('scopes')
    .where('id', scopeId)
    .where(where =>
      where
        .whereNull('next_attempt_at')
        .orWhere('next_attempt_at', '<=', now)
        .orWhere('next_attempt_at', '>', at),
    )
    .update({ next_attempt_at: at });
}

type Moving = (
  knex: Knex,
  scopeId: string,
  since: Date,
) => PromiseLike<{ id: string } | undefined>;

const movingExposure: Moving = (knex, scopeId, since) =>
  knex('exposures')
    .where('scope_id', scopeId)
    .whereNull('gone_at')
    .where('changed_at', '>', since)
    .where(moving =>
      moving
        .whereIn('lifecycle', ['provisioning', 'deleting'])
        .orWhereIn('domain_state', ['pending', 'failed']),
    )
    .first('id');

const movingConnection: Moving = (knex, scopeId, since) =>
  knex('connections')
    .where('scope_id', scopeId)
    .where('changed_at', '>', since)
    .whereNull('gone_at')
    .whereIn('state', ['pending', 'connecting', 'removing'])
    .first('id');

const mergedChange: Moving = (knex, scopeId, since) => {
  const ofItsEntity = () =>
    knex('exposures as e')
      .select('e.id')
      .whereRaw('e.entity_ref = changes.entity_ref')
      .whereNull('e.gone_at');
  return knex('changes')
    .where('ended_at', '>', since)
    .where('state', 'merged')
    .where(where =>
      where
        .whereExists(ofItsEntity().where('e.scope_id', scopeId))
        .orWhere(first =>
          first.where('purpose', 'expose').whereNotExists(ofItsEntity()),
        ),
    )
    .first('changes.id');
};

/**
 * Whether something in a scope is on its way: it changed since a moment, and is in a state that does not last; or a pull
 * request was merged since then, whose entity has something in the scope, or which is to give it its first exposure.
 *
 * @remarks Of a portal with many teams somebody's pull request is always open, so that one alone moves nothing: its merge
 * brings a survey by itself. Where a first exposure will show is not known before it does; until then it may be anywhere.
 *
 * @internal
 */
export async function isActive(
  knex: Knex,
  scopeId: string,
  since: Date,
): Promise<boolean> {
  for (const isMoving of [movingExposure, movingConnection, mergedChange]) {
    if (await isMoving(knex, scopeId, since)) return true;
  }
  return false;
}
