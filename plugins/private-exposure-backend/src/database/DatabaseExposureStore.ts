import type { DatabaseService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import type {
  ListConnectionsOptions,
  ListExposuresOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type {
  ProviderScope,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import type { ClaimRules } from '../claims/ClaimSettings';
import { applyMigrations } from './applyMigrations';
import type {
  ConnectionReading,
  ExposureStore,
  ReadFilter,
  UnclaimedQuery,
} from './ExposureStore';
import { JointReads } from '../entities/JointReads';
import type { ObservationStore } from './ObservationStore';
import { insertEvents } from './operations/events/insertEvents';
import { applyConnectionReading } from './operations/observation/applyConnectionReading';
import {
  applyInspection,
  failInspection,
  type InspectionResult,
} from './operations/observation/applyInspection';
import { applySurveyPage } from './operations/observation/applySurveyPage';
import {
  beginSurvey,
  registerScopes,
} from './operations/observation/beginSurvey';
import { completeSurvey } from './operations/observation/completeSurvey';
import {
  type CandidateOptions,
  inspectionCandidates,
} from './operations/observation/inspectionCandidates';
import { getInspectionTarget } from './operations/observation/inspectionTarget';
import type { ChangesSink } from './operations/observation/markGone';
import {
  requestRefresh,
  touchViewed,
} from './operations/observation/requestRefresh';
import {
  bringSurveyForward,
  getScopeStatus,
  isActive,
  type NextSurvey,
  scheduleNextSurvey,
} from './operations/observation/scopeSchedule';
import type {
  SurveyEnd,
  SurveySession,
} from './operations/observation/SurveySession';
import {
  takeInspections,
  type TakeInspectionsOptions,
} from './operations/observation/takeInspections';
import { countUnclaimed } from './operations/reading/countUnclaimed';
import { getEntityExposures } from './operations/reading/entityExposures';
import { getExposureSummaries } from './operations/reading/entitySummaries';
import {
  listConnections,
  listConnectionsIn,
} from './operations/reading/listConnections';
import { listEvents } from './operations/reading/listEvents';
import { listExposures } from './operations/reading/listExposures';
import type { Freshness } from './operations/reading/scopeSources';
import { listScopes } from './operations/reading/scopeSources';
import { readPageVersions } from './operations/reading/pageVersions';
import { validUntil } from './operations/reading/validUntil';
import { selectUnclaimed } from './operations/reading/selectUnclaimed';
import {
  getConnection,
  getConsumerAccounts,
  getExposure,
  getExposureRecord,
} from './operations/reading/single';
import type { EntityExposuresRecord } from './records';
import { RememberedPages } from './RememberedPages';
import type { StateChange } from './StateChange';

/** Reads of entity pages at once: one is long, and nobody else should wait for all of it. */
const pageReads = 2;

/** How the store is made. @internal */
export interface DatabaseExposureStoreOptions {
  /** Where the tables are, or will be. */
  database: DatabaseService;
  /** When a survey counts as old. */
  staleAfter: HumanDuration;
  /** By what it is decided whose an exposure is. */
  claims: ClaimRules;
  /** The present; the machine's clock if left out. */
  clock?: () => Date;
}

/**
 * Keeps exposures in the plugin's database, PostgreSQL or SQLite.
 *
 * @internal
 */
export class DatabaseExposureStore implements ExposureStore, ObservationStore {
  readonly #knex: Knex;
  readonly #claims: ClaimRules;
  readonly #staleAfter: number;
  readonly #clock: () => Date;
  readonly #readPage: (entityRef: string) => Promise<EntityExposuresRecord>;

  private constructor(knex: Knex, options: DatabaseExposureStoreOptions) {
    this.#knex = knex;
    this.#claims = options.claims;
    this.#staleAfter = durationToMilliseconds(options.staleAfter);
    this.#clock = options.clock ?? (() => new Date());
    this.#readPage = this.#createPageReader();
  }

  /** Brings the tables up to date, unless the operator does, and opens the store. */
  static async create(
    options: DatabaseExposureStoreOptions,
  ): Promise<DatabaseExposureStore> {
    const knex = await applyMigrations(options.database);
    return new DatabaseExposureStore(knex, options);
  }

  #createPageReader() {
    const knex = this.#knex;
    const reads = new JointReads(
      refs => getEntityExposures(knex, refs, this.#freshness()),
      { atOnce: pageReads },
    );
    const readPage = (entityRef: string) => reads.get(entityRef);
    // SQLite is in the process: to read a page is as quick as to find out that it is still the same.
    if (knex.client.config.client !== 'pg') return readPage;
    // One read at once: it takes less than a millisecond, and the more share it, the less each costs.
    const versions = new JointReads(refs =>
      readPageVersions(knex, refs, this.#freshness()),
    );
    const pages = new RememberedPages({
      ...{ readVersion: entityRef => versions.get(entityRef), readPage },
      validUntil: record => validUntil(record, this.#freshness()),
      clock: () => this.#clock().getTime(),
    });
    return (entityRef: string) => pages.get(entityRef);
  }

  getEntityExposures(entityRef: string) {
    return this.#readPage(entityRef.toLowerCase());
  }

  getExposureSummaries(entityRefs: readonly string[], filter?: ReadFilter) {
    const freshness = this.#freshness();
    return getExposureSummaries(this.#knex, entityRefs, {
      ...filter,
      freshness,
    });
  }

  listExposures(query: ListExposuresOptions & ReadFilter) {
    return listExposures(this.#knex, query, this.#freshness());
  }

  async listUnclaimed(query: UnclaimedQuery) {
    const listing = await selectUnclaimed(this.#knex, query);
    return listExposures(this.#knex, listing, this.#freshness());
  }

  async countUnclaimed(query: UnclaimedQuery) {
    const listing = await selectUnclaimed(this.#knex, query);
    return countUnclaimed(this.#knex, listing);
  }

  listConnections(query: ListConnectionsOptions & ReadFilter) {
    return listConnections(this.#knex, query, this.#freshness());
  }

  listConnectionsIn(
    states: readonly string[],
    options: { waitingSinceBefore: Date },
  ) {
    return listConnectionsIn(
      this.#knex,
      { states, ...options },
      this.#freshness(),
    );
  }

  getExposure(exposureId: string) {
    return getExposure(this.#knex, exposureId, this.#freshness());
  }

  getExposureRecord(exposureId: string) {
    return getExposureRecord(this.#knex, exposureId, this.#freshness());
  }

  getConnection(connectionId: string) {
    return getConnection(this.#knex, connectionId, this.#freshness());
  }

  getConsumerAccounts(exposureId: string) {
    return getConsumerAccounts(this.#knex, exposureId);
  }

  listEvents(exposureId: string, query?: { limit?: number; cursor?: string }) {
    return listEvents(this.#knex, { ...query, exposureId });
  }

  listScopes() {
    return listScopes(this.#knex, this.#freshness());
  }

  applyConnectionReading(reading: ConnectionReading) {
    return applyConnectionReading(this.#knex, reading);
  }

  addEvents(changes: readonly StateChange[]) {
    return insertEvents(this.#knex, changes);
  }

  requestRefresh(exposureId: string, now: Date) {
    return requestRefresh(this.#knex, exposureId, now);
  }

  touchViewed(exposureIds: readonly string[], now: Date) {
    return touchViewed(this.#knex, exposureIds, now);
  }

  registerScopes(options: {
    provider: string;
    scopes: readonly ProviderScope[];
    at: Date;
  }) {
    return registerScopes(this.#knex, options);
  }

  getScopeStatus(scopeIds: readonly string[]) {
    return getScopeStatus(this.#knex, scopeIds);
  }

  scheduleNextSurvey(next: NextSurvey) {
    return scheduleNextSurvey(this.#knex, next);
  }

  bringSurveyForward(options: { scopeId: string; at: Date; now: Date }) {
    return bringSurveyForward(this.#knex, options);
  }

  isActive(scopeId: string, since: Date) {
    return isActive(this.#knex, scopeId, since);
  }

  beginSurvey(scopeId: string, at: Date) {
    return beginSurvey(this.#knex, scopeId, at);
  }

  applySurveyPage(session: SurveySession, page: SurveyPage, at: Date) {
    const rules = this.#claims;
    return applySurveyPage(this.#knex, { session, page, rules, at });
  }

  completeSurvey(
    session: SurveySession,
    end: SurveyEnd,
    onChanges: ChangesSink,
  ) {
    return completeSurvey(this.#knex, { session, end, onChanges });
  }

  inspectionCandidates(options: CandidateOptions) {
    return inspectionCandidates(this.#knex, options);
  }

  takeInspections(options: TakeInspectionsOptions) {
    return takeInspections(this.#knex, options);
  }

  getInspectionTarget(exposureId: string) {
    return getInspectionTarget(this.#knex, exposureId);
  }

  applyInspection(result: InspectionResult) {
    return applyInspection(this.#knex, result);
  }

  failInspection(options: {
    exposureId: string;
    startedAt: Date;
    error: string;
  }) {
    return failInspection(this.#knex, options);
  }

  #freshness(): Freshness {
    return { now: this.#clock(), staleAfter: this.#staleAfter };
  }
}
