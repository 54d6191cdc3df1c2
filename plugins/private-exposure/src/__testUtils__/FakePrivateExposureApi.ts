import {
  verdictsFor,
  type Change,
  type Cluster,
  type ConnectionState,
  type Decision,
  type EntityExposures,
  type EntitySummary,
  type ExposureDetail,
  type InboxConnection,
  type ListChangesOptions,
  type ListConnectionsOptions,
  type ListDecisionsOptions,
  type ListEventsOptions,
  type ListExposuresOptions,
  type ManifestService,
  type ManifestServiceOptions,
  type PrivateExposureApi,
  type Scope,
  type ExportUnclaimedOptions,
  type ListUnclaimedOptions,
  type UnclaimedExposure,
  type UnclaimedTotals,
  type UnclaimedTotalsOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import { NotFoundError } from '@backstage/errors';
import {
  aDecision,
  pastDecisions,
  someEvents,
} from '../__fixtures__/decisions';
import { cluster } from '../__fixtures__/cluster';
import { scopes } from '../__fixtures__/scopes';
import { unclaimed } from '../__fixtures__/unclaimed';
import { entities } from '../__fixtures__/world';
import { pageOf } from './pageOf';

/** What {@link FakePrivateExposureApi} knows at the start. */
export interface FakeWorld {
  entities: EntityExposures[];
  unclaimed: readonly UnclaimedExposure[];
  scopes: Scope[];
  clusters: Cluster[];
  decisions: Decision[];
  /** Items on a page that is asked for without a limit. */
  pageSize: number;
}

const endStates = {
  approve: 'connected',
  reject: 'rejected',
  remove: 'rejected',
} as const satisfies Record<Decision['verdict'], ConnectionState>;

/**
 * The backend as the pages see it, in memory. A decision takes one poll to be applied and one more to end.
 */
export class FakePrivateExposureApi implements PrivateExposureApi {
  readonly #entities: Map<string, EntityExposures>;
  readonly #unclaimed: readonly UnclaimedExposure[];
  readonly #scopes: Scope[];
  readonly #clusters: Cluster[];
  readonly #pageSize: number | undefined;
  #decisions: Decision[];

  constructor(world: Partial<FakeWorld> = {}) {
    // Decisions change the world, and fixtures must stay as they are for the next test.
    const known = structuredClone(world.entities ?? entities);
    this.#entities = new Map(known.map(entity => [entity.entityRef, entity]));
    this.#unclaimed = world.unclaimed ?? unclaimed;
    this.#scopes = world.scopes ?? scopes;
    this.#clusters = world.clusters ?? [cluster];
    this.#decisions = world.decisions ?? pastDecisions;
    this.#pageSize = world.pageSize;
  }

  async getEntityExposures(entityRef: string): Promise<EntityExposures> {
    const known = this.#entities.get(entityRef);
    if (known) return structuredClone(known);
    return {
      entityRef,
      exposures: [],
      changes: [],
      conflicts: [],
      sources: [],
    };
  }

  async getExposureSummaries(entityRefs: string[]): Promise<EntitySummary[]> {
    return entityRefs.flatMap(entityRef => {
      const known = this.#entities.get(entityRef);
      if (!known) return [];
      return {
        entityRef,
        exposures: known.exposures,
        openChanges: known.changes.filter(({ state }) => state === 'open')
          .length,
        conflicts: known.conflicts.length,
      };
    });
  }

  async listExposures(query: ListExposuresOptions) {
    const { kind, lifecycle, health, attention, scopeId, text, order } = query;
    const found = this.#exposures().filter(
      exposure =>
        (!kind || exposure.kind === kind) &&
        (!lifecycle || exposure.lifecycle === lifecycle) &&
        (!health || exposure.health === health) &&
        (!attention || exposure.attention.includes(attention)) &&
        (!scopeId || exposure.scopeId === scopeId) &&
        (!text || exposure.name.startsWith(text)),
    );
    found.sort((a, b) => a.name.localeCompare(b.name));
    if (order?.startsWith('-')) found.reverse();
    return {
      ...pageOf(found, query, this.#pageSize),
      ...(query.cursor ? {} : { total: found.length }),
    };
  }

  async getExposure(exposureId: string): Promise<ExposureDetail> {
    const found = this.#exposures().find(({ id }) => id === exposureId);
    if (!found) throw new NotFoundError(`No exposure '${exposureId}'`);
    return found;
  }

  async listEvents(exposureId: string, query: ListEventsOptions = {}) {
    return pageOf(someEvents(exposureId), query);
  }

  async refreshExposure() {
    return { queuedAt: new Date().toISOString() };
  }

  async startDomainVerification() {
    return { requestedAt: new Date().toISOString() };
  }

  async listUnclaimed(query: ListUnclaimedOptions) {
    const found = this.#selectUnclaimed(query);
    if (query.order?.startsWith('-')) found.reverse();
    return pageOf(found, query, this.#pageSize);
  }

  async getUnclaimedTotals(
    query: UnclaimedTotalsOptions,
  ): Promise<UnclaimedTotals> {
    const found = this.#selectUnclaimed(query);
    const priced = found.flatMap(({ cost }) => cost ?? []);
    const sum = (amounts: number[]) => amounts.reduce((a, b) => a + b, 0);
    const kinds = [...new Set(found.map(({ kind }) => kind))];
    return {
      count: found.length,
      byKind: kinds.map(kind => ({
        kind,
        count: found.filter(exposure => exposure.kind === kind).length,
      })),
      cost: priced[0] && {
        currency: priced[0].currency,
        perHour: sum(priced.map(({ perHour }) => perHour)),
        per30Days: sum(priced.map(({ per30Days }) => per30Days)),
      },
      unpriced: found.length - priced.length,
      exportLimit: 10_000,
    };
  }

  async exportUnclaimed(query: ExportUnclaimedOptions): Promise<string> {
    const names = this.#selectUnclaimed(query).map(({ name }) => `"${name}"`);
    return ['"name"', ...names, ''].join('\r\n');
  }

  async listConnections(query: ListConnectionsOptions) {
    const { state, scopeId, consumerAccount, entityRef } = query;
    const found = this.#connections().filter(
      connection =>
        (!state || connection.state === state) &&
        (!scopeId || connection.exposure.scopeId === scopeId) &&
        (!consumerAccount || connection.consumer.account === consumerAccount) &&
        (!entityRef || connection.exposure.entityRef === entityRef),
    );
    return pageOf(found, query);
  }

  async decideConnection(
    connectionId: string,
    request: Parameters<PrivateExposureApi['decideConnection']>[1],
  ): Promise<Decision> {
    const connection = this.#connections().find(
      ({ id }) => id === connectionId,
    );
    if (!connection) throw new NotFoundError(`No connection '${connectionId}'`);
    const decision = aDecision({
      id: `decision-${request.idempotencyKey}`,
      connectionId,
      exposureId: connection.exposureId,
      exposureName: connection.exposure.name,
      entityRef: connection.exposure.entityRef,
      verdict: request.verdict,
      reason: request.reason,
      requestedAt: new Date().toISOString(),
      consumer: connection.consumer,
    });
    this.#decisions = [decision, ...this.#decisions];
    return decision;
  }

  async getDecision(decisionId: string): Promise<Decision> {
    const found = this.#decisions.find(({ id }) => id === decisionId);
    if (!found) throw new NotFoundError(`No decision '${decisionId}'`);
    const next = this.#advance(found);
    this.#decisions = this.#decisions.map(decision =>
      decision.id === decisionId ? next : decision,
    );
    return next;
  }

  async listDecisions(query: ListDecisionsOptions) {
    const { status } = query;
    const found = this.#decisions.filter(
      decision => !status || decision.status === status,
    );
    return pageOf(found, query);
  }

  async listClusters(): Promise<Cluster[]> {
    return this.#clusters;
  }

  async getCluster(name: string): Promise<Cluster> {
    const found = this.#clusters.find(known => known.name === name);
    if (!found) throw new NotFoundError(`No cluster '${name}'`);
    return found;
  }

  async getManifestService(
    _entityRef: string,
    { path }: ManifestServiceOptions,
  ): Promise<ManifestService> {
    return { state: 'no-file', repository: 'acme/ledger', path };
  }

  async listScopes(): Promise<Scope[]> {
    return this.#scopes;
  }

  async listChanges(query: ListChangesOptions) {
    const found = [...this.#entities.values()]
      .flatMap(({ changes }) => changes)
      .filter(({ state }) => !query.state || state === query.state);
    return pageOf(found, query);
  }

  async createChange(): Promise<Change> {
    throw new Error('Pages never have a pull request tracked');
  }

  #advance(decision: Decision): Decision {
    if (decision.status === 'requested') {
      return { ...decision, status: 'applying' };
    }
    if (decision.status !== 'applying') return decision;
    const state = endStates[decision.verdict];
    for (const exposure of this.#exposures()) {
      for (const connection of exposure.connections) {
        if (connection.id === decision.connectionId) {
          connection.state = state;
          connection.verdicts = [...verdictsFor(state, exposure.kind)];
        }
      }
    }
    const endedAt = new Date().toISOString();
    const after = { at: endedAt, found: true, state };
    return { ...decision, status: 'applied', endedAt, after };
  }

  #selectUnclaimed(query: UnclaimedTotalsOptions): UnclaimedExposure[] {
    const { kind, manager, account, provider, createdBy, text } = query;
    return this.#unclaimed.filter(
      exposure =>
        (!kind || exposure.kind === kind) &&
        (!manager || exposure.provenance.manager === manager) &&
        (!account || exposure.account === account) &&
        (!provider || exposure.provider === provider) &&
        (!createdBy || exposure.provenance.createdBy?.includes(createdBy)) &&
        (!text || exposure.name.startsWith(text)),
    );
  }

  #exposures(): ExposureDetail[] {
    return [...this.#entities.values()].flatMap(({ exposures }) => exposures);
  }

  #connections(): InboxConnection[] {
    return this.#exposures().flatMap(exposure =>
      exposure.connections.map(connection => ({ ...connection, exposure })),
    );
  }
}
