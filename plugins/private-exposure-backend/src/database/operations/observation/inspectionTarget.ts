import type { Knex } from 'knex';
import { toDate } from '../../conversion';
import type { InspectionTargetRecord } from '../../ObservationStore';
import type { DbConnectionRow, DbExposureRow } from '../../tables';
import {
  readConnections,
  toSurveyedExposure,
} from '../reading/exposureDetails';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';

/**
 * Reads what an inspection is given, as the provider surveyed it.
 *
 * @internal
 */
export async function getInspectionTarget(
  knex: Knex,
  exposureId: string,
): Promise<InspectionTargetRecord | undefined> {
  const row: DbExposureRow | undefined = await knex('exposures')
    .where('id', exposureId)
    .whereNull('gone_at')
    .first();
  if (!row) return undefined;
  const rows = await readConnections(knex, exposureId);
  const connections = rows.map(connection =>
    toSurveyedConnection(connection, row.native_id),
  );
  return {
    target: {
      scopeId: row.scope_id,
      exposure: toSurveyedExposure(row),
      connections,
    },
    waitingSince: new Map(
      rows.map(({ native_id, waiting_since }) => [
        native_id,
        toDate(waiting_since),
      ]),
    ),
  };
}

function toSurveyedConnection(
  row: DbConnectionRow,
  exposureNativeId: string,
): SurveyedConnection {
  return {
    nativeId: row.native_id,
    exposureNativeId,
    consumer: {
      account: row.consumer_account,
      accountName: row.consumer_account_name ?? undefined,
      region: row.consumer_region ?? undefined,
      endpointId: row.consumer_endpoint_id ?? undefined,
    },
    nativeState: row.native_state,
    state: row.state,
    createdAt: row.created_at
      ? toDate(row.created_at).toISOString()
      : undefined,
    facts: JSON.parse(row.facts),
  };
}
