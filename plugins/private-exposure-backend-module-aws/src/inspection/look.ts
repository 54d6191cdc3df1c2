import { toError } from '@backstage/errors';
import { isAccessDeniedError, isCredentialsError } from '../clients/errors';
import type { Seen } from './Seen';

/**
 * Looks at something. A missing permission is an answer: nobody let us look. Any other failure is thrown.
 *
 * @internal
 */
export async function look<Value>(
  read: () => Promise<Value>,
): Promise<Seen<Value>> {
  try {
    return { type: 'seen', value: await read() };
  } catch (error) {
    if (isAccessDeniedError(error)) {
      const { action, accountId, message } = error;
      return { type: 'unseen', blind: { action, accountId, message } };
    }
    throw error;
  }
}

/**
 * Looks at something in another account of ours. Whatever is wrong there, a missing role, an outage, does no harm to this
 * inspection.
 *
 * @internal
 */
export async function lookElsewhere<Value>(
  other: { accountId: string; signal: AbortSignal },
  read: () => Promise<Value>,
): Promise<Seen<Value>> {
  const { accountId, signal } = other;
  try {
    return await look(read);
  } catch (error) {
    signal.throwIfAborted();
    const { message } = toError(error);
    const action = isCredentialsError(error) ? 'sts:AssumeRole' : undefined;
    return { type: 'unseen', blind: { action, accountId, message } };
  }
}

/**
 * What was seen, put another way.
 *
 * @internal
 */
export function mapSeen<Value, Result>(
  seen: Seen<Value>,
  map: (value: Value) => Result,
): Seen<Result> {
  return seen.type === 'seen' ? { type: 'seen', value: map(seen.value) } : seen;
}

/**
 * What was seen, or `undefined`.
 *
 * @internal
 */
export function seenOr<Value>(
  seen: Seen<Value> | undefined,
): Value | undefined {
  return seen?.type === 'seen' ? seen.value : undefined;
}
