import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { VisibleEntities } from './VisibleEntities';

/**
 * What the catalog says of entities, at the moment it is asked.
 *
 * @internal
 */
export class EntityDirectory {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #visible: VisibleEntities;

  private constructor(
    catalog: CatalogService,
    auth: AuthService,
    visible: VisibleEntities,
  ) {
    this.#catalog = catalog;
    this.#auth = auth;
    this.#visible = visible;
  }

  static create(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }): EntityDirectory {
    const { catalog, auth } = options;
    return new EntityDirectory(catalog, auth, VisibleEntities.create(options));
  }

  /**
   * The entity as the caller sees it.
   *
   * @throws NotFoundError if it is not there, or the caller may not see it: the catalog does not tell which
   */
  async getVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) throw notVisible(entityRef);
    return entity;
  }

  /**
   * The same for a page: as it was seconds ago at most, see {@link VisibleEntities}. Of the entity only what tells who it
   * is, what it claims and who owns it. Nothing that changes anything may go by it.
   *
   * @throws NotFoundError as {@link EntityDirectory.getVisible} does
   */
  async getLatelyVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const entity = await this.#visible.get(entityRef, credentials);
    if (!entity) throw notVisible(entityRef);
    return entity;
  }

  /** Which of some entities the caller sees, asked in one request. */
  async filterVisible(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: ['kind'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }

  /**
   * Who owns an entity now; nobody, if it is not in the catalog. Asked as the backend itself: a policy's question about
   * ownership must not depend on what the caller may see.
   */
  async ownersOf(entityRef: string): Promise<string[]> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return ownersIn(entity);
  }
}

function notVisible(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no entity '${entityRef}', or you may not see it`,
  );
}

/** The owners that an entity's relations name. @internal */
export function ownersIn(entity: Entity | undefined): string[] {
  const relations = entity?.relations ?? [];
  return relations
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => relation.targetRef);
}
