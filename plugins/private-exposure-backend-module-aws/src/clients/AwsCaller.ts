import { isError } from '@backstage/errors';
import type {
  CallBudget,
  CallObserver,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  Client,
  Command,
  FinalizeRequestMiddleware,
  HandlerExecutionContext,
  MetadataBearer,
} from '@smithy/types';
import type { AwsScope } from '../scopes';
import { endedBy } from './endedBy';
import {
  AwsAccessDeniedError,
  type AwsServiceError,
  isAccessDenied,
  isThrottled,
  isUnreadableAnswerError,
} from './errors';

/** What a caller needs to know besides its client. @internal */
export interface AwsCallerOptions {
  /** Whom the calls belong to. */
  scope: AwsScope;
  /** Service as IAM spells it, such as `ec2` or `elasticloadbalancing`. */
  iamService: string;
  /** What limits the calls. */
  budget: CallBudget;
  /** Whom to tell of each attempt. */
  observer: CallObserver;
}

/** How one call is made. @internal */
export interface AwsCallOptions {
  /** Ends the call early, whether it waits, runs or is about to be repeated. */
  signal: AbortSignal;
  /**
   * The call changes something: an attempt whose outcome is unknown is not repeated, or the second answer would speak of
   * the first one's effect. A throttled attempt is repeated, for it was not carried out.
   */
  changes?: boolean;
}

/** Carries an error past the SDK's retry, which would repeat what it recognizes as transient. */
class NotRepeated extends Error {
  readonly original: unknown;

  constructor(original: unknown) {
    super('Not repeated');
    this.original = original;
  }
}

/**
 * Makes the calls to one API of one account and region: within the budget, counted attempt by attempt, and with
 * errors that name the missing IAM action.
 *
 * @internal
 */
export class AwsCaller<
  ClientInput extends object,
  ClientOutput extends MetadataBearer,
  Configuration,
> {
  readonly #client: Client<ClientInput, ClientOutput, Configuration>;
  readonly #options: AwsCallerOptions;

  /** Wraps a client. Makes no call. */
  constructor(
    client: Client<ClientInput, ClientOutput, Configuration>,
    options: AwsCallerOptions,
  ) {
    this.#client = client;
    this.#options = options;
  }

  /**
   * Sends a command.
   *
   * @throws AwsAccessDeniedError if a policy forbids it, AwsCredentialsError if the account cannot be entered,
   * AwsUnreadableAnswerError if somebody else answers, the signal's reason if it is aborted, and else the SDK's own error.
   */
  async send<Input extends ClientInput, Output extends ClientOutput>(
    command: Command<ClientInput, Input, ClientOutput, Output, Configuration>,
    options: AwsCallOptions,
  ): Promise<Output> {
    const { signal } = options;
    signal.throwIfAborted();
    this.#prepare(command, options);
    const sent: Promise<Output> = this.#client.send(command, {
      abortSignal: signal,
    });
    try {
      return await endedBy(signal, sent);
    } catch (error) {
      signal.throwIfAborted();
      throw this.#toError(
        error instanceof NotRepeated ? error.original : error,
        command,
      );
    }
  }

  /** Closes the connections that are kept open. */
  destroy(): void {
    this.#client.destroy();
  }

  #prepare<Input extends ClientInput, Output extends ClientOutput>(
    command: Command<ClientInput, Input, ClientOutput, Output, Configuration>,
    { signal, changes }: AwsCallOptions,
  ): void {
    const { budget } = this.#options;
    const stack = command.middlewareStack;
    // Inside the retry, so that each attempt is paid for, and before the signature, which ages while it waits.
    const payFirst: FinalizeRequestMiddleware<Input, Output> =
      next => async args => {
        await budget.take(signal);
        return next(args);
      };
    stack.addRelativeTo(payFirst, {
      name: 'posternCallBudget',
      relation: 'before',
      toMiddleware: 'httpSigningMiddleware',
    });
    stack.add(
      (next, context) => async args => {
        const startedAt = performance.now();
        try {
          const result = await next(args);
          this.#report(context, startedAt, false);
          return result;
        } catch (error) {
          this.#report(context, startedAt, isThrottled(error));
          throw changes && !isThrottled(error) ? new NotRepeated(error) : error;
        }
      },
      { name: 'posternAttempt', step: 'deserialize', priority: 'high' },
    );
  }

  #report(
    context: HandlerExecutionContext,
    startedAt: number,
    throttled: boolean,
  ): void {
    const { observer, scope } = this.#options;
    observer.onCall({
      scopeId: scope.id,
      operation: this.#actionOf(context.commandName ?? ''),
      throttled,
      milliseconds: performance.now() - startedAt,
    });
  }

  #toError(error: unknown, command: object): unknown {
    if (isAccessDenied(error)) {
      return new AwsAccessDeniedError({
        action: this.#actionOf(command.constructor.name),
        accountId: this.#options.scope.accountId,
        cause: error,
      });
    }
    if (isUnreadableAnswerError(error)) {
      const { $metadata }: AwsServiceError = error;
      const action = this.#actionOf(command.constructor.name);
      // The SDK's advice, to inspect hidden fields, is for nobody who reads this.
      error.message = `The answer to '${action}' (HTTP ${$metadata?.httpStatusCode}) is not one of AWS: ${error.reason}. Look for a proxy or gateway on the way to AWS`;
    }
    // The query services print the canonical request into this one, session token included.
    if (isError(error) && error.name === 'SignatureDoesNotMatch') {
      error.message =
        'The signature was not accepted: check the secret access key and the clock';
    }
    return error;
  }

  #actionOf(commandName: string): string {
    return `${this.#options.iamService}:${commandName.replace(/Command$/, '')}`;
  }
}
