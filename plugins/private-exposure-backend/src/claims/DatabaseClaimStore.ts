import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import {
  applyClaimants,
  removeClaimants,
} from '../database/operations/claims/applyClaimants';
import { surveyHash } from '../observation/surveyHash';
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

  async listNamedEntities(options?: {
    isUnknown?: boolean;
  }): Promise<string[]> {
    const named = this.#knex('exposures')
      .select({ entity_ref: 'owner_tag' })
      .whereNotNull('owner_tag')
      .whereNull('gone_at')
      .union(this.#knex('changes').select('entity_ref'));
    const query = this.#knex.from(named.as('n'));
    if (options?.isUnknown) {
      query
        .leftJoin('claimants as c', 'c.entity_ref', 'n.entity_ref')
        .whereNull('c.entity_ref');
    }
    return query.pluck('n.entity_ref');
  }

  async isNews(claimant: Claimant): Promise<boolean> {
    const { entityRef, claims } = claimant;
    const known = this.#knex('claimants')
      .select('hash')
      .where('entity_ref', entityRef);
    const tagged = this.#knex('exposures')
      .select(this.#knex.raw('1'))
      .where('owner_tag', entityRef)
      .whereNotNull('owner_tag')
      .limit(1);
    const { hash, is_tagged: isTagged } = await this.#knex
      .select({ hash: known, is_tagged: tagged })
      .first();
    const isInvolved = claims.length > 0 || hash !== null || isTagged !== null;
    return isInvolved && hash !== surveyHash(claimant);
  }
}
