import type { ListConnectionsOptions } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { ReadFilter } from '../../ExposureStore';
import type { ConnectionRecord, InboxRecord, Page } from '../../records';
import type { DbConnectionRow, DbExposureRow } from '../../tables';
import { applyCriteria } from './criteria';
import { decodeCursor, encodeCursor } from './cursor';
import { loadExposureContext } from './exposureContext';
import { pageLimit } from './limit';
import { type Freshness, scopeSource } from './scopeSources';
import { toConnectionRecord } from './toConnectionRecord';
import { toExposureRecord } from './toExposureRecord';

const order = 'waitingSince';

/**
 * One page of the inbox, the oldest request first.
 *
 * @internal
 */
export async function listConnections(
  knex: Knex,
  query: ListConnectionsOptions & ReadFilter,
  freshness: Freshness,
): Promise<Page<InboxRecord>> {
  const limit = pageLimit(query.limit);
  const found: DbConnectionRow[] = await connectionQuery(knex, query).limit(
    limit + 1,
  );
  const rows = found.slice(0, limit);
  const { permitted } = query;
  const items = await toInboxRecords(knex, rows, { ...freshness, permitted });
  if (found.length <= limit) return { items };
  const last = rows[rows.length - 1];
  const keys = [toDate(last.waiting_since).getTime(), last.id];
  return { items, nextCursor: encodeCursor(order, keys) };
}

/** The statement behind a page of the inbox, without its limit. @internal */
export function connectionQuery(
  knex: Knex,
  query: ListConnectionsOptions & ReadFilter,
): Knex.QueryBuilder<DbConnectionRow, DbConnectionRow[]> {
  const { state, scopeId, consumerAccount, entityRef, permitted } = query;
  const statement = knex('connections as c')
    .select('c.*')
    .whereNull('c.gone_at')
    .orderBy(['c.waiting_since', 'c.id']);
  if (state) statement.where('c.state', state);
  if (scopeId) statement.where('c.scope_id', scopeId);
  if (consumerAccount) statement.where('c.consumer_account', consumerAccount);
  if (entityRef) {
    const ids = knex('exposures')
      .select('id')
      .where('entity_ref', entityRef.toLowerCase())
      .whereNull('gone_at');
    statement.whereIn('c.exposure_id', ids);
  }
  if (permitted) {
    statement
      .join('exposures as e', 'e.id', 'c.exposure_id')
      // Nothing that is gone has connections; said again, it opens the index.
      .whereNull('e.gone_at');
    applyCriteria(statement, permitted, 'connections');
  }
  const after = decodeCursor(query.cursor, order, ['large', 'string']);
  if (after) {
    const [time, id] = after;
    statement.whereRaw('(c.waiting_since, c.id) > (?, ?)', [
      new Date(time),
      id,
    ]);
  }
  return statement;
}

/** Adds to some connections what they ask for. @internal */
export async function toInboxRecords(
  knex: Knex,
  rows: readonly DbConnectionRow[],
  { permitted, ...freshness }: Freshness & ReadFilter,
): Promise<InboxRecord[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(row => row.exposure_id))];
  const exposures: DbExposureRow[] = await knex('exposures').whereIn('id', ids);
  const context = await loadExposureContext(knex, exposures, { permitted });
  const records = new Map(
    exposures.map(row => [row.id, toExposureRecord(row, context, freshness)]),
  );
  const natives = new Map(exposures.map(row => [row.id, row.native_id]));
  return rows.flatMap(row => {
    const exposure = records.get(row.exposure_id);
    if (!exposure) return []; // Removed by the cleaner between the two reads.
    const scope = context.scopes.get(row.scope_id);
    const connection = toConnectionRecord(row, {
      exposureNativeId: natives.get(row.exposure_id) ?? '',
      provider: scope?.provider ?? '',
      source: scopeSource(scope, freshness),
    });
    return [{ connection, exposure }];
  });
}

/** Connections of some states that wait since before a moment, the oldest first, at most 200. @internal */
export async function listConnectionsIn(
  knex: Knex,
  options: { states: readonly string[]; waitingSinceBefore: Date },
  freshness: Freshness,
): Promise<ConnectionRecord[]> {
  const rows: DbConnectionRow[] = await knex('connections')
    .whereIn('state', [...options.states])
    .whereNull('gone_at')
    .where('waiting_since', '<', options.waitingSinceBefore)
    .orderBy(['waiting_since', 'id'])
    .limit(200);
  const records = await toInboxRecords(knex, rows, freshness);
  return records.map(record => record.connection);
}
