import type { Knex } from 'knex';
import type { Contributors } from './ContributorList';
import type { ContributedChange, ContributorStore } from './ContributorStore';

type ContributedRow = { id: string; url: string; contributors: string | null };
type AuthorRow = { change_id: string; author: string };

/**
 * Contributors in the plugin's database.
 *
 * @internal
 */
export class DatabaseContributorStore implements ContributorStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The migrations must have run. */
  static create(options: { knex: Knex }): DatabaseContributorStore {
    return new DatabaseContributorStore(options.knex);
  }

  async listFor(entityRef: string): Promise<ContributedChange[]> {
    const knex = this.#knex;
    const own = knex('changes').where({ entity_ref: entityRef }).select('id');
    const added = knex('change_authors')
      .where({ entity_ref: entityRef })
      .select('change_id');
    const rows: ContributedRow[] = await knex('changes as ch')
      .leftJoin('change_contributors as k', 'k.change_id', 'ch.id')
      .whereIn('ch.id', own.union(added))
      .orderBy([
        { column: 'ch.opened_at', order: 'desc' },
        { column: 'ch.id', order: 'desc' },
      ])
      .select('ch.id', 'ch.url', 'k.contributors');
    // Whichever entity they ran a template for: it all went into one pull request.
    const authors: AuthorRow[] = await knex('change_authors')
      .whereIn(
        'change_id',
        rows.map(({ id }) => id),
      )
      .select('change_id', 'author');
    return rows.map(({ id, url, contributors }) => ({
      id,
      url,
      authors: authors
        .filter(({ change_id }) => change_id === id)
        .map(({ author }) => author),
      // This package alone wrote it.
      contributors: contributors ? JSON.parse(contributors) : undefined,
    }));
  }

  async keep(changeId: string, contributors: Contributors): Promise<void> {
    await this.#knex('change_contributors')
      .insert({
        change_id: changeId,
        contributors: JSON.stringify(contributors),
      })
      .onConflict('change_id')
      .ignore();
  }
}
