import { setTimeout as sleep } from 'node:timers/promises';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { readError } from './checkAnswer';
import { AzureServiceError } from './errors';
import { parseAnswer } from './parseAnswer';
import { toMilliseconds } from './readQuota';

/** What following needs. @internal */
export interface FollowOperationOptions {
  /** Reads an address. */
  read: (url: string, signal: AbortSignal) => Promise<PipelineResponse>;
  /** How long the operation is followed, in milliseconds. */
  timeoutMs: number;
  /** Ends the following early. */
  signal: AbortSignal;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows what Azure carries out in the background until it has ended, or for as long as there is time. Whether it took
 * effect is read from the resource afterwards, so an end of the time is no error.
 *
 * @remarks
 * The address is in `Azure-AsyncOperation`, which answers with a `status`, or in `Location`, which answers 202 until the
 * end ("Track asynchronous Azure operations"); of a removal it then answers 204. `Retry-After` says when to ask again.
 *
 * Only the operation's own `Failed` or `Canceled` says that the change was not carried out. Any other answer is about the
 * question: the address is forgotten (404), not ours to read (403), or busy (409), and the change goes on without us.
 *
 * @returns whether there was nothing to follow, it ended, or nobody knows yet
 * @throws AzureServiceError, with Azure's own code and message, if the operation failed or was canceled.
 * @internal
 */
export async function followOperation(
  accepted: PipelineResponse,
  options: FollowOperationOptions,
): Promise<'at-once' | 'ended' | 'open'> {
  const { signal, timeoutMs } = options;
  const address = addressOf(accepted);
  if (!address) return 'at-once';
  const deadline = Date.now() + timeoutMs;
  const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let answer = accepted;
  for (let turn = 0; ; turn++) {
    const pause = pauseAfter(answer, turn);
    if (Date.now() + pause >= deadline) return 'open';
    try {
      await sleep(pause, undefined, { signal: until });
      answer = await options.read(address.url, until);
    } catch {
      // The change was taken; that nobody waits for its end, or can look at it, does not undo it. What became of it is
      // read from the resource.
      return 'open';
    }
    if (hasEnded(answer, address.saysStatus)) return 'ended';
  }
}

function addressOf(
  answer: PipelineResponse,
): { url: string; saysStatus: boolean } | undefined {
  const operation = answer.headers.get('azure-asyncoperation');
  if (operation) return { url: operation, saysStatus: true };
  const location = answer.headers.get('location');
  return answer.status === 202 && location
    ? { url: location, saysStatus: false }
    : undefined;
}

function hasEnded(answer: PipelineResponse, saysStatus: boolean): boolean {
  if (!saysStatus) return answer.status !== 202;
  const { status, error } = parseAnswer(answer);
  const word = typeof status === 'string' ? status.toLowerCase() : '';
  if (word === 'failed' || word === 'canceled') {
    const { code, message } = readError(
      typeof error === 'object' && error !== null ? error : undefined,
    );
    throw new AzureServiceError({
      code: code ?? word,
      // As the synchronous form of the call would have answered.
      statusCode: 400,
      detail: message,
    });
  }
  return word === 'succeeded';
}

function pauseAfter(answer: PipelineResponse, turn: number): number {
  return (
    toMilliseconds(answer.headers.get('retry-after')) ??
    Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** turn)
  );
}
