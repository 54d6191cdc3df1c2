import type { Contributors } from './ContributorList';

/** A pull request of an entity, with whoever is known to have put something into it. @internal */
export interface ContributedChange {
  /** Of the change. */
  id: string;
  /** Its address. */
  url: string;
  /** Users who put something into it by a template. */
  authors: string[];
  /** What its Git host said once it was merged; missing as long as the host has to be asked. */
  contributors?: Contributors;
}

/**
 * Keeps who put something into merged pull requests.
 *
 * @internal
 */
export interface ContributorStore {
  /**
   * The pull requests of an entity, also those that were opened for another one and added to for this. Closed ones
   * count: they may be opened again and merged, unseen by us.
   */
  listFor(entityRef: string): Promise<ContributedChange[]>;
  /** Keeps what the Git host of a merged pull request said. */
  keep(changeId: string, contributors: Contributors): Promise<void>;
}
