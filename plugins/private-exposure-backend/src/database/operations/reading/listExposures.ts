import type {
  ExposureOrder,
  ListExposuresOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { prefixEnd, toKey } from '../../conversion';
import type { ReadFilter } from '../../ExposureStore';
import type { ExposureRecord, Page } from '../../records';
import type { DbExposureRow } from '../../tables';
import { whereAttention } from './attentionQueries';
import { applyCriteria } from './criteria';
import { decodeCursor, encodeCursor } from './cursor';
import { loadExposureContext } from './exposureContext';
import { pageLimit } from './limit';
import { pageByScope } from './pageByScope';
import type { Freshness } from './scopeSources';
import { toExposureRecord } from './toExposureRecord';

/** Filters of the inventory, and whether only what nobody claims is listed. @internal */
export type ExposureListing = ListExposuresOptions &
  ReadFilter & { isUnclaimed?: boolean };

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
  const context = await loadExposureContext(knex, rows);
  return {
    items: rows.map(row => toExposureRecord(row, context, freshness)),
    ...(nextCursor && { nextCursor }),
  };
}

/** One page of rows. @internal */
export interface RowPage {
  /** In order. */
  rows: DbExposureRow[];
  /** Missing on the last page. */
  nextCursor?: string;
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

/** The statement behind a page by name or health, without its limit. @internal */
export function keyQuery(
  knex: Knex,
  listing: ExposureListing,
  order: KeyOrder,
) {
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

/** The filtered inventory, in no order. @internal */
export function exposureQuery(
  knex: Knex,
  listing: ExposureListing,
): Knex.QueryBuilder<DbExposureRow, DbExposureRow[]> {
  const query = knex('exposures as e').select('e.*');
  const { kind, lifecycle, health, attention, scopeId, text } = listing;
  // What is gone is listed only to those who ask for it.
  if (lifecycle === 'gone') query.whereNotNull('e.gone_at');
  else query.whereNull('e.gone_at');
  if (listing.isUnclaimed) query.whereNull('e.entity_ref');
  if (kind) query.where('e.kind', kind);
  if (lifecycle) query.where('e.lifecycle', lifecycle);
  if (health) query.where('e.health', health);
  if (scopeId) query.where('e.scope_id', scopeId);
  if (attention) whereAttention(knex, query, attention);
  if (text) wherePrefix(query, text);
  applyCriteria(query, listing.permitted);
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
