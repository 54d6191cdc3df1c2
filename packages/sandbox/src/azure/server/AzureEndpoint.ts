import { randomUUID } from 'node:crypto';
import {
  AzureFault,
  AzureWorld,
  ServicePrincipal,
  tryParseArmId,
} from '../../azureWorld';
import { RequestLog, Throttle } from '../../aws';
import { Fault, FaultRules, FaultSubject } from '../../faults';
import { BREAKING, brokenAnswer, NoAnswer } from '../../faults/brokenAnswer';
import { replaceStates } from '../../faults/replaceStates';
import { authenticate, authorize, requireTenantOf } from '../auth/authenticate';
import { signIn } from '../auth/signIn';
import { TokenIssuer } from '../auth/TokenIssuer';
import { requireApiVersion } from '../resources/requireApiVersion';
import { ArmLimits } from './ArmLimits';
import { ArmAnswer, ArmCall, ArmOperation, ArmRequest } from './ArmOperation';
import { pageNumberOf } from './armPaging';
import { actionOf, ArmMatch, ArmRoutes, typeOfPath } from './armRoutes';
import { AzureSettings } from './AzureSettings';

/** What becomes of a request. @internal */
export type AzureOutcome =
  | { type: 'answer'; answer: ArmAnswer }
  | { type: 'silence' }
  | { type: 'reset' };

/** What is known of a request so far. */
interface Progress {
  requestId: string;
  service: string;
  action: string;
  subscriptionId: string;
  /** Headers that any answer from now on has. */
  headers: Record<string, string>;
}

const STATE_MEMBERS = new Set(['status', 'provisioningState']);

/** What {@link AzureEndpoint} works with. @internal */
export interface AzureEndpointOptions {
  operations: ArmOperation[];
  azure: AzureWorld;
  settings: AzureSettings;
  limits: ArmLimits;
  issuer: TokenIssuer;
  faults: FaultRules;
  throttle: Throttle;
  log: RequestLog;
}

/**
 * Answers what clients ask of Azure Resource Manager, and of Microsoft Entra
 * for the tokens to it.
 *
 * @internal
 */
export class AzureEndpoint {
  readonly #routes: ArmRoutes;
  readonly #options: AzureEndpointOptions;

  constructor(options: AzureEndpointOptions) {
    this.#options = options;
    this.#routes = new ArmRoutes(options.operations);
  }

  /** Carries a request out and notes it in the log. */
  handle(request: ArmRequest, baseUrl: string): AzureOutcome {
    const { azure, issuer } = this.#options;
    const { directory } = azure;
    const signedIn = signIn(request, { directory, issuer, baseUrl });
    if (signedIn) return { type: 'answer', answer: signedIn };
    const progress: Progress = {
      requestId: randomUUID(),
      service: '',
      action: '',
      subscriptionId: '',
      headers: {},
    };
    try {
      const answer = this.#perform(request, baseUrl, progress);
      return this.#answer(progress, answer);
    } catch (error) {
      return this.#fail(progress, error);
    }
  }

