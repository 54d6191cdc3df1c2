import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { StateChange } from '../../StateChange';
import type { DbConnectionRow, DbExposureRow } from '../../tables';
import { chunks, selectIn } from '../../writeRows';
import { insertEvents } from '../events/insertEvents';
import type { SurveySession } from './SurveySession';

const batchSize = 5000;
// Small transactions, so that readers and decisions never wait long for a scope that was emptied.
const writeSize = 1000;

/** Is told of changes after their transaction. @internal */
export type ChangesSink = (changes: StateChange[]) => Promise<void>;

/**
 * Marks what a complete survey did not list, a batch of ids at a time.
 *
 * @internal
 */
export async function markGone(
  knex: Knex,
  session: SurveySession,
  options: { at: Date; onChanges: ChangesSink },
): Promise<void> {
  for await (const ids of missingIds(knex, 'connections', session)) {
    await options.onChanges(
      await knex.transaction(tx => markConnections(tx, ids, options.at)),
    );
  }
  for await (const ids of missingIds(knex, 'exposures', session)) {
    await options.onChanges(
      await knex.transaction(tx => markExposures(tx, ids, options.at)),
    );
  }
}

async function* missingIds(
  knex: Knex,
  table: 'exposures' | 'connections',
  session: SurveySession,
): AsyncIterable<string[]> {
  const listed =
    table === 'exposures' ? session.exposureIds : session.connectionIds;
  let last = '';
  for (;;) {
    const rows: Pick<DbConnectionRow, 'id' | 'observed_at'>[] = await knex(
      table,
    )
      .select('id', 'observed_at')
      .where('scope_id', session.scopeId)
      .where('id', '>', last)
      .whereNull('gone_at')
      .orderBy(['scope_id', 'id'])
      .limit(batchSize);
    if (rows.length === 0) return;
    last = rows[rows.length - 1].id;
    // A decision's reading since the survey began is newer than the survey.
    const missing = rows.filter(
      row =>
        !listed.has(row.id) &&
        (row.observed_at === null ||
          toDate(row.observed_at) <= session.startedAt),
    );
    const ids = missing.map(row => row.id);
    for (const part of chunks(ids, writeSize)) yield part;
  }
}

async function markConnections(
  tx: Knex,
  ids: readonly string[],
  at: Date,
): Promise<StateChange[]> {
  const rows = await selectIn<
    DbConnectionRow,
    'id' | 'exposure_id' | 'state' | 'gone_at'
  >({
    ...{ knex: tx, table: 'connections', where: 'id', values: ids },
    columns: ['id', 'exposure_id', 'state', 'gone_at'],
  });
  const exposures = await selectIn<DbExposureRow, 'id' | 'entity_ref'>({
    ...{ knex: tx, table: 'exposures', where: 'id' },
    values: [...new Set(rows.map(row => row.exposure_id))],
    columns: ['id', 'entity_ref'],
  });
  const owners = new Map(exposures.map(row => [row.id, row.entity_ref]));
  await tx('connections')
    .whereIn('id', [...ids])
    .whereNull('gone_at')
    .update({ gone_at: at, observed_at: at, changed_at: at });
  const changes = rows
    .filter(row => row.gone_at === null)
    .map<StateChange>(row => ({
      type: 'connection-gone',
      at,
      exposureId: row.exposure_id,
      connectionId: row.id,
      entityRef: owners.get(row.exposure_id) ?? undefined,
      from: row.state,
      initial: false,
    }));
  await insertEvents(tx, changes);
  return changes;
}

async function markExposures(
  tx: Knex,
  ids: readonly string[],
  at: Date,
): Promise<StateChange[]> {
  const rows = await selectIn<
    DbExposureRow,
    'id' | 'entity_ref' | 'lifecycle' | 'name'
  >({
    ...{ knex: tx, table: 'exposures', where: 'id', values: ids },
    columns: ['id', 'entity_ref', 'lifecycle', 'name'],
  });
  await tx('exposures')
    .whereIn('id', [...ids])
    .update({
      ...{ gone_at: at, observed_at: at, changed_at: at, lifecycle: 'gone' },
      refresh_requested_at: null,
    });
  await tx('claim_conflicts')
    .whereIn('exposure_id', [...ids])
    .delete();
  const changes = rows.map<StateChange>(row => ({
    type: 'exposure-gone',
    at,
    exposureId: row.id,
    entityRef: row.entity_ref ?? undefined,
    from: row.lifecycle,
    to: 'gone',
    message: `A complete survey no longer lists ${row.name}.`,
    initial: false,
  }));
  await insertEvents(tx, changes);
  return changes;
}
