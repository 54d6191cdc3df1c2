import type { Knex } from 'knex';
import { changeQuery } from '../database/operations/changes/listChanges';
import { toStoredChange } from '../database/operations/changes/toStoredChange';
import type { ReadFilter } from '../database/ExposureStore';
import type {
  DbConnectionRow,
  DbExposureRequestRow,
  DbExposureRow,
  DbScopeRow,
} from '../database/tables';
import type {
  KnownRequests,
  RequestingConnection,
  RequestingExposure,
  RequestStore,
} from './RequestedChange';

/**
 * Request ids in the plugin's database, each found by an index.
 *
 * @internal
 */
export class DatabaseRequestStore implements RequestStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The migrations must have run. */
  static create(options: { knex: Knex }): DatabaseRequestStore {
    return new DatabaseRequestStore(options.knex);
  }

  async findRequests(
    query: {
      requestIds: readonly string[];
      accounts: readonly string[];
    } & ReadFilter,
  ): Promise<KnownRequests> {
    const { requestIds, accounts, permitted } = query;
    const ids = [...requestIds];
    // One id may come in several pull requests: one that was closed, and the one that was opened in its place.
    // Few rows: with an order to keep, SQLite would walk all changes by it instead of looking the ids up.
    const changes = await changeQuery(this.#knex, { permitted })
      .clearOrder()
      .whereIn('ch.request_id', ids)
      .whereNot('ch.state', 'closed');
    const own: Pick<DbScopeRow, 'account'>[] = await this.#knex<DbScopeRow>(
      'scopes',
    )
      .whereIn('account', [...accounts])
      .whereNull('removed_at')
      .select('account');
    return {
      changes: changes
        .map(toStoredChange)
        .sort(
          (a, b) =>
            b.openedAt.localeCompare(a.openedAt) || b.id.localeCompare(a.id),
        ),
      connections: await this.#connections(ids),
      exposures: await this.#exposures(ids),
      ownAccounts: new Set(own.map(({ account }) => account)),
    };
  }

  async #connections(ids: string[]): Promise<RequestingConnection[]> {
    const rows = await this.#knex<DbConnectionRow>('connections')
      .whereIn('request_id', ids)
      .whereNull('gone_at')
      .whereIn('state', ['pending', 'connecting', 'connected'])
      .select('id', 'exposure_id', 'request_id', 'state', 'consumer_region');
    return rows.map(row => ({
      id: row.id,
      exposureId: row.exposure_id,
      requestId: row.request_id ?? '',
      state: row.state,
      region: row.consumer_region ?? undefined,
    }));
  }

  async #exposures(ids: string[]): Promise<RequestingExposure[]> {
    const rows: (Pick<DbExposureRow, 'id' | 'kind' | 'name' | 'entity_ref'> &
      Omit<DbExposureRequestRow, 'exposure_id'>)[] = await this.#knex(
      'exposure_requests as r',
    )
      .join('exposures as e', 'e.id', 'r.exposure_id')
      .whereIn('r.request_id', ids)
      .whereNull('e.gone_at')
      .select('e.id', 'e.kind', 'e.name', 'e.entity_ref')
      .select('r.request_id', 'r.target_key', 'r.region')
      .orderBy('e.id');
    return rows.map(row => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      entityRef: row.entity_ref ?? undefined,
      requestId: row.request_id,
      targetKey: row.target_key,
      region: row.region || undefined,
    }));
  }
}
