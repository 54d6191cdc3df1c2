import type { Knex } from 'knex';
import type { ChangeQuery, StoredChange } from '../../../changes/ChangeStore';
import { toDate } from '../../conversion';
import type { Page } from '../../records';
import type { DbChangeRow } from '../../tables';
import { decodeTimeCursor, encodeTimeCursor } from '../decisions/timeCursor';
import { toStoredChange } from './toStoredChange';

/** One page of changes, newest first. @internal */
export async function listChanges(
  knex: Knex,
  query: ChangeQuery,
): Promise<Page<StoredChange>> {
  const select = knex<DbChangeRow>('changes')
    .orderBy([
      { column: 'opened_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(query.limit + 1);
  if (query.state) select.where({ state: query.state });
  if (query.entityRefs) select.whereIn('entity_ref', [...query.entityRefs]);
  if (query.cursor) {
    const { at, id } = decodeTimeCursor(query.cursor);
    select.whereRaw('(opened_at, id) < (?, ?)', [at, id]);
  }
  const rows: DbChangeRow[] = await select.select('*');
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
