import { setTimeout as sleep } from 'node:timers/promises';
import type {
  PipelinePolicy,
  PipelineRequest,
  PipelineResponse,
  SendRequest,
} from '@azure/core-rest-pipeline';
import { isError } from '@backstage/errors';
import type {
  CallBudget,
  CallObserver,
} from '@postern/backstage-plugin-private-exposure-node';
import { checkAnswer } from './checkAnswer';
import {
  AzureTimeoutError,
  AzureUnreadableAnswerError,
  isBusy,
  isCredentialsError,
  isServiceError,
  isThrottled,
} from './errors';
import { rbacAction } from './rbacAction';
import { readQuota } from './readQuota';

/** What the policy of one subscription's clients needs to know. @internal */
export interface CallPolicyOptions {
  /** The scope that the calls belong to. */
  scopeId: string;
  /** Whose subscription it is, for errors. */
  subscriptionId: string;
  /** Where Azure Resource Manager is. A token goes nowhere else. */
  resourceManagerUrl: string;
  /** What limits the calls. */
  budgets: { reads: CallBudget; writes: CallBudget };
  /** When one attempt is given up, in milliseconds. */
  requestTimeoutMs: number;
  /** Attempts of a call that only reads, and of one that was not carried out. */
  maxAttempts: number;
  /** Whom to tell of each attempt. */
  observer: CallObserver;
}

const BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 20_000;

/**
 * Makes the calls of one subscription: within the budget, counted attempt by attempt, repeated where that is safe, and
 * with errors of our own.
 *
 * @remarks
 * It stands in the place of the SDK's retry. A call that changes something is repeated only if Azure says that it was not
 * carried out, or the second answer would speak of the first one's effect. `Retry-After` holds everybody back who shares
 * the budget, not just the call that met it.
 *
 * @internal
 */
export function callPolicy(options: CallPolicyOptions): PipelinePolicy {
  return {
    name: 'posternCallPolicy',
    sendRequest: async (request, next) => {
      const origin = new URL(request.url).origin;
      if (origin !== new URL(options.resourceManagerUrl).origin) {
        throw new AzureUnreadableAnswerError({
          action: rbacAction(request.method, options.resourceManagerUrl),
          reason: `it leads on to ${origin}`,
        });
      }
      return sendWithRetry(request, next, options);
    },
  };
}

async function sendWithRetry(
  request: PipelineRequest,
  next: SendRequest,
  options: CallPolicyOptions,
): Promise<PipelineResponse> {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const budget = reads ? options.budgets.reads : options.budgets.writes;
  const signal = toSignal(request);
  let before: unknown;
  for (let attempt = 1; ; attempt++) {
    await waitOr(before, budget.take(signal));
    const outcome = await makeAttempt(request, next, options);
    budget.limitTo(outcome.remaining);
    if (outcome.type === 'answered') return outcome.response;
    const { error, retryAfterMs } = outcome;
    if (retryAfterMs !== undefined) budget.pause(retryAfterMs);
    if (!isNotTaken(error)) signal.throwIfAborted();
    if (attempt >= options.maxAttempts || !isRepeatable(error, reads)) {
      throw error;
    }
    // The budget waits for what Azure asked; where it asked for nothing, this call alone steps back.
    before = isNotTaken(error) ? error : undefined;
    if (retryAfterMs === undefined) {
      await waitOr(before, sleep(backoff(attempt), undefined, { signal }));
    }
  }
}

type Outcome =
  | { type: 'answered'; response: PipelineResponse; remaining: number }
  | {
      type: 'failed';
      error: unknown;
      retryAfterMs?: number;
      remaining: number;
    };

async function makeAttempt(
  request: PipelineRequest,
  next: SendRequest,
  options: CallPolicyOptions,
): Promise<Outcome> {
  const { observer, scopeId, requestTimeoutMs } = options;
  const operation = rbacAction(request.method, request.url);
  const startedAt = performance.now();
  const report = (throttled: boolean) =>
    observer.onCall({
      scopeId,
      operation,
      throttled,
      milliseconds: performance.now() - startedAt,
    });
  request.timeout = requestTimeoutMs;
  let response: PipelineResponse;
  try {
    response = await next(request);
  } catch (error) {
    // Without a token nothing left the process.
    if (!isCredentialsError(error)) report(false);
    const timedOut =
      isError(error) &&
      error.name === 'AbortError' &&
      !request.abortSignal?.aborted;
    return {
      type: 'failed',
      remaining: Infinity,
      error: timedOut
        ? new AzureTimeoutError({
            action: operation,
            milliseconds: requestTimeoutMs,
          })
        : error,
    };
  }
  const { remaining, retryAfterMs } = readQuota(response, request.method);
  const error = checkAnswer(response, {
    action: operation,
    subscriptionId: options.subscriptionId,
  });
  report(isThrottled(error));
  return error
    ? { type: 'failed', error, retryAfterMs, remaining }
    : { type: 'answered', response, remaining };
}

/** Whoever gives up waiting to be let through again knows what Azure said before: that it did not take the call. */
async function waitOr(before: unknown, wait: Promise<void>): Promise<void> {
  try {
    await wait;
  } catch (error) {
    throw before ?? error;
  }
}

/** Whether Azure says that it did not carry the call out and will later. */
function isNotTaken(error: unknown): boolean {
  return isThrottled(error) || isBusy(error);
}

/** Only what Azure says it did not do, and what fails for a while in a call that changes nothing. */
function isRepeatable(error: unknown, reads: boolean): boolean {
  if (isNotTaken(error)) return true;
  if (!reads || isCredentialsError(error)) return false;
  if (isServiceError(error)) {
    return error.statusCode >= 500 || error.statusCode === 408;
  }
  const name = isError(error) ? error.name : '';
  return name === 'RestError' || name === 'TimeoutError';
}

/** Doubles from one attempt to the next, with a part left to chance so that replicas do not step in time. */
function backoff(attempt: number): number {
  const longest = Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** (attempt - 1));
  return longest * (0.5 + Math.random() / 2);
}

function toSignal({ abortSignal }: PipelineRequest): AbortSignal {
  return abortSignal instanceof AbortSignal
    ? abortSignal
    : new AbortController().signal;
}
