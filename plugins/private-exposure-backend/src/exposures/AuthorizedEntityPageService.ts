import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, stringifyError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  type EntityExposures,
  exposureReadPermission,
  inventoryReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoredChange } from '../changes/ChangeStore';
import { isDueForViewers } from '../changes/lookupSchedule';
import { toChange } from '../changes/toChange';
import type { ClaimResolver } from '../claims/ClaimResolver';
import type { ExposureReader } from '../database/ExposureStore';
import type {
  EntityExposuresRecord,
  ExposureDetailRecord,
} from '../database/records';
import { type EntityDirectory, ownersIn } from '../entities/EntityDirectory';
import type { CallerAccess } from '../permissions/CallerAccess';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { ExposureResource } from '../permissions/exposureResource';
import type { Caller } from './Caller';
import {
  accountsIn,
  exposurePagePermissions,
  type ExposurePresenter,
} from './ExposurePresenter';
import { limitSources } from './limitSources';
import { readableExposures } from './readableExposures';
import { readsEntity } from './readsEntity';
import { type ShownPage, ShownPages } from './ShownPages';
import type { ViewLog } from './ViewLog';

/** Asked of the policy in one question. */
const permissions = [...exposurePagePermissions, inventoryReadPermission];

/** What {@link AuthorizedEntityPageService} needs. @internal */
export interface AuthorizedEntityPageServiceOptions {
  /** What was observed. */
  store: ExposureReader;
  /** Told of entities as they are now. */
  claims: Pick<ClaimResolver, 'resolveEntityNow'>;
  /** Who sees and owns entities. */
  entities: EntityDirectory;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Makes answers. */
  presenter: ExposurePresenter;
  /** Says when what is known of a change is old. */
  pollInterval: HumanDuration;
  /** Told what is viewed. */
  views: Pick<ViewLog, 'add'>;
  /** For what does not concern the caller. */
  logger: LoggerService;
}

/**
 * The entity page, for callers who may see it.
 *
 * @internal
 */
export class AuthorizedEntityPageService {
  readonly #options: AuthorizedEntityPageServiceOptions;
  readonly #resolved = new WeakSet<Entity>();
  readonly #shown = new ShownPages();

  private constructor(options: AuthorizedEntityPageServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedEntityPageServiceOptions,
  ): AuthorizedEntityPageService {
    return new AuthorizedEntityPageService(options);
  }

  /**
   * Everything the entity page shows.
   *
   * @throws NotFoundError if the caller does not see the entity; NotAllowedError if they may read nothing of it
   */
  async getEntityExposures(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<EntityExposures> {
    const { store, access } = this.#options;
    // Read at the same time as the answers that decide whether it is shown; again, if the entity turns out to claim anew.
    const [{ entity, isNews }, granted, known] = await Promise.all([
      this.#getUpToDate(entityRef, credentials),
      access.of(credentials, permissions),
      store.getEntityExposures(entityRef),
    ]);
    const record = isNews ? await store.getEntityExposures(entityRef) : known;
    const ownedBy = ownersIn(entity);
    const { page, exposures, changes } = await this.#shown.get(
      record,
      [entityRef, granted.key, ...ownedBy].join(' '),
      () => this.#show(record, granted, { entityRef, ownedBy }),
    );
    this.#noteViewed(exposures, changes);
    return page;
  }

  async #show(
    record: EntityExposuresRecord,
    granted: CallerAccess,
    { entityRef, ownedBy }: { entityRef: string; ownedBy: string[] },
  ): Promise<ShownPage> {
    const { store, presenter, pollInterval } = this.#options;
    // The catalog was asked seconds ago at most; what the store knows of owners is a little older.
    const owned = record.exposures.map(exposure => ({ ...exposure, ownedBy }));
    const readable = await readableExposures(owned, { store, granted });
    if (readable.length === 0 && !readsEntity(granted, entityRef, ownedBy)) {
      throw new NotAllowedError(
        `You may not read the exposures of '${entityRef}'`,
      );
    }
    const changes = record.changes.filter(change =>
      granted.can(
        exposureReadPermission,
        toChangeResource(change, owned, { entityRef, ownedBy }),
      ),
    );
    const decisions = record.latestDecisions;
    const page: EntityExposures = {
      entityRef,
      exposures: await presenter.details(readable, granted, decisions),
      changes: changes.map(change => toChange(change, pollInterval)),
      conflicts: record.conflicts,
      unresolved: record.unresolved,
      sources: record.sources,
    };
    const seesSources = granted.has(inventoryReadPermission);
    return {
      page: seesSources ? page : limitSources(page),
      ...{ exposures: readable, changes },
    };
  }

  /**
   * The entity, whose annotations count from now on, and whether they are news here, so that nobody waits for the next
   * round over the catalog. Costs a read where nothing changed, and nothing where the catalog was not asked anew. No
   * reason for an answer to fail.
   */
  async #getUpToDate(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<{ entity: Entity; isNews: boolean }> {
    const { claims, entities, logger } = this.#options;
    const entity = await entities.getLatelyVisible(entityRef, credentials);
    if (this.#resolved.has(entity)) return { entity, isNews: false };
    try {
      const isNews = await claims.resolveEntityNow(entity);
      this.#resolved.add(entity);
      return { entity, isNews };
    } catch (error) {
      logger.warn(
        `What '${entityRef}' claims was left to the next round: ${stringifyError(
          error,
        )}`,
      );
      return { entity, isNews: false };
    }
  }

  #noteViewed(
    records: readonly ExposureDetailRecord[],
    changes: readonly StoredChange[],
  ): void {
    const now = new Date();
    const { views, pollInterval } = this.#options;
    views.add(
      records.map(({ summary }) => summary.id),
      changes
        .filter(change => isDueForViewers(change, now, pollInterval))
        .map(({ id }) => id),
    );
  }
}

/** A change as permission rules see it: where it is, and who connects, only what came out of it tells. */
function toChangeResource(
  { kind, exposureId }: StoredChange,
  exposures: readonly ExposureDetailRecord[],
  entity: { entityRef: string; ownedBy: string[] },
): ExposureResource {
  const exposure = exposures.find(({ summary }) => summary.id === exposureId);
  return {
    ...entity,
    kind,
    scopeId: exposure?.summary.scopeId,
    consumerAccounts: exposure ? accountsIn(exposure) : [],
  };
}
