import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
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
import { AzureClients, type AzureClientsOptions } from './clients/AzureClients';
import { WriteQueue } from './clients/WriteQueue';
import type { AzureProviderConfig } from './config';
import { describeConnecting } from './connecting/describeConnecting';
import { consoleUrl } from './consoleUrls';
import { decide } from './deciding/decide';
import { readConnection, subscriptionOf } from './deciding/readConnection';
import { inspect } from './inspection/inspect';
import { parseResourceId } from './mapping/resourceIds';
import {
  type AzureScope,
  toAzureScopes,
  toProviderScope,
  toResourceScopeId,
  toScopeId,
} from './scopes';
import { surveyFrontDoors } from './survey/surveyFrontDoors';
import { surveyLinkResource } from './survey/surveyLinkResource';
import { surveyScope } from './survey/surveyScope';

/** What the Azure provider is made with. @internal */
export interface AzureExposureProviderOptions
  extends Pick<AzureClientsOptions, 'createCredential' | 'httpClient'> {
  /** What to look at, and how fast. */
  config: AzureProviderConfig;
  /** Told of what is new to us. */
  logger: LoggerService;
}

/**
 * Observes and acts on Azure private link services, Front Doors, and other resources that the configuration names.
 *
 * @internal
 */
export class AzureExposureProvider implements ExposureProvider {
  readonly id = 'azure';
  readonly kinds = [
    'azure-private-link-service',
    'azure-front-door',
    'azure-private-link-resource',
  ] as const;
  // A private link service answers 409 to a second change while one is under way.
  readonly decidesOneAtATime = true;
  readonly #scopes: ReadonlyMap<string, AzureScope>;
  readonly #subscriptionNames: ReadonlyMap<string, string>;
  readonly #logger: LoggerService;
  readonly #states: StateReader;
  readonly #clients: AzureClients;
  readonly #writes = new WriteQueue();
  #observer: CallObserver = { onCall: () => {} };

  private constructor(options: AzureExposureProviderOptions) {
    const { config, logger, ...clientsOptions } = options;
    const scopes = toAzureScopes(config.tenants);
    this.#scopes = new Map(scopes.map(scope => [scope.id, scope]));
    this.#subscriptionNames = new Map(
      scopes.flatMap(({ subscriptionId, subscriptionName: name }) =>
        name ? [[subscriptionId, name] as const] : [],
      ),
    );
    this.#logger = logger;
    this.#states = StateReader.create({ cloud: 'Azure', logger });
    this.#clients = AzureClients.create({
      ...clientsOptions,
      config,
      observer: { onCall: call => this.#observer.onCall(call) },
    });
  }

  /** Makes a provider. It calls nobody until it is asked to. */
  static create(options: AzureExposureProviderOptions): AzureExposureProvider {
    return new AzureExposureProvider(options);
  }

  observeCalls(observer: CallObserver): void {
    this.#observer = observer;
  }

  async listScopes(): Promise<ProviderScope[]> {
    return [...this.#scopes.values()].map(toProviderScope);
  }

  async *survey(
    scopeId: string,
    { signal }: CallOptions,
  ): AsyncGenerator<SurveyPage> {
    const scope = this.#scopeOf(scopeId);
    const context = this.#contextOf(scope);
    const { resourceId, isFrontDoor } = scope;
    if (resourceId) {
      yield* surveyLinkResource({
        ...context,
        resourceId,
        arm: context.clients.arm,
        logger: this.#logger,
        signal,
      });
    } else if (isFrontDoor) {
      yield* surveyFrontDoors({ ...context, signal });
    } else {
      yield* surveyScope({ ...context, signal });
    }
  }

  async inspect(
    target: InspectionTarget,
    { signal }: CallOptions,
  ): Promise<Inspection> {
    const scope = this.#scopeOf(target.scopeId);
    return inspect(target, { ...this.#contextOf(scope), signal });
  }

  async readConnection(
    ref: ConnectionRef,
    { signal }: CallOptions,
  ): Promise<SurveyedConnection | undefined> {
    return readConnection(ref, {
      arm: this.#armOf(ref),
      states: this.#states,
      subscriptionNames: this.#subscriptionNames,
      signal,
    });
  }

  async decide(
    ref: ConnectionRef,
    verdict: Verdict,
    reason: string,
    { signal }: CallOptions,
  ): Promise<void> {
    await decide(ref, verdict, reason, {
      arm: this.#armOf(ref),
      writes: this.#writes,
      signal,
    });
  }

  describeConnecting(target: {
    scopeId: string;
    exposure: SurveyedExposure;
  }): ConnectInstructions {
    return describeConnecting(target.exposure);
  }

  consoleUrl(ref: ExposureRef): string | undefined {
    const scope = this.#scopes.get(ref.scopeId);
    return scope && parseResourceId(ref.nativeId)
      ? consoleUrl(scope, ref.nativeId)
      : undefined;
  }

  #contextOf(scope: AzureScope) {
    return {
      scope,
      clients: this.#clients.get(scope),
      elsewhere: (subscriptionId: string) => {
        const other = this.#scopes.get(toScopeId(subscriptionId));
        return other && this.#clients.get(other);
      },
      isNamed: (resourceId: string) =>
        parseResourceId(resourceId) !== undefined &&
        this.#scopes.has(toResourceScopeId(resourceId)),
      states: this.#states,
      subscriptionNames: this.#subscriptionNames,
    };
  }

  /** Of the subscription that the connection lies in: that of its exposure, or of a Front Door's origin. */
  #armOf(ref: ConnectionRef) {
    const scope = this.#scopeOf(ref.scopeId);
    const subscriptionId = subscriptionOf(ref, scope);
    const owner =
      subscriptionId === scope.subscriptionId
        ? scope
        : this.#scopeOf(toScopeId(subscriptionId));
    return this.#clients.get(owner).arm;
  }

  #scopeOf(scopeId: string): AzureScope {
    const scope = this.#scopes.get(scopeId);
    if (!scope) {
      throw new NotFoundError(
        `Scope '${scopeId}' is not configured: add its subscription under 'privateExposure.azure.tenants'`,
      );
    }
    return scope;
  }
}
