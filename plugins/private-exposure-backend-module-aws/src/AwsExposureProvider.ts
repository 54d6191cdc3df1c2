import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  ConnectInstructions,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type CallObserver,
  type CallOptions,
  type ConnectionRef,
  type ExposureProvider,
  type ExposureRef,
  type Inspection,
  type InspectionTarget,
  type ProviderScope,
  StateReader,
  type SurveyedConnection,
  type SurveyedExposure,
  type SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { AwsClients } from './clients/AwsClients';
import type { AwsProviderConfig } from './config';
import type {
  CallableScope,
  OurAccounts,
} from './inspection/InspectionContext';
import type { AwsKind, KindContext } from './kinds/AwsKind';
import { awsKinds } from './kinds/awsKinds';
import { surveyKinds } from './kinds/surveyKinds';
import {
  type AwsScope,
  toAwsScopes,
  toProviderScope,
  toScopeId,
} from './scopes';

/** What the AWS provider is made with. @internal */
export interface AwsExposureProviderOptions {
  /** What to look at, and how fast. */
  config: AwsProviderConfig;
  /** Where credentials come from, by account. */
  credentials: AwsCredentialsManager;
  /** Told of what is new to us. */
  logger: LoggerService;
}

/**
 * Observes and acts on what AWS has of exposures. It finds the scope and the kind; the kind does the work.
 *
 * @internal
 */
export class AwsExposureProvider implements ExposureProvider {
  readonly id = 'aws';
  readonly kinds = awsKinds.map(({ name }) => name);
  readonly #scopes: ReadonlyMap<string, AwsScope>;
  readonly #accountNames: ReadonlyMap<string, string>;
  readonly #states: StateReader;
  readonly #clients: AwsClients;
  readonly #accounts: OurAccounts = {
    elsewhere: (accountId, place) => {
      const scope = this.#scopes.get(toScopeId(accountId, place));
      return scope && this.#callable(scope);
    },
    everywhere: place =>
      [...this.#scopes.values()]
        .filter(({ id, accountId }) => id === toScopeId(accountId, place))
        .map(scope => this.#callable(scope)),
  };
  #observer: CallObserver = { onCall: () => {} };

  private constructor(options: AwsExposureProviderOptions) {
    const { config, credentials, logger } = options;
    this.#scopes = new Map(
      toAwsScopes(config.accounts).map(scope => [scope.id, scope]),
    );
    this.#accountNames = new Map(
      config.accounts.flatMap(({ accountId, name }) =>
        name ? [[accountId, name] as const] : [],
      ),
    );
    this.#states = StateReader.create({ cloud: 'AWS', logger });
    this.#clients = AwsClients.create({
      config,
      credentials,
      observer: { onCall: call => this.#observer.onCall(call) },
    });
  }

  /** Makes a provider. It calls nobody until it is asked to. */
  static create(options: AwsExposureProviderOptions): AwsExposureProvider {
    return new AwsExposureProvider(options);
  }

  observeCalls(observer: CallObserver): void {
    this.#observer = observer;
  }

  async listScopes(): Promise<ProviderScope[]> {
    return [...this.#scopes.values()].map(toProviderScope);
  }

  async *survey(
    scopeId: string,
    options: CallOptions,
  ): AsyncGenerator<SurveyPage> {
    yield* surveyKinds({
      ...this.#contextOf(scopeId, options),
      ...this.#accounts,
      since: performance.now(),
    });
  }

  async inspect(
    target: InspectionTarget,
    options: CallOptions,
  ): Promise<Inspection> {
    const { kind, nativeId } = target.exposure;
    const found = awsKinds.find(({ name }) => name === kind);
    if (!found) {
      throw new NotFoundError(`AWS has no '${kind}': '${nativeId}'`);
    }
    const context = this.#contextOf(target.scopeId, options);
    const { memory } = context.callers;
    const inspecting = found.inspect(target, {
      ...context,
      ...this.#accounts,
      since: memory.lastLookAt(nativeId),
    });
    return inspecting.finally(() => memory.noteLook(nativeId, options));
  }

  async readConnection(
    ref: ConnectionRef,
    options: CallOptions,
  ): Promise<SurveyedConnection | undefined> {
    const context = this.#contextOf(ref.scopeId, options);
    return kindOf(ref.exposureNativeId)?.connections?.read(ref, context);
  }

  async decide(
    ref: ConnectionRef,
    verdict: Verdict,
    _reason: string,
    options: CallOptions,
  ): Promise<void> {
    const { decide } = connectionsOf(ref.exposureNativeId);
    await decide(ref, verdict, this.#contextOf(ref.scopeId, options));
  }

  async startDomainVerification(
    ref: ExposureRef,
    options: CallOptions,
  ): Promise<void> {
    const { startDomainVerification } = connectionsOf(ref.nativeId);
    await startDomainVerification(ref, this.#contextOf(ref.scopeId, options));
  }

  describeConnecting(target: {
    scopeId: string;
    exposure: SurveyedExposure;
  }): ConnectInstructions {
    const { exposure } = target;
    const kind = awsKinds.find(({ name }) => name === exposure.kind);
    return kind?.describeConnecting(exposure) ?? { snippets: [] };
  }

  consoleUrl(ref: ExposureRef): string | undefined {
    return kindOf(ref.nativeId)?.consoleUrl(ref.nativeId);
  }

  /** Closes the connections that are kept open, at the end of the process. */
  shutdown(): void {
    this.#clients.destroy();
  }

  #contextOf(scopeId: string, { signal }: CallOptions): KindContext {
    return {
      ...this.#callable(this.#scopeOf(scopeId)),
      states: this.#states,
      accountNames: this.#accountNames,
      signal,
    };
  }

  #callable(scope: AwsScope): CallableScope {
    return { scope, callers: this.#clients.get(scope) };
  }

  #scopeOf(scopeId: string): AwsScope {
    const scope = this.#scopes.get(scopeId);
    if (!scope) {
      throw new NotFoundError(
        `Scope '${scopeId}' is not configured: add its account and region under 'privateExposure.aws.accounts'`,
      );
    }
    return scope;
  }
}

function kindOf(nativeId: string): AwsKind | undefined {
  return awsKinds.find(kind => kind.isNamedBy(nativeId));
}

function connectionsOf(nativeId: string) {
  const { connections } = kindOf(nativeId) ?? {};
  if (!connections) {
    throw new NotAllowedError(
      `Nobody connects to '${nativeId}': only an endpoint service takes connections`,
    );
  }
  return connections;
}
