import type { Knex } from 'knex';
import type { ReadFilter } from '../../ExposureStore';
import { applyCriteria } from './criteria';

/**
 * Open pull requests (`ch`), in no order and without columns, as far as a caller may read them: of what came out of one,
 * only an exposure that its entity has now tells.
 *
 * @internal
 */
export function openChanges(
  knex: Knex,
  permitted: ReadFilter['permitted'],
): Knex.QueryBuilder {
  const query = knex('changes as ch').where('ch.state', 'open');
  if (permitted) {
    query.leftJoin('exposures as e', join =>
      join
        .on('e.id', 'ch.exposure_id')
        .andOn('e.entity_ref', 'ch.entity_ref')
        .andOnNull('e.gone_at'),
    );
    applyCriteria(query, permitted, 'changes');
  }
  return query;
}

/** Those of them that call for attention: a consumer's own says nothing of the exposure. @internal */
export function attentionChanges(
  knex: Knex,
  permitted: ReadFilter['permitted'],
): Knex.QueryBuilder {
  return openChanges(knex, permitted).whereNot('ch.purpose', 'consume');
}
