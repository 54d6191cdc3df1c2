import type {
  ExposureKind,
  ListExposuresOptions,
  UnclaimedOrder,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { prefixEnd, toKey } from '../../conversion';
import type { ReadFilter } from '../../ExposureStore';
import type { DbExposureRow } from '../../tables';
import { whereAttention } from './attentionQueries';
import { applyCriteria } from './criteria';
import type { UnclaimedSelection } from './selectUnclaimed';
import { whereUnclaimed } from './whereUnclaimed';

/** What is listed, and in which order. @internal */
export type ExposureListing = Omit<ListExposuresOptions, 'order'> &
  ReadFilter & {
    /** The inventory's orders, and those of what nobody claims. */
    order?: UnclaimedOrder;
    /** Only what nobody claims, and of that only this. */
    unclaimed?: UnclaimedSelection;
    /** For the order by cost: every kind, in that order. */
    kindOrder?: readonly ExposureKind[];
  };

/** One page of rows. @internal */
export interface RowPage {
  /** In order. */
  rows: DbExposureRow[];
  /** Missing on the last page. */
  nextCursor?: string;
}

/** The filtered inventory, in no order. @internal */
export function exposureQuery(
  knex: Knex,
  listing: ExposureListing,
): Knex.QueryBuilder<DbExposureRow, DbExposureRow[]> {
  const query = knex('exposures as e').select('e.*');
  const { kind, lifecycle, health, attention, scopeId, text, permitted } =
    listing;
  // What is gone is listed only to those who ask for it.
  if (lifecycle === 'gone') query.whereNotNull('e.gone_at');
  else query.whereNull('e.gone_at');
  if (listing.unclaimed) whereUnclaimed(query, listing.unclaimed);
  if (kind) query.where('e.kind', kind);
  if (lifecycle) query.where('e.lifecycle', lifecycle);
  if (health) query.where('e.health', health);
  if (scopeId) query.where('e.scope_id', scopeId);
  if (attention) whereAttention(knex, query, { attention, permitted });
  if (text) wherePrefix(query, text);
  applyCriteria(query, permitted);
  return query;
}

/** A prefix is a range, which the same index serves that serves the order. */
function wherePrefix(query: Knex.QueryBuilder, text: string): void {
  const from = toKey(text);
  const end = prefixEnd(from);
  query.where(any => {
    for (const column of ['e.name_key', 'e.native_key', 'e.entity_ref']) {
      any.orWhere(range => {
        range.where(column, '>=', from);
        if (end !== undefined) range.where(column, '<', end);
      });
    }
  });
}
