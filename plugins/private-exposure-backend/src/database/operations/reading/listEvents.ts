import type { ExposureEvent } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { toIso } from '../../conversion';
import type { EventRecordPage } from '../../records';
import type { DbEventRow } from '../../tables';
import { decodeCursor, encodeCursor } from './cursor';
import { pageLimit } from './limit';

const order = '-id';

/**
 * The timeline of one exposure, newest first. Ids count up, so they are the order.
 *
 * @internal
 */
export async function listEvents(
  knex: Knex,
  options: { exposureId: string; limit?: number; cursor?: string },
): Promise<EventRecordPage> {
  const limit = pageLimit(options.limit);
  const query = eventQuery(knex, options.exposureId);
  const after = decodeCursor(options.cursor, order, ['large']);
  if (after) query.where('id', '<', after[0]);
  const found: DbEventRow[] = await query.limit(limit + 1);
  const items = found.slice(0, limit).map(toEvent);
  if (found.length <= limit) return { items };
  const last = Number(found[limit - 1].id);
  return { items, nextCursor: encodeCursor(order, [last]) };
}

/** The statement behind the timeline, without its limit. @internal */
export function eventQuery(
  knex: Knex,
  exposureId: string,
): Knex.QueryBuilder<DbEventRow, DbEventRow[]> {
  return knex<DbEventRow>('events')
    .where('exposure_id', exposureId)
    .orderBy('id', 'desc');
}

function toEvent(row: DbEventRow): ExposureEvent {
  return {
    id: String(row.id),
    exposureId: row.exposure_id ?? '',
    connectionId: row.connection_id ?? undefined,
    type: row.type,
    at: toIso(row.at),
    actor: row.actor ?? undefined,
    from: row.from_state ?? undefined,
    to: row.to_state ?? undefined,
    message: row.message ?? undefined,
  };
}
