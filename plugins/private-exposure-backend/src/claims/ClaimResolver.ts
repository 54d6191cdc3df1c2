import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_KUBERNETES_SERVICE,
  resourceAnnotations,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StateChange, StateChangeListener } from '../database/StateChange';
import { chunks } from '../database/writeRows';
import { type Claimant, toClaimant } from './Claimant';
import type { ClaimSettings } from './ClaimSettings';
import type { ClaimStore } from './ClaimStore';
import { parseOwnerRef } from './readEvidence';

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];
const claimingEntities: EntityFilterQuery = [
  ANNOTATION_KUBERNETES_SERVICE,
  ...Object.values(resourceAnnotations),
].map(annotation => ({
  [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
}));
const pageSize = 500;

/** How the resolver is made. @internal */
export interface ClaimResolverOptions {
  /** Where claims are kept. */
  store: ClaimStore;
  /** Who knows the entities. */
  catalog: CatalogService;
  /** For the plugin's own credentials. */
  auth: AuthService;
  logger: LoggerService;
  settings: ClaimSettings;
  /** Is told what changed. */
  onChanges: StateChangeListener;
  /** The present; the machine's clock if left out. */
  clock?: () => Date;
}

/**
 * Finds out whose exposures are: asks the catalog who claims what and whether it has the entities that owner tags
 * and changes name.
 *
 * @remarks
 * A round that fails changes nothing that was not read: an entity is forgotten only after a complete listing.
 *
 * @internal
 */
export class ClaimResolver {
  readonly #options: ClaimResolverOptions;
  readonly #clock: () => Date;

  private constructor(options: ClaimResolverOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => new Date());
  }

  static create(options: ClaimResolverOptions): ClaimResolver {
    return new ClaimResolver(options);
  }

  /** Has the catalog read from time to time, by one replica at a time. */
  async start(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'resolve-claims',
      frequency: this.#options.settings.frequency,
      timeout: { minutes: 5 },
      scope: 'global',
      fn: signal => this.resolveAll(signal),
    });
  }

  /** One round over all entities that claim something, or that a tag or a change names. */
  async resolveAll(signal?: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const known = await store.listClaimants();
    const seen = new Set<string>();
    for await (const claimants of this.#listClaiming()) {
      signal?.throwIfAborted();
      for (const { entityRef } of claimants) seen.add(entityRef);
      await this.#apply(claimants);
    }
    const named = await store.listNamedEntities();
    const others = named.filter(entityRef => !seen.has(entityRef));
    await this.#lookUp(others, signal);
    for (const entityRef of others) seen.add(entityRef);
    const gone = known.filter(entityRef => !seen.has(entityRef));
    await this.#tell(await store.removeClaimants(gone, this.#clock()));
  }

  /** Looks up the entities that new tags and changes name. */
  async resolveNewOwners(signal?: AbortSignal): Promise<void> {
    const { store } = this.#options;
    const named = await store.listNamedEntities({ isUnknown: true });
    await this.#lookUp(named, signal);
  }

  /**
   * Brings one entity up to date, so that its page shows an annotation that was changed a moment ago.
   *
   * @returns whether that changed anything
   */
  async resolveEntityNow(entity: Entity): Promise<boolean> {
    const claimant = toClaimant(entity);
    const isNews = await this.#options.store.isNews(claimant);
    if (isNews) await this.#apply([claimant]);
    return isNews;
  }

  async *#listClaiming(): AsyncIterable<Claimant[]> {
    const { auth, catalog } = this.#options;
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const response = await catalog.queryEntities(
        cursor
          ? { cursor, fields, limit: pageSize }
          : { filter: claimingEntities, fields, limit: pageSize },
        { credentials },
      );
      yield response.items.map(toClaimant);
      cursor = response.pageInfo.nextCursor;
    } while (cursor);
  }

  async #lookUp(named: readonly string[], signal?: AbortSignal): Promise<void> {
    const { auth, catalog } = this.#options;
    for (const part of chunks(named, pageSize)) {
      signal?.throwIfAborted();
      const credentials = await auth.getOwnServiceCredentials();
      // A tag that is no reference names nobody; asking would fail the others.
      const entityRefs = part.filter(tag => parseOwnerRef(tag) === tag);
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs, fields },
        { credentials },
      );
      const found = new Map(
        items
          .filter(entity => entity !== undefined)
          .map(toClaimant)
          .map(claimant => [claimant.entityRef, claimant]),
      );
      await this.#apply(part.map(tag => found.get(tag) ?? toStranger(tag)));
    }
  }

  async #apply(claimants: readonly Claimant[]): Promise<void> {
    const { store } = this.#options;
    await this.#tell(await store.applyClaimants(claimants, this.#clock()));
  }

  async #tell(changes: StateChange[]): Promise<void> {
    if (changes.length > 0) await this.#options.onChanges(changes);
  }
}

/** A tag may name an entity that is not there, or nothing that could be one. */
function toStranger(entityRef: string): Claimant {
  return { entityRef, isFound: false, owners: [], claims: [] };
}
