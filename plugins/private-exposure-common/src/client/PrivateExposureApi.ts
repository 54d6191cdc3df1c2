import type { operations } from '../schema/openapi.generated';
import type {
  Change,
  ChangePage,
  ChangeRequest,
  Cluster,
  ConnectionPage,
  Decision,
  DecisionPage,
  DecisionRequest,
  EntityExposures,
  EntitySummary,
  EventPage,
  ExposureDetail,
  ExposurePage,
  ManifestService,
  Scope,
  UnclaimedPage,
  UnclaimedTotals,
} from '../types';

type Query<T extends keyof operations> = NonNullable<
  operations[T]['parameters']['query']
>;

/** Filters, order and page of {@link PrivateExposureApi.listExposures}. @public */
export type ListExposuresOptions = Query<'listExposures'>;
/** Filters, order and page of {@link PrivateExposureApi.listUnclaimed}. @public */
export type ListUnclaimedOptions = Query<'listUnclaimed'>;
/** Filters of {@link PrivateExposureApi.getUnclaimedTotals}. @public */
export type UnclaimedTotalsOptions = Query<'getUnclaimedTotals'>;
/** Filters and order of {@link PrivateExposureApi.exportUnclaimed}. @public */
export type ExportUnclaimedOptions = Query<'exportUnclaimed'>;
/** Filters and page of {@link PrivateExposureApi.listConnections}. @public */
export type ListConnectionsOptions = Query<'listConnections'>;
/** Filters and page of {@link PrivateExposureApi.listDecisions}. @public */
export type ListDecisionsOptions = Query<'listDecisions'>;
/** Filters and page of {@link PrivateExposureApi.listChanges}. @public */
export type ListChangesOptions = Query<'listChanges'>;
/** Page of {@link PrivateExposureApi.listEvents}. @public */
export type ListEventsOptions = Query<'listEvents'>;

/** Which Service {@link PrivateExposureApi.getManifestService} looks for, and where. @public */
export type ManifestServiceOptions = Query<'getManifestService'>;

/** How a call is made. @public */
export interface RequestOptions {
  /** Sent as a bearer token; a browser's fetch API adds its own and needs none. */
  token?: string;
  /** Ends the call early. */
  signal?: AbortSignal;
}

/**
 * The HTTP API of the private exposure backend.
 *
 * @remarks Every call throws a `ResponseError` when the backend refuses.
 *
 * @public
 */
export interface PrivateExposureApi {
  /** Everything the entity page shows. */
  getEntityExposures(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityExposures>;
  /** The state of entities, asked in one request for up to 100 of them. */
  getExposureSummaries(
    entityRefs: string[],
    options?: RequestOptions,
  ): Promise<EntitySummary[]>;
  /** One page of the inventory. */
  listExposures(
    query: ListExposuresOptions,
    options?: RequestOptions,
  ): Promise<ExposurePage>;
  /** One exposure. */
  getExposure(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<ExposureDetail>;
  /** One page of an exposure's timeline. */
  listEvents(
    exposureId: string,
    query?: ListEventsOptions,
    options?: RequestOptions,
  ): Promise<EventPage>;
  /** Asks for a new inspection. */
  refreshExposure(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<{ queuedAt: string }>;
  /** Asks the cloud to check the domain's TXT record. */
  startDomainVerification(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<{ requestedAt: string }>;
  /** One page of what no entity claims. */
  listUnclaimed(
    query: ListUnclaimedOptions,
    options?: RequestOptions,
  ): Promise<UnclaimedPage>;
  /** How much there is that no entity claims, and what it costs. */
  getUnclaimedTotals(
    query: UnclaimedTotalsOptions,
    options?: RequestOptions,
  ): Promise<UnclaimedTotals>;
  /** What no entity claims as the text of a CSV file. */
  exportUnclaimed(
    query: ExportUnclaimedOptions,
    options?: RequestOptions,
  ): Promise<string>;
  /** One page of the inbox. */
  listConnections(
    query: ListConnectionsOptions,
    options?: RequestOptions,
  ): Promise<ConnectionPage>;
  /** Records a verdict. The same idempotency key gets the same decision. */
  decideConnection(
    connectionId: string,
    request: DecisionRequest & { idempotencyKey: string },
    options?: RequestOptions,
  ): Promise<Decision>;
  /** One page of decisions. */
  listDecisions(
    query: ListDecisionsOptions,
    options?: RequestOptions,
  ): Promise<DecisionPage>;
  /** One decision. */
  getDecision(decisionId: string, options?: RequestOptions): Promise<Decision>;
  /** What manifests will meet in each cluster, by name. */
  listClusters(options?: RequestOptions): Promise<Cluster[]>;
  /** What manifests will meet in a cluster. */
  getCluster(name: string, options?: RequestOptions): Promise<Cluster>;
  /** A Service as a manifest of the entity's repository has it now. */
  getManifestService(
    entityRef: string,
    query: ManifestServiceOptions,
    options?: RequestOptions,
  ): Promise<ManifestService>;
  /** Freshness and errors of every source. */
  listScopes(options?: RequestOptions): Promise<Scope[]>;
  /** One page of tracked pull requests. */
  listChanges(
    query: ListChangesOptions,
    options?: RequestOptions,
  ): Promise<ChangePage>;
  /** Has a pull request tracked. For services only. */
  createChange(
    request: ChangeRequest,
    options?: RequestOptions,
  ): Promise<Change>;
}
