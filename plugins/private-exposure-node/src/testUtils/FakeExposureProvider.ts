import { setImmediate } from 'node:timers/promises';
import type {
  ExposureKind,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { CallObserver } from '../calls/CallObserver';
import type {
  CallOptions,
  ConnectionRef,
  ExposureProvider,
  ExposureRef,
  Inspection,
  InspectionTarget,
  ProviderScope,
  SurveyPage,
  SurveyedConnection,
  SurveyedExposure,
} from '../ExposureProvider';

/**
 * What a {@link FakeExposureProvider}'s cloud holds in one scope. Tests change it as they like.
 *
 * @public
 */
export interface FakeScopeState {
  /** What a survey lists. */
  exposures: SurveyedExposure[];
  /** What a survey lists behind them. */
  connections: SurveyedConnection[];
  /** Makes each survey throw after so many pages; 0 throws before the first. */
  failAfterPages?: number;
  /** What it throws. */
  error?: Error;
}

const quietInspection: Inspection = {
  health: 'ok',
  hops: [],
  grants: [],
  findings: [],
};

/**
 * A cloud in memory, for tests of what observes and decides.
 *
 * @public
 */
export class FakeExposureProvider implements ExposureProvider {
  readonly id: string;
  readonly kinds: readonly ExposureKind[] = [
    'aws-endpoint-service',
    'azure-private-link-service',
  ];
  /** Whether decisions on one exposure are carried out one after the other. */
  decidesOneAtATime = false;
  /** Every call that would have left the process, in order, such as `survey fake/a`. */
  readonly calls: string[] = [];
  /** What inspections say, by native id of the exposure; an error is thrown. */
  readonly inspections = new Map<string, Inspection | Error>();
  /** Makes {@link FakeExposureProvider.decide} throw this. */
  decideError?: Error;
  readonly #scopes = new Map<
    string,
    { scope: ProviderScope; state: FakeScopeState }
  >();
  readonly #pageSize: number;
  #observer: CallObserver | undefined;

  private constructor(id: string, pageSize: number) {
    this.id = id;
    this.#pageSize = pageSize;
  }

  /** Makes an empty cloud; `id` is `fake` and a page has 1000 items unless told otherwise. */
  static create(options?: {
    id?: string;
    pageSize?: number;
  }): FakeExposureProvider {
    return new FakeExposureProvider(
      options?.id ?? 'fake',
      options?.pageSize ?? 1000,
    );
  }

  /** Adds a scope, and returns what it holds for the test to change. */
  addScope(scope: Partial<ProviderScope> & { id: string }): FakeScopeState {
    const state: FakeScopeState = { exposures: [], connections: [] };
    const account = scope.account ?? '111122223333';
    this.#scopes.set(scope.id, {
      scope: { title: scope.id, group: account, ...scope, account },
      state,
    });
    return state;
  }

  /** Takes a scope out of the configuration. */
  removeScope(scopeId: string): void {
    this.#scopes.delete(scopeId);
  }

  observeCalls(observer: CallObserver): void {
    this.#observer = observer;
  }

  async listScopes(): Promise<ProviderScope[]> {
    return [...this.#scopes.values()].map(({ scope }) => scope);
  }

  async *survey(
    scopeId: string,
    options: CallOptions,
  ): AsyncIterable<SurveyPage> {
    const state = this.#stateOf(scopeId);
    const { failAfterPages, error = new Error('The cloud is away') } = state;
    let page = 0;
    for (const content of this.#pages(state)) {
      // As over a network: others get their turn, and an abort is noticed.
      await setImmediate();
      options.signal.throwIfAborted();
      if (failAfterPages !== undefined && page >= failAfterPages) throw error;
      this.#count(scopeId, 'survey');
      page += 1;
      yield content;
    }
    if (failAfterPages !== undefined && page >= failAfterPages) throw error;
  }

  async inspect(
    target: InspectionTarget,
    options: CallOptions,
  ): Promise<Inspection> {
    options.signal.throwIfAborted();
    this.#count(target.scopeId, 'inspect', target.exposure.nativeId);
    const inspection = this.inspections.get(target.exposure.nativeId);
    if (inspection instanceof Error) throw inspection;
    return inspection ?? quietInspection;
  }

  async readConnection(
    ref: ConnectionRef,
    options: CallOptions,
  ): Promise<SurveyedConnection | undefined> {
    options.signal.throwIfAborted();
    this.#count(ref.scopeId, 'readConnection', ref.nativeId);
    return this.#find(ref);
  }

  async decide(
    ref: ConnectionRef,
    verdict: Verdict,
    _reason: string,
    options: CallOptions,
  ): Promise<void> {
    options.signal.throwIfAborted();
    this.#count(ref.scopeId, 'decide', `${verdict} ${ref.nativeId}`);
    if (this.decideError) throw this.decideError;
    const connection = this.#find(ref);
    if (!connection) throw new Error(`No connection '${ref.nativeId}'`);
    const state = verdict === 'approve' ? 'connected' : 'rejected';
    Object.assign(connection, { state, nativeState: state });
  }

  async startDomainVerification(
    ref: ExposureRef,
    options: CallOptions,
  ): Promise<void> {
    options.signal.throwIfAborted();
    this.#count(ref.scopeId, 'startDomainVerification', ref.nativeId);
  }

  *#pages(state: FakeScopeState): Iterable<SurveyPage> {
    const size = this.#pageSize;
    for (let at = 0; at < state.exposures.length; at += size) {
      const exposures = state.exposures.slice(at, at + size);
      yield { exposures, connections: [] };
    }
    for (let at = 0; at < state.connections.length; at += size) {
      const connections = state.connections.slice(at, at + size);
      yield { exposures: [], connections };
    }
  }

  #find(ref: ConnectionRef): SurveyedConnection | undefined {
    return this.#stateOf(ref.scopeId).connections.find(
      connection =>
        connection.nativeId === ref.nativeId &&
        connection.exposureNativeId === ref.exposureNativeId,
    );
  }

  #stateOf(scopeId: string): FakeScopeState {
    const entry = this.#scopes.get(scopeId);
    if (!entry) throw new Error(`No scope '${scopeId}'`);
    return entry.state;
  }

  #count(scopeId: string, operation: string, about?: string): void {
    this.calls.push([operation, about ?? scopeId].join(' '));
    this.#observer?.onCall({
      scopeId,
      operation: `fake:${operation}`,
      throttled: false,
      milliseconds: 1,
    });
  }
}
