import type { UnclaimedOrder } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { DbExposureRow } from '../../tables';
import { type CursorKeyType, decodeCursor, encodeCursor } from './cursor';
import {
  type ExposureListing,
  exposureQuery,
  type RowPage,
} from './exposureQuery';

/** Orders that are an index each. @internal */
export type KeyOrder = Exclude<
  UnclaimedOrder,
  'observedAt' | '-observedAt' | 'cost' | '-cost'
>;

const columnTypes = {
  health_rank: 'small',
  name_key: 'string',
  made_at: 'large',
  id: 'string',
} as const satisfies Record<string, CursorKeyType>;
type Column = keyof typeof columnTypes;

const orderColumns: Record<KeyOrder, readonly Column[]> = {
  name: ['name_key', 'id'],
  '-name': ['name_key', 'id'],
  health: ['health_rank', 'name_key', 'id'],
  '-health': ['health_rank', 'name_key', 'id'],
  createdAt: ['made_at', 'id'],
  '-createdAt': ['made_at', 'id'],
};

/**
 * A page in an order that an index has.
 *
 * @internal
 */
export async function pageByKey(
  knex: Knex,
  options: { listing: ExposureListing; limit: number; order: KeyOrder },
): Promise<RowPage> {
  const { listing, limit, order } = options;
  const found: DbExposureRow[] = await keyQuery(knex, listing, order).limit(
    limit + 1,
  );
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  if (found.length <= limit) return { rows };
  const keys = orderColumns[order].map(column =>
    column === 'made_at' ? toDate(last.made_at).getTime() : last[column],
  );
  return { rows, nextCursor: encodeCursor(order, keys) };
}

/** The statement behind a page, without its limit. */
function keyQuery(knex: Knex, listing: ExposureListing, order: KeyOrder) {
  const isDown = order.startsWith('-');
  const columns = orderColumns[order];
  const types = columns.map(column => columnTypes[column]);
  const query = exposureQuery(knex, listing);
  const after = decodeCursor(listing.cursor, order, types);
  if (after) {
    const left = columns.map(column => `e.${column}`).join(', ');
    const right = columns.map(() => '?').join(', ');
    const values = after.map((key, index) =>
      columns[index] === 'made_at' ? new Date(key) : key,
    );
    query.whereRaw(`(${left}) ${isDown ? '<' : '>'} (${right})`, values);
  }
  for (const column of columns) {
    query.orderBy(`e.${column}`, isDown ? 'desc' : 'asc');
  }
  return query;
}
