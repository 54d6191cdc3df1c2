import { randomUUID } from 'node:crypto';
import { FaultRules, FaultSubject, Fault } from '../../faults';
import { BREAKING, brokenAnswer, NoAnswer } from '../../faults/brokenAnswer';
import { AwsFault, World } from '../../world';
import { authenticate, isAllowed } from '../auth/authenticate';
import { Caller, CredentialStore } from '../auth/CredentialStore';
import { parseSignatureHeader, SignedRequest } from '../auth/signature';
import { faultBody, successBody } from '../wire/answers';
import { FormTree, parseForm } from '../wire/FormTree';
import { unknownParameters } from '../wire/readRequest';
import { applyStateWord, unsuccessfulAnswer } from './faultedAnswers';
import { Operation, ServiceDefinition } from './Operation';
import { pageNumberOf } from './paging';
import { RequestLog } from './RequestLog';
import { runOnce } from './runOnce';
import { Throttle } from './Throttle';

/** What becomes of a request. @internal */
export type Outcome =
  | { type: 'answer'; status: number; body: string; requestId: string }
  | { type: 'silence' }
  | { type: 'reset' };

/** What is known of a request so far. */
interface Context {
  requestId: string;
  service: ServiceDefinition;
  form: FormTree;
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
  readonly #services: Map<string, ServiceDefinition>;
  readonly #world: World;
  readonly #credentials: CredentialStore;
  readonly #faults: FaultRules;
  readonly #throttle: Throttle;
  readonly #log: RequestLog;

  constructor(options: {
    services: ServiceDefinition[];
    world: World;
    credentials: CredentialStore;
    faults: FaultRules;
    throttle: Throttle;
    log: RequestLog;
  }) {
    this.#services = new Map(options.services.map(one => [one.name, one]));
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
    const form = parseForm(request.body);
    const fallback = this.#services.get('ec2');
    const service = header ? this.#services.get(header.service) : fallback;
    if (!service) {
      return {
        type: 'answer',
        status: 404,
        body: `The sandbox does not play the service '${header?.service}'\n`,
        requestId: randomUUID(),
      };
    }
    const context: Context = {
      requestId: randomUUID(),
      service,
      form,
      action: form.children.get('Action')?.text ?? '',
      region: header?.region ?? '',
      accountId: '',
    };
    try {
      if (!header) {
        throw new AwsFault(
          'MissingAuthenticationToken',
          'Request is missing Authentication Token',
          403,
        );
      }
      const caller = authenticate({
        protocol: service.protocol,
        request,
        header,
        credentials: this.#credentials,
      });
      context.accountId = caller.accountId;
      return this.#answer(context, 200, this.#perform(context, caller));
    } catch (error) {
      return this.#fail(context, error);
    }
  }

  #perform(context: Context, caller: Caller): string {
    const { service, form, action, region } = context;
    const operation = findOperation(service, form);
    const subject: FaultSubject = {
      cloud: 'aws',
      service: service.name,
      action,
      accountId: caller.accountId,
      region,
      page: pageOfForm(form),
    };
    const early = { types: BREAKING, afterEffect: false };
    breakOff(this.#faults.take(subject, early));
    if (!this.#throttle.allows(subject)) {
      const { code, message, status } = service.throttled;
      throw new AwsFault(code, message, status);
    }
    authorize(service, caller, action);
    checkDryRun(operation, form);
    const value = this.#run(operation, context, { caller, subject });
    const late = { types: BREAKING, afterEffect: true };
    breakOff(this.#faults.take(subject, late));
    return successBody(
      { ...context, ...service, action },
      operation.output,
      value,
    );
  }

  #run(
    operation: Operation,
    context: Context,
    call: { caller: Caller; subject: FaultSubject },
  ): unknown {
    const refused = this.#faults.take(call.subject, {
      types: ['unsuccessful'],
      afterEffect: false,
    });
    if (refused) return unsuccessfulAnswer(refused, context.form);
    const { accountId } = call.caller;
    const value = runOnce(
      operation,
      {
        world: this.#world,
        caller: call.caller,
        scope: { accountId, region: context.region },
        credentials: this.#credentials,
      },
      context.form,
    );
    const changed = this.#faults.take(call.subject, {
      types: ['state-word'],
      afterEffect: false,
    });
    return changed ? applyStateWord(changed, value) : value;
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
    const { protocol, xmlNamespace } = context.service;
    const body = faultBody(
      { protocol, xmlNamespace, requestId: context.requestId },
      fault,
    );
    return this.#answer(context, fault.status, body, fault.code);
  }

  #answer(
    context: Context,
    status: number,
    body: string,
    errorCode?: string,
  ): Outcome {
    this.#note(context, status, errorCode);
    return { type: 'answer', status, body, requestId: context.requestId };
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

function findOperation(service: ServiceDefinition, form: FormTree): Operation {
  const action = form.children.get('Action')?.text ?? '';
  const version = form.children.get('Version')?.text;
  const operation = service.operations.get(action);
  if (!operation || version !== service.version) {
    const reason = operation
      ? `not valid in version ${version}; the sandbox plays version ${service.version}`
      : 'not valid for this web service; the sandbox does not play it';
    throw new AwsFault('InvalidAction', `The action ${action} is ${reason}.`);
  }
  const [unknown] = unknownParameters(
    service.protocol,
    operation.input,
    form,
  ).filter(name => name !== 'Action' && name !== 'Version');
  if (unknown && service.protocol === 'ec2') {
    throw new AwsFault(
      'UnknownParameter',
      `The parameter ${unknown} is not recognized`,
    );
  }
  return operation;
}

function authorize(
  service: ServiceDefinition,
  caller: Caller,
  action: string,
): void {
  if (isAllowed(caller, `${service.name}:${action}`)) return;
  throw new AwsFault(
    service.denied,
    `You are not authorized to perform this operation. User: ${caller.arn} is not authorized to perform: ${service.name}:${action}`,
    403,
  );
}

function checkDryRun(operation: Operation, form: FormTree): void {
  if (!('DryRun' in operation.input.members)) return;
  if (form.children.get('DryRun')?.text !== 'true') return;
  throw new AwsFault(
    'DryRunOperation',
    'Request would have succeeded, but DryRun flag is set.',
    412,
  );
}

function pageOfForm(form: FormTree): number {
  const token = form.children.get('NextToken') ?? form.children.get('Marker');
  return pageNumberOf(token?.text);
}
