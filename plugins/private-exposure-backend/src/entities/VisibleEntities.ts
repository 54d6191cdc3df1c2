import { isDeepStrictEqual } from 'node:util';
import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { JointReads } from './JointReads';
import { principalKey } from './principalKey';

/** What pages need of an entity: who it is, what it claims, who owns it. */
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'relations',
];
const maxAge = 30_000;
const refreshAfter = 15_000;
const refreshPause = 500;
/** In one question to the catalog; the answer to a large one keeps everybody else waiting while it is read. */
const entitiesAtOnce = 20;
const maxViewers = 500;
const maxEntities = 2_000;
/** Kept that long after its last reading, to be told from the next: who views nothing costs no memory. */
const keptFor = 600_000;

interface Seen {
  entity: Entity;
  at: number;
  isRefreshing: boolean;
}

interface Viewer {
  /** Of the latest question; every one of them is the same principal's. */
  credentials: BackstageCredentials;
  /** When that was. */
  at: number;
  seen: Map<string, Seen>;
  reads: JointReads<Entity>;
  /** What to read anew, after a pause that lets more come together. */
  due: Set<string>;
}

/** What {@link VisibleEntities} needs. @internal */
export interface VisibleEntitiesOptions {
  /** Asked with the caller's credentials. */
  catalog: CatalogService;
  /** Told if an entity could not be read anew. */
  logger: LoggerService;
  /** Milliseconds; the machine's clock if left out. */
  clock?: () => number;
  /** Does something after half a second; replaced by tests. */
  later?: (work: () => void) => void;
}

/**
 * Entities as each caller sees them, remembered for half a minute. For reading only.
 *
 * @remarks
 * Why this may be remembered at all: the catalog is asked with the caller's own credentials, and the answer is kept
 * under that principal's name alone, so that nobody is ever shown what another sees. It is at most half a minute old; a
 * permission or an owner that was taken away counts from then on, which is less than the life of a page that is open
 * already. One that is viewed again is asked for anew after fifteen seconds, beside the answer and together with
 * others. That an entity is *not*
 * visible is never remembered, and neither is a failure. Nothing that changes anything decides by this: decisions,
 * refreshes and changes ask the catalog at that moment, and the permission policy is asked at every request.
 *
 * @internal
 */
export class VisibleEntities {
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #clock: () => number;
  readonly #later: (work: () => void) => void;
  readonly #viewers = new Map<string, Viewer>();

  private constructor(options: VisibleEntitiesOptions) {
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#clock = options.clock ?? (() => performance.now());
    this.#later =
      options.later ?? (work => setTimeout(work, refreshPause).unref());
  }

  static create(options: VisibleEntitiesOptions): VisibleEntities {
    return new VisibleEntities(options);
  }

  /** The entity as the caller sees it, undefined if it is not there for them. */
  async get(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined> {
    const viewer = this.#viewerOf(credentials);
    const seen = viewer.seen.get(entityRef);
    const age = seen ? this.#clock() - seen.at : Infinity;
    if (!seen || age >= maxAge) return this.#read(viewer, entityRef);
    if (age >= refreshAfter && !seen.isRefreshing) {
      seen.isRefreshing = true;
      if (viewer.due.size === 0) this.#later(() => this.#refresh(viewer));
      viewer.due.add(entityRef);
    }
    return seen.entity;
  }

  #refresh(viewer: Viewer): void {
    const due = [...viewer.due];
    viewer.due.clear();
    for (const entityRef of due) {
      const seen = viewer.seen.get(entityRef);
      this.#read(viewer, entityRef).catch(error => {
        if (seen) seen.isRefreshing = false;
        this.#logger.debug(
          `'${entityRef}' could not be read anew: ${stringifyError(error)}`,
        );
      });
    }
  }

  async #read(viewer: Viewer, entityRef: string): Promise<Entity | undefined> {
    const at = this.#clock();
    const entity = await viewer.reads.getOptional(entityRef);
    const before = viewer.seen.get(entityRef);
    // Removed first: a map keeps the order of insertion, and what was read longest ago has to go first.
    viewer.seen.delete(entityRef);
    if (!entity) return undefined;
    // The same object for the same content: whoever worked on it once need not again.
    const same = isDeepStrictEqual(before?.entity, entity);
    const kept = before && same ? before.entity : entity;
    viewer.seen.set(entityRef, { entity: kept, at, isRefreshing: false });
    this.#forget(viewer.seen, maxEntities);
    return kept;
  }

  /** Both maps have what was used last at their end. */
  #forget(map: Map<string, { at: number }>, size: number): void {
    const before = this.#clock() - keptFor;
    for (const [key, { at }] of map) {
      if (map.size <= size && at > before) return;
      map.delete(key);
    }
  }

  #viewerOf(credentials: BackstageCredentials): Viewer {
    const key = principalKey(credentials);
    const known = key === undefined ? undefined : this.#viewers.get(key);
    const at = this.#clock();
    if (known && key !== undefined) {
      this.#viewers.delete(key);
      this.#viewers.set(key, Object.assign(known, { credentials, at }));
      return known;
    }
    const viewer: Viewer = {
      ...{ credentials, at },
      seen: new Map(),
      reads: new JointReads(refs => this.#ask(refs, viewer.credentials), {
        keys: entitiesAtOnce,
      }),
      due: new Set(),
    };
    if (key !== undefined) {
      this.#viewers.set(key, viewer);
      this.#forget(this.#viewers, maxViewers);
    }
    return viewer;
  }

  async #ask(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Entity>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields },
      { credentials },
    );
    const found = items.filter(entity => entity !== undefined);
    return new Map(found.map(entity => [stringifyEntityRef(entity), entity]));
  }
}
