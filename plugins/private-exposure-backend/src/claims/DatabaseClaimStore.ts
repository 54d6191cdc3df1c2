import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import {
  applyClaimants,
  removeClaimants,
} from '../database/operations/claims/applyClaimants';
import type { Claimant } from './Claimant';
import type { ClaimStore } from './ClaimStore';

/**
 * Keeps claims in the plugin's database.
 *
 * @internal
 */
export class DatabaseClaimStore implements ClaimStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseClaimStore> {
    return new DatabaseClaimStore(await applyMigrations(options.database));
  }

  applyClaimants(claimants: readonly Claimant[], at: Date) {
    return applyClaimants(this.#knex, claimants, at);
  }

  removeClaimants(entityRefs: readonly string[], at: Date) {
    return removeClaimants(this.#knex, entityRefs, at);
  }

  async listClaimants(): Promise<string[]> {
    return this.#knex('claimants').orderBy('entity_ref').pluck('entity_ref');
  }

  async listOwnerTags(options?: { isUnknown?: boolean }): Promise<string[]> {
    const query = this.#knex('exposures as e')
      .distinct('e.owner_tag')
      .whereNotNull('e.owner_tag')
      .whereNull('e.gone_at');
    if (options?.isUnknown) {
      query
        .leftJoin('claimants as c', 'c.entity_ref', 'e.owner_tag')
        .whereNull('c.entity_ref');
    }
    return query.pluck('e.owner_tag');
  }

  async isInvolved(entityRef: string): Promise<boolean> {
    const known: unknown = await this.#knex('claimants')
      .select('entity_ref')
      .where('entity_ref', entityRef)
      .first();
    if (known) return true;
    const tagged: unknown = await this.#knex('exposures')
      .select('id')
      .where('owner_tag', entityRef)
      .whereNotNull('owner_tag')
      .first();
    return Boolean(tagged);
  }
}
