import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  type ConnectInstructions,
  type Verdict,
  worstHealth,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type CallObserver,
  type CallOptions,
  type ConnectionRef,
  diagnose,
  type ExposureProvider,
  type ExposureRef,
  type Inspection,
  type InspectionTarget,
  markHops,
  type ProviderScope,
  StateReader,
  type SurveyedConnection,
  type SurveyedExposure,
  type SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import { AwsClients } from './clients/AwsClients';
import type { AwsProviderConfig } from './config';
import { describeConnecting } from './connecting/describeConnecting';
import { diagnosisRules } from './diagnosis/rules';
import { consoleUrls } from './consoleUrls';
import { decide } from './deciding/decide';
import { readConnection } from './deciding/readConnection';
import { startDomainVerification } from './deciding/startDomainVerification';
import { buildHops } from './inspection/hops/buildHops';
import { seenOr } from './inspection/look';
import { readInspection } from './inspection/readInspection';
import { parseServiceArn } from './mapping/arns';
import { type AwsScope, toAwsScopes, toProviderScope } from './scopes';
import { surveyScope } from './survey/surveyScope';

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
 * Observes and acts on AWS PrivateLink endpoint services.
 *
 * @internal
 */
export class AwsExposureProvider implements ExposureProvider {
  readonly id = 'aws';
  readonly kinds = ['aws-endpoint-service'] as const;
  readonly #scopes: ReadonlyMap<string, AwsScope>;
  readonly #accountNames: ReadonlyMap<string, string>;
  readonly #states: StateReader;
  readonly #clients: AwsClients;
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
    { signal }: CallOptions,
  ): AsyncGenerator<SurveyPage> {
    const scope = this.#scopeOf(scopeId);
    yield* surveyScope({
      scope,
      callers: this.#clients.get(scope),
      states: this.#states,
      accountNames: this.#accountNames,
      signal,
    });
  }

  async inspect(
    target: InspectionTarget,
    { signal }: CallOptions,
  ): Promise<Inspection> {
    const scope = this.#scopeOf(target.scopeId);
    const inspection = await readInspection(target, {
      scope,
      callers: this.#clients.get(scope),
      elsewhere: (accountId, region) => {
        const other = this.#scopes.get(`aws/${accountId}/${region}`);
        return other && { scope: other, callers: this.#clients.get(other) };
      },
      states: this.#states,
      signal,
    });
    const findings = diagnose(inspection, diagnosisRules);
    const hops = markHops(
      buildHops(inspection, this.#states),
      findings,
      diagnosisRules,
    );
    const health = worstHealth(hops.map(hop => hop.health));
    return {
      health,
      healthReason:
        health === 'ok'
          ? undefined
          : hops.find(hop => hop.health === health)?.reason,
      hops,
      grants: seenOr(inspection.grants) ?? [],
      findings,
    };
  }

  async readConnection(
    ref: ConnectionRef,
    { signal }: CallOptions,
  ): Promise<SurveyedConnection | undefined> {
    const scope = this.#scopeOf(ref.scopeId);
    return readConnection(ref, {
      scope,
      ec2: this.#clients.get(scope).ec2,
      states: this.#states,
      accountNames: this.#accountNames,
      signal,
    });
  }

  async decide(
    ref: ConnectionRef,
    verdict: Verdict,
    _reason: string,
    { signal }: CallOptions,
  ): Promise<void> {
    const scope = this.#scopeOf(ref.scopeId);
    await decide(ref, verdict, {
      scope,
      ec2: this.#clients.get(scope).ec2,
      signal,
    });
  }

  async startDomainVerification(
    ref: ExposureRef,
    { signal }: CallOptions,
  ): Promise<void> {
    const scope = this.#scopeOf(ref.scopeId);
    await startDomainVerification(ref, {
      scope,
      ec2: this.#clients.get(scope).ec2,
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
    const found = parseServiceArn(ref.nativeId);
    return found && consoleUrls.endpointService(found.scope, found.serviceId);
  }

  /** Closes the connections that are kept open, at the end of the process. */
  shutdown(): void {
    this.#clients.destroy();
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
