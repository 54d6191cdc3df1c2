import type { ChangeRequest } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import { linkExposures } from '../database/operations/changes/linkExposures';
import { listChanges } from '../database/operations/changes/listChanges';
import { recordReading } from '../database/operations/changes/recordReading';
import { toStoredChange } from '../database/operations/changes/toStoredChange';
import { trackChange } from '../database/operations/changes/trackChange';
import type { Page } from '../database/records';
import type { StateChange } from '../database/StateChange';
import type { DbChangeRow } from '../database/tables';
import type {
  ChangeQuery,
  ChangeStore,
  Lookup,
  PullRequestReading,
  StoredChange,
} from './ChangeStore';

/**
 * Changes in the plugin's database.
 *
 * @internal
 */
export class DatabaseChangeStore implements ChangeStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The migrations must have run. */
  static create(options: { knex: Knex }): DatabaseChangeStore {
    return new DatabaseChangeStore(options.knex);
  }

  async track(
    request: ChangeRequest,
  ): Promise<{ change: StoredChange; changes: StateChange[] }> {
    return trackChange(this.#knex, request);
  }

  async list(query: ChangeQuery): Promise<Page<StoredChange>> {
    return listChanges(this.#knex, query);
  }

  async listDue(now: Date, limit: number): Promise<StoredChange[]> {
    const rows = await this.#knex<DbChangeRow>('changes')
      .where({ state: 'open' })
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .select('*');
    return rows.map(toStoredChange);
  }

  async lookSoon(ids: readonly string[], now: Date): Promise<void> {
    await this.#knex<DbChangeRow>('changes')
      .whereIn('id', [...ids])
      .where({ state: 'open' })
      .where('due_at', '>', now)
      .update({ due_at: now });
  }

  async recordReading(
    id: string,
    reading: PullRequestReading,
    lookup: Lookup,
  ): Promise<StateChange[]> {
    return recordReading(this.#knex, { id, reading, lookup });
  }

  async recordFailure(
    id: string,
    error: string,
    { at, dueAt }: Lookup,
  ): Promise<void> {
    await this.#knex<DbChangeRow>('changes')
      .where({ id })
      .update({ check_error: error, checked_at: at, due_at: dueAt });
  }

  async linkExposures(): Promise<number> {
    return linkExposures(this.#knex);
  }
}
