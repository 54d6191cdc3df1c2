import type { Knex } from 'knex';
import { prefixEnd, toMakerKey } from '../../conversion';
import type { UnclaimedSelection } from './selectUnclaimed';

/**
 * Narrows exposures (`e`) down to those that nobody claims and a filter selects.
 *
 * @internal
 */
export function whereUnclaimed(
  query: Knex.QueryBuilder,
  filter: UnclaimedSelection,
): void {
  const { scopeIds, madeBefore, createdBy, manager } = filter;
  query.whereNull('e.entity_ref');
  if (manager) query.where('e.manager', manager);
  if (madeBefore) query.where('e.made_at', '<=', madeBefore);
  if (createdBy) {
    const from = toMakerKey(createdBy);
    const end = prefixEnd(from);
    query.where('e.created_by_key', '>=', from);
    if (end !== undefined) query.where('e.created_by_key', '<', end);
  }
  if (scopeIds) query.whereIn('e.scope_id', scopeIds);
}