  #perform(
    request: ArmRequest,
    baseUrl: string,
    progress: Progress,
  ): ArmAnswer {
    const { azure, issuer, faults, throttle, limits } = this.#options;
    const { directory } = azure;
    const { pathname, searchParams: query } = new URL(request.url, baseUrl);
    const authorization = [request.headers.authorization].flat()[0];
    const principal = authenticate(authorization, { directory, issuer });
    const match = this.#routes.match(request.method, pathname);
    const { operation, params } = match;
    const { subscriptionId = '' } = params;
    const path = concretePath(match);
    progress.service = typeOfPath(path)?.namespace ?? 'Microsoft.Resources';
    progress.action = operation.id;
    progress.subscriptionId = subscriptionId;
    const apiVersion = requireApiVersion(path, query);
    if (subscriptionId) requireTenantOf(subscriptionId, principal, directory);

    const subject = subjectOf(progress, query);
    breakOff(faults.take(subject, { types: BREAKING, afterEffect: false }));
    if (subscriptionId) {
      const { method } = operation;
      progress.headers = limits.take(method, principal, subscriptionId);
    }
    if (!throttle.allows(subject)) throw tooManyRequests();
    if (subscriptionId) authorizeCall(principal, match, pathname);
    const { settings } = this.#options;
    const answer = this.#run(operation, subject, {
      ...{ azure, principal, params, query, apiVersion, baseUrl },
      ...settings,
      url: request.url,
      ifMatch: [request.headers['if-match']].flat()[0],
      body: parseBody(request),
    });
    breakOff(faults.take(subject, { types: BREAKING, afterEffect: true }));
    return answer;
  }

  #run(
    operation: ArmOperation,
    subject: FaultSubject,
    call: ArmCall,
  ): ArmAnswer {
    const { faults } = this.#options;
    const stage = { afterEffect: false } as const;
    const refused = faults.take(subject, { types: ['unsuccessful'], ...stage });
    const answer = operation.run({ ...call, failure: failureOf(refused) });
    const changed = faults.take(subject, { types: ['state-word'], ...stage });
    return changed?.effect.type === 'state-word'
      ? {
          ...answer,
          body: replaceStates(answer.body, STATE_MEMBERS, changed.effect.word),
        }
      : answer;
  }

  #fail(progress: Progress, error: unknown): AzureOutcome {
    if (error instanceof NoAnswer) {
      this.#note(progress, 0, error.type);
      return { type: error.type };
    }
    const fault =
      error instanceof AzureFault
        ? error
        : new AzureFault(
            'InternalServerError',
            `The sandbox failed: ${String(error)}`,
            { status: 500 },
          );
    const { code, message, details, status, headers } = fault;
    const answer = {
      status,
      headers,
      body: { error: { code, message, details } },
    };
    return this.#answer(progress, answer, code);
  }

  #answer(
    progress: Progress,
    answer: ArmAnswer,
    errorCode?: string,
  ): AzureOutcome {
    this.#note(progress, answer.status, errorCode);
    const headers = {
      'cache-control': 'no-cache',
      'x-ms-request-id': progress.requestId,
      'x-ms-correlation-request-id': progress.requestId,
      ...progress.headers,
      ...answer.headers,
    };
    return { type: 'answer', answer: { ...answer, headers } };
  }

  #note(progress: Progress, status: number, errorCode?: string): void {
    const { requestId, service, action, subscriptionId } = progress;
    this.#options.log.add({
      requestId,
      at: this.#options.azure.clock.now(),
      service,
      action,
      accountId: subscriptionId,
      region: '',
      status,
      errorCode,
    });
  }
}

function subjectOf(progress: Progress, query: URLSearchParams): FaultSubject {
  const { service, action, subscriptionId: accountId } = progress;
  const page = pageNumberOf(query);
  return { cloud: 'azure', service, action, accountId, region: '', page };
}

/** The path of an operation, with the namespace and type that a place stands for. */
function concretePath({ operation, params }: ArmMatch): string {
  return operation.path.replace(
    /\{(resourceProviderNamespace|resourceType)\}/g,
    (place, name: string) => params[name] ?? place,
  );
}

/** A role must hold where the resource is, or at what a listing is about. */
function authorizeCall(
  principal: ServicePrincipal,
  match: ArmMatch,
  pathname: string,
): void {
  const { operation, params } = match;
  const subscription = `/subscriptions/${params.subscriptionId}`;
  const group = params.resourceGroupName;
  const around = group
    ? `${subscription}/resourceGroups/${group}`
    : subscription;
  const scope = tryParseArmId(pathname) ? pathname : around;
  const action = actionOf(operation, concretePath(match));
  if (action) authorize(principal, action, scope);
}

function breakOff(fault: Fault | undefined): void {
  const broken = brokenAnswer(fault);
  if (broken?.type === 'error') {
    const { code, message, status } = broken;
    throw new AzureFault(code, message, { status });
  }
  if (broken) throw new NoAnswer(broken.type);
}

function failureOf(
  fault: Fault | undefined,
): { code: string; message: string } | undefined {
  const effect = fault?.effect;
  if (effect?.type !== 'unsuccessful') return undefined;
  return {
    code: effect.code ?? 'InternalServerError',
    message: effect.message ?? 'Injected by the sandbox',
  };
}

function parseBody({ body }: ArmRequest): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new AzureFault(
      'InvalidRequestContent',
      `The request content was invalid and could not be deserialized: '${String(
        error,
      )}'.`,
    );
  }
}

function tooManyRequests(): AzureFault {
  return new AzureFault(
    'TooManyRequests',
    'The request is being throttled as the limit has been reached for the operation type.',
    { status: 429, headers: { 'retry-after': '1' } },
  );
}
