import type {
  ExposureKind,
  ListConnectionsOptions,
  ListExposuresOptions,
  ListUnclaimedOptions,
  Manager,
  Scope,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type { ExposureCriteria } from './ExposureFilter';
import type {
  ConnectionRecord,
  EntityExposuresRecord,
  EntitySummaryRecord,
  EventRecordPage,
  ExposureDetailRecord,
  ExposureRecord,
  InboxRecord,
  Page,
} from './records';
import type { StateChange } from './StateChange';

/** What a caller may see of a listing. Left out, everything. @internal */
export interface ReadFilter {
  /** From the caller's permissions. */
  permitted?: ExposureCriteria;
}

/** By what exposures that nobody claims are told apart from others of their kind. @internal */
export interface UnclaimedFilter {
  /** Id of a provider. */
  provider?: string;
  /** Account or subscription. */
  account?: string;
  /** Made, or where nobody knows when that was first seen, no later than this. */
  madeBefore?: Date;
  /** Start of the maker's name, see `toMakerKey`. */
  createdBy?: string;
  /** What looks after it. */
  manager?: Manager;
}

/** A page of what nobody claims, or how much there is of it. @internal */
export interface UnclaimedQuery
  extends Pick<
      ListUnclaimedOptions,
      'limit' | 'cursor' | 'kind' | 'scopeId' | 'text' | 'order'
    >,
    ReadFilter {
  /** Narrows it down. */
  unclaimed?: UnclaimedFilter;
  /** Every kind, in the order of what it costs: for the orders by cost. */
  kindOrder?: readonly ExposureKind[];
}

/**
 * What pages read. Every answer comes from the database alone, by an index.
 *
 * @remarks Cursors that this store did not make, or made for another order, throw an `InputError`.
 *
 * @internal
 */
export interface ExposureReader {
  /** The entity page. An entity without exposures gets an empty answer. */
  getEntityExposures(entityRef: string): Promise<EntityExposuresRecord>;
  /** At most 100 references. Entities without exposures, open changes and conflicts are left out. */
  getExposureSummaries(
    entityRefs: readonly string[],
    filter?: ReadFilter,
  ): Promise<EntitySummaryRecord[]>;
  /** One page of the inventory; what is gone only when `lifecycle` asks for it. */
  listExposures(
    query: ListExposuresOptions & ReadFilter,
  ): Promise<Page<ExposureRecord>>;
  /** One page of what no entity claims. */
  listUnclaimed(query: UnclaimedQuery): Promise<Page<ExposureRecord>>;
  /** How many exposures of each kind no entity claims; kinds without any are left out. */
  countUnclaimed(query: UnclaimedQuery): Promise<Map<ExposureKind, number>>;
  /** One page of the inbox, the oldest request first. */
  listConnections(
    query: ListConnectionsOptions & ReadFilter,
  ): Promise<Page<InboxRecord>>;
  /** One exposure, gone ones too. */
  getExposure(exposureId: string): Promise<ExposureDetailRecord | undefined>;
  /** One exposure without its hops, connections, grants and findings. */
  getExposureRecord(exposureId: string): Promise<ExposureRecord | undefined>;
  /** One connection with its exposure, gone ones too. */
  getConnection(connectionId: string): Promise<InboxRecord | undefined>;
  /** Connections of some states, the oldest first: for auto-approval and expiry. At most 200. */
  listConnectionsIn(
    states: readonly string[],
    options: { waitingSinceBefore: Date },
  ): Promise<ConnectionRecord[]>;
  /** The consumers' accounts of one exposure, for permission rules. */
  getConsumerAccounts(exposureId: string): Promise<string[]>;
  /** The timeline of one exposure, newest first. */
  listEvents(
    exposureId: string,
    query?: { limit?: number; cursor?: string },
  ): Promise<EventRecordPage>;
  /** Freshness and errors of every source, by title. */
  listScopes(): Promise<Scope[]>;
}

/** A reading of one connection in the cloud, `undefined` where the cloud does not have it. @internal */
export interface ConnectionReading {
  /** Our id of the connection. */
  connectionId: string;
  /** What the cloud said. */
  reading: SurveyedConnection | undefined;
  /** When. */
  at: Date;
}

/**
 * What people's requests write about observed things.
 *
 * @internal
 */
export interface ExposureWriter {
  /** Brings one connection up to date between surveys, after a decision. Its changes go to the timeline. */
  applyConnectionReading(reading: ConnectionReading): Promise<StateChange[]>;
  /** Writes other people's events (decisions, changes) to the timeline. */
  addEvents(changes: readonly StateChange[]): Promise<void>;
  /** Asks for an inspection. At most one a minute for each exposure, over all replicas. */
  requestRefresh(
    exposureId: string,
    now: Date,
  ): Promise<'queued' | 'too-soon' | 'not-found'>;
  /** Notes that somebody looks at exposures, so that they are inspected sooner. Writes at most once a minute each. */
  touchViewed(exposureIds: readonly string[], now: Date): Promise<void>;
}

/**
 * Keeps what was observed.
 *
 * @internal
 */
export interface ExposureStore extends ExposureReader, ExposureWriter {}
