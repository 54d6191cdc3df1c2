import type { Knex } from 'knex';
import { surveyHash } from '../../../observation/surveyHash';
import type { ConnectionReading } from '../../ExposureStore';
import { toDate } from '../../conversion';
import type { StateChange } from '../../StateChange';
import type { DbConnectionRow } from '../../tables';
import { upsertRows } from '../../writeRows';
import { insertEvents } from '../events/insertEvents';
import { compareConnection } from './compareConnection';
import { observedConnectionColumns, toConnectionRow } from './toConnectionRow';

/**
 * Brings one connection up to date between surveys. A reading older than what is stored changes nothing.
 *
 * @internal
 */
export async function applyConnectionReading(
  knex: Knex,
  { connectionId, reading, at }: ConnectionReading,
): Promise<StateChange[]> {
  return knex.transaction(async tx => {
    const row: DbConnectionRow | undefined = await tx('connections')
      .where('id', connectionId)
      .first();
    if (!row) return [];
    if (row.observed_at !== null && toDate(row.observed_at) > at) return [];

    const exposure: { entity_ref: string | null } | undefined = await tx(
      'exposures',
    )
      .select('entity_ref')
      .where('id', row.exposure_id)
      .first();
    const entityRef = exposure?.entity_ref ?? undefined;
    if (!reading) return markOneGone(tx, row, { at, entityRef });

    const after = toConnectionRow({
      id: row.id,
      exposureId: row.exposure_id,
      scopeId: row.scope_id,
      connection: reading,
      hash: surveyHash(reading),
      at,
      observedAt: at,
    });
    const isSame = after.hash === row.hash && row.gone_at === null;
    if (isSame) {
      await tx('connections').where('id', row.id).update({ observed_at: at });
      return [];
    }
    await upsertRows<DbConnectionRow>(tx, 'connections', [after], {
      key: 'id',
      columns: observedConnectionColumns,
    });
    const changes = compareConnection(row, after, {
      ...{ at, entityRef },
      initial: false,
    });
    await insertEvents(tx, changes);
    return changes;
  });
}

async function markOneGone(
  tx: Knex,
  row: DbConnectionRow,
  { at, entityRef }: { at: Date; entityRef: string | undefined },
): Promise<StateChange[]> {
  if (row.gone_at !== null) return [];
  await tx('connections')
    .where('id', row.id)
    .update({ gone_at: at, observed_at: at, changed_at: at });
  const change: StateChange = {
    type: 'connection-gone',
    at,
    exposureId: row.exposure_id,
    connectionId: row.id,
    entityRef,
    from: row.state,
    initial: false,
  };
  await insertEvents(tx, [change]);
  return [change];
}
