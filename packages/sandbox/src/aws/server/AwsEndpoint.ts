import { randomUUID } from 'node:crypto';
import { FaultRules, FaultSubject, Fault } from '../../faults';
import { BREAKING, brokenAnswer, NoAnswer } from '../../faults/brokenAnswer';
import { AwsFault, GLOBAL_REGION, World } from '../../world';
import { authenticate, isAllowed, noSignature } from '../auth/authenticate';
import { Caller, CredentialStore } from '../auth/CredentialStore';
import { parseSignatureHeader, SignedRequest } from '../auth/signature';
import { Incoming, WireAnswer } from '../wire/Codec';
import { codecs } from '../wire/codecs';
import { changedAnswer, unsuccessfulAnswer } from './faultedAnswers';
import { Operation, ServiceDefinition } from './Operation';
import { pageOfInput } from './paging';
import { RequestLog } from './RequestLog';
import { runOnce } from './runOnce';
import { Throttle } from './Throttle';

/** What becomes of a request. @internal */
export type Outcome =
  | ({ type: 'answer'; requestId: string } & WireAnswer)
  | { type: 'silence' }
  | { type: 'reset' };

/** What is known of a request so far. */
interface Context {
  requestId: string;
  service: ServiceDefinition;
  incoming: Incoming;
  action: string;
  region: string;
  accountId: string;
}

/**
 * Answers signed requests for all services at one address; the credential
 * scope in the signature says for which service and region a request is.
 *
 * @internal
 */
export class AwsEndpoint {
  readonly #services: readonly ServiceDefinition[];
  readonly #world: World;
  readonly #credentials: CredentialStore;
  readonly #faults: FaultRules;
  readonly #throttle: Throttle;
  readonly #log: RequestLog;

  constructor(options: {
    services: readonly ServiceDefinition[];
    world: World;
    credentials: CredentialStore;
    faults: FaultRules;
    throttle: Throttle;
    log: RequestLog;
  }) {
    this.#services = options.services;
    this.#world = options.world;
    this.#credentials = options.credentials;
    this.#faults = options.faults;
    this.#throttle = options.throttle;
    this.#log = options.log;
  }

  /** Carries a request out and notes it in the log. */
  handle(request: SignedRequest): Outcome {
    const header = parseSignatureHeader(
      [request.headers.authorization].flat()[0],
    );
    const service = this.#serviceOf(header?.service ?? 'ec2', request);
    const requestId = randomUUID();
    if (!service) {
      return {
        type: 'answer',
        status: 404,
        headers: { 'content-type': 'text/plain' },
        body: `The sandbox does not play the service '${header?.service}'\n`,
        requestId,
      };
    }
    const incoming = codecs[service.protocol].open(service, request);
    const context: Context = {
      requestId,
      service,
      incoming,
      action: incoming.action,
      region: service.isGlobal ? GLOBAL_REGION : header?.region ?? '',
      accountId: '',
    };
    try {
      if (!header) throw noSignature(service.protocol);
      const caller = authenticate({
        protocol: service.protocol,
        request,
        header,
        credentials: this.#credentials,
      });
      context.accountId = caller.accountId;
      return this.#answer(context, this.#perform(context, caller));
    } catch (error) {
      return this.#fail(context, error);
    }
  }

  /** One name may stand for two generations of a service, told apart by version. */
  #serviceOf(
    name: string,
    { body }: SignedRequest,
  ): ServiceDefinition | undefined {
    const found = this.#services.filter(one => one.name === name);
    const version = () => new URLSearchParams(body).get('Version');
    return found.length > 1
      ? found.find(one => one.version === version()) ?? found[0]
      : found[0];
  }

  #perform(context: Context, caller: Caller): WireAnswer {
    const { service, incoming, action, region } = context;
    const operation = incoming.operation();
    const input = incoming.read();
    const subject: FaultSubject = {
      cloud: 'aws',
      service: service.name,
      action,
      accountId: caller.accountId,
      region,
      page: pageOfInput(input),
    };
    const early = { types: BREAKING, afterEffect: false };
    breakOff(this.#faults.take(subject, early));
    if (!this.#throttle.allows(subject)) {
      const { code, message, status } = service.throttled;
      throw new AwsFault(code, message, status);
    }
    authorize(service, caller, action);
    checkDryRun(input);
    const value = this.#run(operation, input, { caller, subject });
    const late = { types: BREAKING, afterEffect: true };
    breakOff(this.#faults.take(subject, late));
    return codecs[service.protocol].success(context, operation, value);
  }

  #run(
    operation: Operation,
    input: Record<string, unknown>,
    call: { caller: Caller; subject: FaultSubject },
  ): unknown {
    const refused = this.#faults.take(call.subject, {
      types: ['unsuccessful'],
      afterEffect: false,
    });
    if (refused) return unsuccessfulAnswer(refused, input);
    const { accountId } = call.caller;
    const value = runOnce(
      operation,
      {
        world: this.#world,
        caller: call.caller,
        scope: { accountId, region: call.subject.region },
        credentials: this.#credentials,
      },
      input,
    );
    const changed = this.#faults.take(call.subject, {
      types: ['state-word', 'token-on-every-page'],
      afterEffect: false,
    });
    return changed
      ? changedAnswer(changed, value, { input, operation })
      : value;
  }

  #fail(context: Context, error: unknown): Outcome {
    if (error instanceof NoAnswer) {
      this.#note(context, 0, error.type);
      return { type: error.type };
    }
    const fault =
      error instanceof AwsFault
        ? error
        : new AwsFault(
            'InternalError',
            `The sandbox failed: ${String(error)}`,
            500,
          );
    const answer = codecs[context.service.protocol].fault(context, fault);
    return this.#answer(context, answer, fault.code);
  }

  #answer(context: Context, answer: WireAnswer, errorCode?: string): Outcome {
    this.#note(context, answer.status, errorCode);
    return { type: 'answer', requestId: context.requestId, ...answer };
  }

  #note(context: Context, status: number, errorCode?: string): void {
    const { requestId, action, region, accountId } = context;
    this.#log.add({
      requestId,
      at: this.#world.clock.now(),
      service: context.service.name,
      action,
      accountId,
      region,
      status,
      errorCode,
    });
  }
}

function breakOff(fault: Fault | undefined): void {
  const broken = brokenAnswer(fault);
  if (broken?.type === 'error') {
    throw new AwsFault(broken.code, broken.message, broken.status);
  }
  if (broken) throw new NoAnswer(broken.type);
}

function authorize(
  service: ServiceDefinition,
  caller: Caller,
  action: string,
): void {
  const iamAction = `${service.iamPrefix ?? service.name}:${action}`;
  if (isAllowed(caller, iamAction)) return;
  throw new AwsFault(
    service.denied,
    `You are not authorized to perform this operation. User: ${caller.arn} is not authorized to perform: ${iamAction}`,
    service.deniedStatus ?? 403,
  );
}

function checkDryRun(input: Record<string, unknown>): void {
  if (input.DryRun !== true) return;
  throw new AwsFault(
    'DryRunOperation',
    'Request would have succeeded, but DryRun flag is set.',
    412,
  );
}
