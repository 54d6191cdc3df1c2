import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, stringifyError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  type EntityExposures,
  type EntitySummary,
  type EventPage,
  type ExposureDetail,
  exposureReadPermission,
  inventoryReadPermission,
  type ListEventsOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { AuditNote } from '../audit/audited';
import type { ChangeStore, StoredChange } from '../changes/ChangeStore';
import { isDueForViewers } from '../changes/lookupSchedule';
import { toChange } from '../changes/toChange';
import type { ClaimResolver } from '../claims/ClaimResolver';
import type { ExposureStore } from '../database/ExposureStore';
import type { ExposureDetailRecord } from '../database/records';
import { type EntityDirectory, ownersIn } from '../entities/EntityDirectory';
import { readEntityRef } from '../entities/readEntityRef';
import type { CallerAccess } from '../permissions/CallerAccess';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import {
  type ExposureResource,
  toExposureResource,
} from '../permissions/exposureResource';
import {
  accountsIn,
  exposurePagePermissions,
  type ExposurePresenter,
} from './ExposurePresenter';
import {
  exposureNotFound,
  type ExposureVisibility,
} from './ExposureVisibility';
import { limitSources } from './limitSources';
import { ViewLog } from './ViewLog';

/** Who calls. @internal */
export interface Caller {
  /** Of the person who reads. */
  credentials: BackstageCredentials;
  /** Told what the call turns out to be about. */
  note?: AuditNote;
}

/** What {@link AuthorizedExposureService} needs. @internal */
export interface AuthorizedExposureServiceOptions {
  /** What was observed. */
  store: ExposureStore;
  /** Looks up what is viewed sooner. */
  changes: Pick<ChangeStore, 'lookSoon'>;
  /** Told of entities as they are now. */
  claims: Pick<ClaimResolver, 'resolveEntityNow'>;
  /** Who sees and owns entities. */
  entities: EntityDirectory;
  /** For whom an exposure is there at all. */
  visibility: Pick<ExposureVisibility, 'require'>;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Makes answers. */
  presenter: ExposurePresenter;
  /** Says when what is known of a change is old. */
  pollInterval: HumanDuration;
  /** For what does not concern the caller. */
  logger: LoggerService;
}

/**
 * What entity pages read, for callers who may.
 *
 * @internal
 */
export class AuthorizedExposureService {
  readonly #options: AuthorizedExposureServiceOptions;
  readonly #views: ViewLog;
  readonly #resolved = new WeakSet<Entity>();

  private constructor(options: AuthorizedExposureServiceOptions) {
    this.#options = options;
    this.#views = ViewLog.create(options);
  }

  static create(
    options: AuthorizedExposureServiceOptions,
  ): AuthorizedExposureService {
    return new AuthorizedExposureService(options);
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
    const { store, access, presenter, pollInterval } = this.#options;
    // Read at the same time as the answers that decide whether it is shown; again, if the entity turns out to claim anew.
    const [{ entity, isNews }, granted, known] = await Promise.all([
      this.#getUpToDate(entityRef, credentials),
      access.of(credentials, exposurePagePermissions),
      store.getEntityExposures(entityRef),
    ]);
    const record = isNews ? await store.getEntityExposures(entityRef) : known;
    const ownedBy = ownersIn(entity);
    // The catalog was asked seconds ago at most; what the store knows of owners is a little older.
    const owned = record.exposures.map(exposure => ({ ...exposure, ownedBy }));
    const readable = await this.#readable(owned, granted);
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
    const exposures = await presenter.details(readable, granted, decisions);
    this.#noteViewed(readable, changes);
    const page: EntityExposures = {
      entityRef,
      exposures,
      changes: changes.map(change => toChange(change, pollInterval)),
      conflicts: record.conflicts,
      unresolved: record.unresolved,
      sources: record.sources,
    };
    return limitSources(page, () =>
      access.may(credentials, inventoryReadPermission),
    );
  }

