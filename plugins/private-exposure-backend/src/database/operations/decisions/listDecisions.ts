import type { Knex } from 'knex';
import type {
  DecisionQuery,
  StoredDecision,
} from '../../../decisions/DecisionStore';
import { toDate } from '../../conversion';
import type { Page } from '../../records';
import type { DbDecisionRow } from '../../tables';
import { decodeTimeCursor, encodeTimeCursor } from './timeCursor';
import { toStoredDecision } from './toStoredDecision';

/**
 * One page of decisions, newest first.
 *
 * @param permittedExposures - adds the condition that the exposure is one that the caller may read
 * @internal
 */
export async function listDecisions(
  knex: Knex,
  query: DecisionQuery,
  permittedExposures: (builder: Knex.QueryBuilder) => void,
): Promise<Page<StoredDecision>> {
  const select = knex<DbDecisionRow>('decisions')
    .orderBy([
      { column: 'requested_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    // One more than asked for tells whether there is another page.
    .limit(query.limit + 1);
  if (query.status) select.where('status', query.status);
  if (query.connectionId) select.where('connection_id', query.connectionId);
  if (query.exposureId) select.where('exposure_id', query.exposureId);
  if (query.permitted) {
    select.whereIn('exposure_id', builder => permittedExposures(builder));
  }
  if (query.cursor) {
    const { at, id } = decodeTimeCursor(query.cursor);
    select.whereRaw('(requested_at, id) < (?, ?)', [at, id]);
  }
  const rows: DbDecisionRow[] = await select.select('*');
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toStoredDecision),
    nextCursor:
      last && rows.length > query.limit
        ? encodeTimeCursor({ at: toDate(last.requested_at), id: last.id })
        : undefined,
  };
}

/**
 * The latest decision on each of some connections.
 *
 * @internal
 */
export async function latestDecisions(
  knex: Knex,
  connectionIds: readonly string[],
): Promise<Map<string, StoredDecision>> {
  if (connectionIds.length === 0) return new Map();
  const rows: DbDecisionRow[] = await latestDecisionRows(knex).whereIn(
    'd.connection_id',
    connectionIds,
  );
  return new Map(rows.map(row => [row.connection_id, toStoredDecision(row)]));
}

/** Of each connection the decision (`d`) that no other followed. @internal */
export function latestDecisionRows(
  knex: Knex,
): Knex.QueryBuilder<DbDecisionRow, DbDecisionRow[]> {
  return knex('decisions as d')
    .whereNotExists(
      knex('decisions as later')
        .whereRaw('later.connection_id = d.connection_id')
        .whereRaw('(later.requested_at, later.id) > (d.requested_at, d.id)')
        .select(knex.raw('1')),
    )
    .select('d.*');
}
