import type { ExposureOrder } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { ExposureRecord, Page } from '../../records';
import type { DbExposureRow } from '../../tables';
import { decodeCursor, encodeCursor } from './cursor';
import { loadExposureContext } from './exposureContext';
import {
  type ExposureListing,
  exposureQuery,
  type RowPage,
} from './exposureQuery';
import { pageLimit } from './limit';
import { pageByScope } from './pageByScope';
import type { Freshness } from './scopeSources';
import { toExposureRecord } from './toExposureRecord';

/**
 * One page of the inventory. Its cost depends on its size, not on how many pages came before: each order is a walk along
 * an index from where the cursor points.
 *
 * @internal
 */
export async function listExposures(
  knex: Knex,
  listing: ExposureListing,
  freshness: Freshness,
): Promise<Page<ExposureRecord>> {
  const limit = pageLimit(listing.limit);
  const order = listing.order ?? 'name';
  const { rows, nextCursor } =
    order === 'observedAt' || order === '-observedAt'
      ? await pageByScope(knex, { listing, limit, order })
      : await pageByKey(knex, { listing, limit, order });
  const context = await loadExposureContext(knex, rows, listing);
  return {
    items: rows.map(row => toExposureRecord(row, context, freshness)),
    ...(nextCursor && { nextCursor }),
  };
}

type KeyOrder = Exclude<ExposureOrder, 'observedAt' | '-observedAt'>;

async function pageByKey(
  knex: Knex,
  options: { listing: ExposureListing; limit: number; order: KeyOrder },
): Promise<RowPage> {
  const { listing, limit, order } = options;
  const { query, columns } = keyQuery(knex, listing, order);
  const found: DbExposureRow[] = await query.limit(limit + 1);
  const rows = found.slice(0, limit);
  const last = rows[rows.length - 1];
  if (found.length <= limit) return { rows };
  const keys = columns.map(column => last[column]);
  return { rows, nextCursor: encodeCursor(order, keys) };
}

/** The statement behind a page by name or health, without its limit. */
function keyQuery(knex: Knex, listing: ExposureListing, order: KeyOrder) {
  const isDown = order.startsWith('-');
  const columns = order.endsWith('health')
    ? (['health_rank', 'name_key', 'id'] as const)
    : (['name_key', 'id'] as const);
  const types = columns.map(column =>
    column === 'health_rank' ? 'small' : 'string',
  );
  const query = exposureQuery(knex, listing);
  const after = decodeCursor(listing.cursor, order, types);
  if (after) {
    const left = columns.map(column => `e.${column}`).join(', ');
    const right = columns.map(() => '?').join(', ');
    query.whereRaw(`(${left}) ${isDown ? '<' : '>'} (${right})`, after);
  }
  for (const column of columns) {
    query.orderBy(`e.${column}`, isDown ? 'desc' : 'asc');
  }
  return { query, columns };
}
