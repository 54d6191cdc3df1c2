import { toError } from '@backstage/errors';
import { isAccessDeniedError } from '../clients/errors';
import type { Seen } from './AzureInspection';

/**
 * Looks at something. A missing role is an answer: nobody let us look. Any other failure is thrown.
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
      const { action, subscriptionId, message } = error;
      return { type: 'unseen', blind: { action, subscriptionId, message } };
    }
    throw error;
  }
}

/**
 * Looks at something in another subscription of ours. Whatever is wrong there, a missing role, an outage, does no harm to
 * this inspection.
 *
 * @internal
 */
export async function lookElsewhere<Value>(
  other: { subscriptionId: string; signal: AbortSignal },
  read: () => Promise<Value>,
): Promise<Seen<Value>> {
  const { subscriptionId, signal } = other;
  try {
    return await look(read);
  } catch (error) {
    signal.throwIfAborted();
    const { message } = toError(error);
    return { type: 'unseen', blind: { subscriptionId, message } };
  }
}

/**
 * Something in a subscription that the configuration does not name.
 *
 * @internal
 */
export function notOurs(subscriptionId: string): Seen<never> {
  return {
    type: 'unseen',
    blind: {
      subscriptionId,
      message: `It is in subscription ${subscriptionId}, which is not configured: add it under 'privateExposure.azure.tenants' to have it looked at`,
    },
  };
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
