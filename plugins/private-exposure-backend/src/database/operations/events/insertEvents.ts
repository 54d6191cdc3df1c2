import type { Knex } from 'knex';
import type { StateChange } from '../../StateChange';
import { insertRows } from '../../writeRows';

/**
 * Writes changes to the timeline. Call it in the transaction that makes them, so that neither is there without the
 * other.
 *
 * @internal
 */
export async function insertEvents(
  tx: Knex,
  changes: readonly StateChange[],
): Promise<void> {
  const rows = changes.map(change => ({
    exposure_id: change.exposureId ?? null,
    connection_id: change.connectionId ?? null,
    entity_ref: change.entityRef ?? null,
    type: change.type,
    at: change.at,
    actor: change.actor ?? null,
    from_state: change.from ?? null,
    to_state: change.to ?? null,
    message: change.message ?? null,
    initial: change.initial,
  }));
  await insertRows(tx, 'events', rows);
}
