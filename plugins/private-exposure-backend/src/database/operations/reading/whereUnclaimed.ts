import type { Knex } from 'knex';
import { prefixEnd, toMakerKey } from '../../conversion';
import type { UnclaimedFilter } from '../../ExposureStore';

/**
 * Narrows exposures (`e`) down to those that nobody claims and a filter selects.
 *
 * @internal
 */
export function whereUnclaimed(
  knex: Knex,
  query: Knex.QueryBuilder,
  filter: UnclaimedFilter,
): void {
  const { provider, account, madeBefore, createdBy, manager } = filter;
  query.whereNull('e.entity_ref');
  if (manager) query.where('e.manager', manager);
  if (madeBefore) query.where('e.made_at', '<=', madeBefore);
  if (createdBy) {
    const from = toMakerKey(createdBy);
    const end = prefixEnd(from);
    query.where('e.created_by_key', '>=', from);
    if (end !== undefined) query.where('e.created_by_key', '<', end);
  }
  if (provider !== undefined || account !== undefined) {
    const scopes = knex('scopes').select('id');
    if (provider !== undefined) scopes.where({ provider });
    if (account !== undefined) scopes.where({ account });
    query.whereIn('e.scope_id', scopes);
  }
}
