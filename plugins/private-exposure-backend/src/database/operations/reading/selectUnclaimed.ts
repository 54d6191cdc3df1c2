import type { Knex } from 'knex';
import type { UnclaimedFilter, UnclaimedQuery } from '../../ExposureStore';
import type { ExposureListing } from './exposureQuery';

/** {@link UnclaimedFilter} with the places that it means. @internal */
export type UnclaimedSelection = Omit<
  UnclaimedFilter,
  'provider' | 'account'
> & {
  /** Ids of scopes; left out, all. */
  scopeIds?: readonly string[];
};

/**
 * Finds the scopes that a filter means. Scopes are few; with their ids in it a statement walks an index and stops when the
 * page is full, and with a question for them it would read all that nobody claims first.
 *
 * @internal
 */
export async function selectUnclaimed(
  knex: Knex,
  query: UnclaimedQuery,
): Promise<ExposureListing> {
  const { provider, account, ...filter } = query.unclaimed ?? {};
  if (provider === undefined && account === undefined) {
    return { ...query, unclaimed: filter };
  }
  const scopes = knex('scopes').select('id');
  if (provider !== undefined) scopes.where({ provider });
  if (account !== undefined) scopes.where({ account });
  const rows: { id: string }[] = await scopes;
  const scopeIds = rows.map(({ id }) => id);
  return { ...query, unclaimed: { ...filter, scopeIds } };
}
