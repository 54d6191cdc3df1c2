import type { Knex } from 'knex';
import type { DbExposureRow } from '../../tables';

const interval = 60_000;

/**
 * Asks for an inspection, and for the entity's open changes in the next round, at most once a minute for each exposure. The limit is one conditional update, so it holds
 * over all replicas.
 *
 * @internal
 */
export async function requestRefresh(
  knex: Knex,
  exposureId: string,
  now: Date,
): Promise<'queued' | 'too-soon' | 'not-found'> {
  const updated = await knex('exposures')
    .where('id', exposureId)
    .whereNull('gone_at')
    .where(builder =>
      builder
        .whereNull('refresh_allowed_at')
        .orWhere('refresh_allowed_at', '<=', now),
    )
    .update({
      refresh_requested_at: now,
      refresh_allowed_at: new Date(now.getTime() + interval),
    });
  if (updated > 0) {
    // Whoever asks for the resource wants to know of its pull requests as well; before all that only wait their turn.
    await knex('changes')
      .where({ state: 'open' })
      .whereIn(
        'entity_ref',
        knex('exposures').select('entity_ref').where('id', exposureId),
      )
      .update({ due_at: knex.ref('opened_at') });
    return 'queued';
  }
  const row: unknown = await knex('exposures')
    .select('id')
    .where('id', exposureId)
    .whereNull('gone_at')
    .first();
  return row ? 'too-soon' : 'not-found';
}

/**
 * Notes that somebody looks at exposures; once a minute for each is enough to know.
 *
 * @internal
 */
export async function touchViewed(
  knex: Knex,
  exposureIds: readonly string[],
  now: Date,
): Promise<void> {
  if (exposureIds.length === 0) return;
  const viewed: Pick<DbExposureRow, 'id' | 'scope_id'>[] = await knex(
    'exposures',
  )
    .select('id', 'scope_id')
    .whereIn('id', [...exposureIds]);
  if (viewed.length === 0) return;
  await knex('views')
    .insert(
      viewed.map(({ id, scope_id }) => ({
        ...{ exposure_id: id, scope_id, viewed_at: now },
      })),
    )
    .onConflict('exposure_id')
    .merge(['scope_id', 'viewed_at'])
    .where('views.viewed_at', '<', new Date(now.getTime() - interval));
}
