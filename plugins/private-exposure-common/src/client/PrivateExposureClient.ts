import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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
import type {
  ExportUnclaimedOptions,
  ListChangesOptions,
  ListConnectionsOptions,
  ListDecisionsOptions,
  ListEventsOptions,
  ListExposuresOptions,
  ListUnclaimedOptions,
  ManifestServiceOptions,
  PrivateExposureApi,
  RequestOptions,
  UnclaimedTotalsOptions,
} from './PrivateExposureApi';

interface Call extends RequestOptions {
  method?: 'GET' | 'POST';
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * {@link PrivateExposureApi} over HTTP, for the browser and for other backends.
 *
 * @public
 */
export class PrivateExposureClient implements PrivateExposureApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    /** Finds the backend: the discovery API of either side. */
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    /** Makes the requests; the global `fetch` by default. */
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch };
  }

  async getEntityExposures(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityExposures> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = ['entities', kind, namespace, name, 'exposures'];
    return this.#request(path, { ...options });
  }

  async getExposureSummaries(
    entityRefs: string[],
    options?: RequestOptions,
  ): Promise<EntitySummary[]> {
    const { items } = await this.#request<{ items: EntitySummary[] }>(
      ['exposures', 'by-entity-refs'],
      { ...options, method: 'POST', body: { entityRefs } },
    );
    return items;
  }

  async listExposures(
    query: ListExposuresOptions,
    options?: RequestOptions,
  ): Promise<ExposurePage> {
    return this.#request(['exposures'], { ...options, query });
  }

  async getExposure(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<ExposureDetail> {
    return this.#request(['exposures', exposureId], { ...options });
  }

  async listEvents(
    exposureId: string,
    query: ListEventsOptions = {},
    options?: RequestOptions,
  ): Promise<EventPage> {
    const path = ['exposures', exposureId, 'events'];
    return this.#request(path, { ...options, query });
  }

  async refreshExposure(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<{ queuedAt: string }> {
    const path = ['exposures', exposureId, 'refresh'];
    return this.#request(path, { ...options, method: 'POST' });
  }

  async startDomainVerification(
    exposureId: string,
    options?: RequestOptions,
  ): Promise<{ requestedAt: string }> {
    const path = ['exposures', exposureId, 'domain-verification'];
    return this.#request(path, { ...options, method: 'POST' });
  }

  async listUnclaimed(
    query: ListUnclaimedOptions,
    options?: RequestOptions,
  ): Promise<UnclaimedPage> {
    return this.#request(['unclaimed'], { ...options, query });
  }

  async getUnclaimedTotals(
    query: UnclaimedTotalsOptions,
    options?: RequestOptions,
  ): Promise<UnclaimedTotals> {
    return this.#request(['unclaimed', 'totals'], { ...options, query });
  }

  async exportUnclaimed(
    query: ExportUnclaimedOptions,
    options?: RequestOptions,
  ): Promise<string> {
    const path = ['unclaimed', 'export'];
    const response = await this.#send(path, { ...options, query });
    return response.text();
  }

  async listConnections(
    query: ListConnectionsOptions,
    options?: RequestOptions,
  ): Promise<ConnectionPage> {
    return this.#request(['connections'], { ...options, query });
  }

  async decideConnection(
    connectionId: string,
    request: DecisionRequest & { idempotencyKey: string },
    options?: RequestOptions,
  ): Promise<Decision> {
    const { idempotencyKey, ...body } = request;
    return this.#request(['connections', connectionId, 'decisions'], {
      ...options,
      method: 'POST',
      headers: { 'Idempotency-Key': idempotencyKey },
      body,
    });
  }

  async listDecisions(
    query: ListDecisionsOptions,
    options?: RequestOptions,
  ): Promise<DecisionPage> {
    return this.#request(['decisions'], { ...options, query });
  }

  async getDecision(
    decisionId: string,
    options?: RequestOptions,
  ): Promise<Decision> {
    return this.#request(['decisions', decisionId], { ...options });
  }

  async getCluster(name: string, options?: RequestOptions): Promise<Cluster> {
    return this.#request(['clusters', name], { ...options });
  }

  async listClusters(options?: RequestOptions): Promise<Cluster[]> {
    const answer = await this.#request<{ items: Cluster[] }>(['clusters'], {
      ...options,
    });
    return answer.items;
  }

  async getManifestService(
    entityRef: string,
    query: ManifestServiceOptions,
    options?: RequestOptions,
  ): Promise<ManifestService> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = ['entities', kind, namespace, name, 'manifest-service'];
    return this.#request(path, { ...options, query });
  }

  async listScopes(options?: RequestOptions): Promise<Scope[]> {
    const answer = await this.#request<{ items: Scope[] }>(['scopes'], {
      ...options,
    });
    return answer.items;
  }

  async listChanges(
    query: ListChangesOptions,
    options?: RequestOptions,
  ): Promise<ChangePage> {
    return this.#request(['changes'], { ...options, query });
  }

  async createChange(
    request: ChangeRequest,
    options?: RequestOptions,
  ): Promise<Change> {
    return this.#request(['changes'], {
      ...options,
      method: 'POST',
      body: request,
    });
  }

  async #request<T>(path: string[], call: Call): Promise<T> {
    const response = await this.#send(path, call);
    return response.json();
  }

  async #send(path: string[], call: Call): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('private-exposure');
    const url = new URL(`${base}/v1/${path.map(encodeURIComponent).join('/')}`);
    for (const [key, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(key, String(value));
    }
    const response = await this.#fetchApi.fetch(url.toString(), {
      method: call.method ?? 'GET',
      signal: call.signal,
      headers: {
        ...(call.body === undefined
          ? {}
          : { 'Content-Type': 'application/json' }),
        ...(call.token ? { Authorization: `Bearer ${call.token}` } : {}),
        ...call.headers,
      },
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
