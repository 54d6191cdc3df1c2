import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { DbExposureRow, DbScopeRow } from '../../tables';
import { decodeCursor, encodeCursor } from './cursor';
import {
  type ExposureListing,
  exposureQuery,
  type RowPage,
} from './exposureQuery';

/** A scope in the order: when it was surveyed, in milliseconds, and its id. */
interface Position {
  time: number;
  id: string;
}

/**
 * A page in the order of observation. When an exposure was observed is its scope's business, so the page walks the
 * scopes in the order of their surveys, and each scope by id: no exposure is written for having been seen, and no page
 * sorts exposures.
 *
 * @remarks
 * A survey that ends between two pages moves its scope: its exposures may come twice or not at all, as in every
 * listing by a time that goes on.
 *
 * @internal
 */
export async function pageByScope(
  knex: Knex,
  options: {
    listing: ExposureListing;
    limit: number;
    order: 'observedAt' | '-observedAt';
  },
): Promise<RowPage> {
  const { listing, limit, order } = options;
  const after = decodeCursor(listing.cursor, order, [
    'large',
    'string',
    'string',
  ]);
  const start = after && { time: Number(after[0]), id: String(after[1]) };
  const rows: DbExposureRow[] = [];
  const scopes = await scopesInOrder(knex, listing, order);
  for (const scope of scopes) {
    if (start && comparePosition(order, scope, start) < 0) continue;
    const query = exposureQuery(knex, { ...listing, scopeId: scope.id });
    if (after && scope.id === start?.id) query.where('e.id', '>', after[2]);
    const found: DbExposureRow[] = await query
      .orderBy('e.id')
      .limit(limit + 1 - rows.length);
    rows.push(...found);
    if (rows.length > limit) {
      return cut(rows, { limit, order, scopes });
    }
  }
  return { rows };
}

function cut(
  rows: DbExposureRow[],
  options: { limit: number; order: string; scopes: readonly Position[] },
): RowPage {
  const kept = rows.slice(0, options.limit);
  const last = kept[kept.length - 1];
  const scope = options.scopes.find(({ id }) => id === last.scope_id);
  const keys = [scope?.time ?? 0, last.scope_id, last.id];
  return { rows: kept, nextCursor: encodeCursor(options.order, keys) };
}

async function scopesInOrder(
  knex: Knex,
  listing: ExposureListing,
  order: 'observedAt' | '-observedAt',
): Promise<Position[]> {
  const query = knex('scopes').select('id', 'surveyed_at');
  if (listing.scopeId) query.where('id', listing.scopeId);
  const rows: Pick<DbScopeRow, 'id' | 'surveyed_at'>[] = await query;
  return rows
    .map(({ id, surveyed_at: at }) => ({
      id,
      // Never surveyed counts as longest ago.
      time: at === null ? 0 : toDate(at).getTime(),
    }))
    .sort((a, b) => comparePosition(order, a, b));
}

/** Negative if the first position comes first. Scopes of one moment stand in the order of their ids. */
function comparePosition(
  order: 'observedAt' | '-observedAt',
  a: Position,
  b: Position,
): number {
  const byTime = order === 'observedAt' ? a.time - b.time : b.time - a.time;
  if (byTime !== 0) return byTime;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
