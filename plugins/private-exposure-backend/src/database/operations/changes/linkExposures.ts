import type { Knex } from 'knex';
import type { DbChangeRow, DbEventRow } from '../../tables';

/**
 * Ties changes to the exposures that came out of them: of the change's entity and kind, seen first after the change was
 * opened, and not the outcome of an earlier change. What was opened or seen at one moment, as all that a survey finds,
 * has its turn by its id: whichever replica asks, and however often, the answer is one.
 *
 * @returns how many were tied
 * @internal
 */
export async function linkExposures(knex: Knex): Promise<number> {
  const waiting = await knex<DbChangeRow>('changes')
    .where({ purpose: 'expose' })
    .whereIn('state', ['open', 'merged'])
    .whereNull('exposure_id')
    .orderBy(['opened_at', 'id'])
    .limit(500)
    .select('id', 'entity_ref', 'kind', 'opened_at');
  let linked = 0;
  for (const change of waiting) {
    const candidate = knex('exposures')
      .where('entity_ref', change.entity_ref)
      .where('first_seen_at', '>=', change.opened_at)
      .whereNull('gone_at')
      .whereNotExists(
        knex('changes as taken')
          .select('taken.id')
          .whereRaw('taken.exposure_id = exposures.id'),
      )
      .orderBy(['first_seen_at', 'id']);
    if (change.kind) candidate.where('kind', change.kind);
    const exposure: { id: string } | undefined = await candidate.first('id');
    if (exposure) linked += await link(knex, change.id, exposure.id);
  }
  return linked;
}

/** The lines of the change that were written before its exposure was known move to the exposure's timeline. */
async function link(
  knex: Knex,
  changeId: string,
  exposureId: string,
): Promise<number> {
  return knex.transaction(async tx => {
    const [row] = await tx<DbChangeRow>('changes')
      .where({ id: changeId })
      .whereNull('exposure_id')
      .update({ exposure_id: exposureId })
      .returning('*');
    if (!row) return 0;
    await tx<DbEventRow>('events')
      .where('at', '>=', row.opened_at)
      .where({ entity_ref: row.entity_ref })
      .whereNull('exposure_id')
      .whereIn('type', ['change-opened', 'change-merged', 'change-closed'])
      .where('message', 'like', `%(${escapeLike(row.url)})`)
      .update({ exposure_id: exposureId });
    return 1;
  });
}

function escapeLike(text: string): string {
  return text.replaceAll('%', '_');
}
