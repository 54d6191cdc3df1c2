import type { Knex } from 'knex';
import type {
  ExposureDetailRecord,
  ExposureRecord,
  InboxRecord,
} from '../../records';
import type { DbConnectionRow, DbExposureRow } from '../../tables';
import { loadExposureContext } from './exposureContext';
import { loadExposureDetails } from './exposureDetails';
import { toInboxRecords } from './listConnections';
import type { Freshness } from './scopeSources';
import { toExposureRecord } from './toExposureRecord';

/** One exposure with everything that a page shows, gone ones too. @internal */
export async function getExposure(
  knex: Knex,
  id: string,
  freshness: Freshness,
): Promise<ExposureDetailRecord | undefined> {
  const rows: DbExposureRow[] = await knex('exposures').where('id', id);
  const [record] = await loadExposureDetails(knex, rows, freshness);
  return record;
}

/** One exposure without what hangs on it. @internal */
export async function getExposureRecord(
  knex: Knex,
  id: string,
  freshness: Freshness,
): Promise<ExposureRecord | undefined> {
  const rows: DbExposureRow[] = await knex('exposures').where('id', id);
  if (rows.length === 0) return undefined;
  const context = await loadExposureContext(knex, rows);
  return toExposureRecord(rows[0], context, freshness);
}

/** One connection with its exposure, gone ones too. @internal */
export async function getConnection(
  knex: Knex,
  id: string,
  freshness: Freshness,
): Promise<InboxRecord | undefined> {
  const rows: DbConnectionRow[] = await knex('connections').where('id', id);
  const [record] = await toInboxRecords(knex, rows, freshness);
  return record;
}

/** The accounts that connect to an exposure. @internal */
export async function getConsumerAccounts(
  knex: Knex,
  exposureId: string,
): Promise<string[]> {
  return knex('connections')
    .distinct()
    .where('exposure_id', exposureId)
    .whereNull('gone_at')
    .orderBy('consumer_account')
    .pluck('consumer_account');
}