  /** One summary for each entity that has something to show; the rest is left out. @throws InputError */
  async getExposureSummaries(
    entityRefs: readonly string[],
    { credentials }: Caller,
  ): Promise<EntitySummary[]> {
    const { store, entities, access } = this.#options;
    const asked = entityRefs.map((ref, index) =>
      readEntityRef(`entityRefs/${index}`, ref),
    );
    const granted = await access.of(credentials, [exposureReadPermission]);
    const filter = granted.filterFor(exposureReadPermission);
    if (!filter) return [];
    const visible = await entities.filterVisible(asked, credentials);
    const summaries = await store.getExposureSummaries([...visible], filter);
    return summaries
      .filter(
        ({ exposures, entityRef, ownedBy }) =>
          exposures.length > 0 || readsEntity(granted, entityRef, ownedBy),
      )
      .map(({ entityRef, exposures, openChanges, conflicts }) => ({
        entityRef,
        exposures: exposures.map(({ summary }) => summary),
        openChanges,
        conflicts,
      }));
  }

  /** One exposure. @throws NotFoundError, also if it is not there for the caller; NotAllowedError */
  async getExposure(
    exposureId: string,
    { credentials, note }: Caller,
  ): Promise<ExposureDetail> {
    const { store, visibility, access, presenter } = this.#options;
    const record = await store.getExposure(exposureId);
    if (!record) throw exposureNotFound(exposureId);
    note?.({ entityRef: record.summary.entityRef ?? null });
    await visibility.require(record, credentials);
    const granted = await access.of(credentials, exposurePagePermissions);
    const readable = await this.#readable([record], granted);
    if (readable.length === 0) throw notReadable(exposureId);
    const [detail] = await presenter.details(readable, granted);
    this.#noteViewed(readable);
    return detail;
  }

  /** The timeline of one exposure. @throws as {@link AuthorizedExposureService.getExposure} does */
  async listEvents(
    exposureId: string,
    query: ListEventsOptions,
    { credentials, note }: Caller,
  ): Promise<EventPage> {
    const { store, visibility, access } = this.#options;
    const record = await store.getExposureRecord(exposureId);
    if (!record) throw exposureNotFound(exposureId);
    note?.({ entityRef: record.summary.entityRef ?? null });
    await visibility.require(record, credentials);
    const granted = await access.of(credentials, [exposureReadPermission]);
    const accounts = await store.getConsumerAccounts(exposureId);
    const resource = toExposureResource(record, accounts);
    if (!granted.can(exposureReadPermission, resource)) {
      throw notReadable(exposureId);
    }
    return store.listEvents(exposureId, query);
  }

  /**
   * The entity, whose annotations count from now on, and whether they are news here, so that nobody waits for the next round over the catalog. Costs a
   * read where nothing changed, and nothing where the catalog was not asked anew. No reason for an answer to fail.
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

  async #readable(
    records: readonly ExposureDetailRecord[],
    granted: CallerAccess,
  ): Promise<ExposureDetailRecord[]> {
    const allowed = await Promise.all(
      records.map(async record =>
        granted.can(
          exposureReadPermission,
          toExposureResource(record, await this.#accountsOf(record)),
        ),
      ),
    );
    return records.filter((_, index) => allowed[index]);
  }

  /** The record holds the first connections only; a rule about accounts wants them all. */
  async #accountsOf(record: ExposureDetailRecord): Promise<string[]> {
    return record.connectionsTotal > record.connections.length
      ? this.#options.store.getConsumerAccounts(record.summary.id)
      : accountsIn(record);
  }

  #noteViewed(
    records: readonly ExposureDetailRecord[],
    changes: readonly StoredChange[] = [],
  ): void {
    const now = new Date();
    const { pollInterval } = this.#options;
    this.#views.add(
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

/** Whether a caller may read what an entity would have: for entities whose exposure is only on its way. */
function readsEntity(
  granted: CallerAccess,
  entityRef: string,
  ownedBy: string[],
): boolean {
  return granted.can(exposureReadPermission, {
    entityRef,
    ownedBy,
    consumerAccounts: [],
  });
}

function notReadable(exposureId: string): NotAllowedError {
  return new NotAllowedError(`You may not read exposure '${exposureId}'`);
}
