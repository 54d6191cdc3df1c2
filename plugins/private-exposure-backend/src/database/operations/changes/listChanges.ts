import type { Knex } from 'knex';
import type { ChangeQuery, StoredChange } from '../../../changes/ChangeStore';
import { toDate } from '../../conversion';
import type { Page } from '../../records';
import type { DbChangeRow } from '../../tables';
import { applyCriteria } from '../reading/criteria';
import { decodeTimeCursor, encodeTimeCursor } from '../decisions/timeCursor';
import { toStoredChange } from './toStoredChange';

/** One page of changes, newest first. @internal */
export async function listChanges(
  knex: Knex,
  query: ChangeQuery,
): Promise<Page<StoredChange>> {
  const rows: DbChangeRow[] = await changeQuery(knex, query).limit(
    query.limit + 1,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(toStoredChange),
    nextCursor:
      last && rows.length > query.limit
        ? encodeTimeCursor({ at: toDate(last.opened_at), id: last.id })
        : undefined,
  };
}

/** The statement behind a page, without its limit. @internal */
export function changeQuery(
  knex: Knex,
  query: Omit<ChangeQuery, 'limit'>,
): Knex.QueryBuilder<DbChangeRow, DbChangeRow[]> {
  const { state, entityRefs, cursor, permitted } = query;
  const statement = knex('changes as ch')
    .select('ch.*')
    .orderBy([
      { column: 'ch.opened_at', order: 'desc' },
      { column: 'ch.id', order: 'desc' },
    ]);
  if (state) statement.where('ch.state', state);
  if (entityRefs) statement.whereIn('ch.entity_ref', [...entityRefs]);
  if (permitted) {
    statement.leftJoin('exposures as e', 'e.id', 'ch.exposure_id');
    applyCriteria(statement, permitted, 'changes');
  }
  if (cursor) {
    const { at, id } = decodeTimeCursor(cursor);
    statement.whereRaw('(ch.opened_at, ch.id) < (?, ?)', [at, id]);
  }
  return statement;
}
