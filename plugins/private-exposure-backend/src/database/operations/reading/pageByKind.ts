import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { DbExposureRow } from '../../tables';
import { decodeCursor, encodeCursor } from './cursor';
import {
  type ExposureListing,
  exposureQuery,
  type RowPage,
} from './exposureQuery';

/**
 * A page in the order of cost. What an exposure costs is its kind's business and stands in the configuration, so the page
 * walks the kinds in the order that it is given, and in each kind the oldest exposure first: it has cost the most.
 *
 * @remarks Where prices change between two pages, exposures may come twice or not at all.
 *
 * @internal
 */
export async function pageByKind(
  knex: Knex,
  options: {
    listing: ExposureListing;
    limit: number;
    order: 'cost' | '-cost';
  },
): Promise<RowPage> {
  const { listing, limit, order } = options;
  const after = decodeCursor(listing.cursor, order, [
    'string',
    'large',
    'string',
  ]);
  const kinds = listing.kind ? [listing.kind] : listing.kindOrder;
  if (!kinds) throw new Error(`The order '${order}' needs the order of kinds`);
  const start = after ? kinds.findIndex(kind => kind === after[0]) : 0;
  const rows: DbExposureRow[] = [];
  for (const kind of kinds.slice(Math.max(start, 0))) {
    const query = exposureQuery(knex, { ...listing, kind });
    if (after && kind === after[0]) {
      const values = [new Date(after[1]), after[2]];
      query.whereRaw('(e.made_at, e.id) > (?, ?)', values);
    }
    const found: DbExposureRow[] = await query
      .orderBy(['e.made_at', 'e.id'])
      .limit(limit + 1 - rows.length);
    rows.push(...found);
    if (rows.length > limit) {
      const last = rows[limit - 1];
      const keys = [last.kind, toDate(last.made_at).getTime(), last.id];
      return {
        rows: rows.slice(0, limit),
        nextCursor: encodeCursor(order, keys),
      };
    }
  }
  return { rows };
}
