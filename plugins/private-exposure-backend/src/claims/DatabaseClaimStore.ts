import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { applyMigrations } from '../database/applyMigrations';
import {
  applyClaimants,
  removeClaimants,
} from '../database/operations/claims/applyClaimants';
import type { DbClaimantRow, DbExposureRow } from '../database/tables';
import { JointReads } from '../entities/JointReads';
import { surveyHash } from '../observation/surveyHash';
import type { Claimant } from './Claimant';
import type { ClaimStore } from './ClaimStore';
import type { NamespaceOwners } from './NamespaceOwners';

/** What is known here of an entity. */
interface Standing {
  /** Of what it said last; undefined if it never said anything. */
  hash: string | undefined;
  /** Whether an owner tag names it. */
  isTagged: boolean;
}

/**
 * Keeps claims in the plugin's database.
 *
 * @internal
 */
export class DatabaseClaimStore implements ClaimStore {
  readonly #knex: Knex;
  readonly #namespaceOwners: NamespaceOwners;
  readonly #standings: JointReads<Standing>;

  private constructor(knex: Knex, namespaceOwners: NamespaceOwners) {
    this.#knex = knex;
    this.#namespaceOwners = namespaceOwners;
    this.#standings = new JointReads(refs => readStandings(knex, refs));
  }

  static async create(options: {
    database: DatabaseService;
    /** Whose the namespaces of clusters are. */
    namespaceOwners: NamespaceOwners;
  }): Promise<DatabaseClaimStore> {
    const knex = await applyMigrations(options.database);
    return new DatabaseClaimStore(knex, options.namespaceOwners);
  }

  applyClaimants(claimants: readonly Claimant[], at: Date) {
    const namespaceOwners = this.#namespaceOwners;
    return applyClaimants(this.#knex, claimants, { at, namespaceOwners });
  }

  removeClaimants(entityRefs: readonly string[], at: Date) {
    const namespaceOwners = this.#namespaceOwners;
    return removeClaimants(this.#knex, entityRefs, { at, namespaceOwners });
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
    const { hash, isTagged } = await this.#standings.get(entityRef);
    const isInvolved = claims.length > 0 || hash !== undefined || isTagged;
    return isInvolved && hash !== surveyHash(claimant);
  }
}

/** Two statements by index, however many are asked about. */
async function readStandings(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, Standing>> {
  const [known, tagged] = await Promise.all([
    knex<DbClaimantRow>('claimants')
      .select('entity_ref', 'hash')
      .whereIn('entity_ref', [...entityRefs]),
    knex<DbExposureRow>('exposures')
      .distinct('owner_tag')
      .whereIn('owner_tag', [...entityRefs])
      .pluck('owner_tag'),
  ]);
  const hashes = new Map(known.map(row => [row.entity_ref, row.hash]));
  const tags = new Set<string | null>(tagged);
  return new Map(
    entityRefs.map(entityRef => [
      entityRef,
      { hash: hashes.get(entityRef), isTagged: tags.has(entityRef) },
    ]),
  );
}
