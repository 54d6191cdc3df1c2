import { hash } from 'node:crypto';

function hashOf(...parts: readonly string[]): string {
  // Lengths keep ('ab', 'c') and ('a', 'bc') apart.
  const text = parts.map(part => `${part.length}:${part}`).join('');
  return hash('sha256', text, 'hex').slice(0, 32);
}

/**
 * Our id of an exposure: the same after a restart, on every replica, and after it was gone and came back.
 *
 * @internal
 */
export function exposureId(scopeId: string, nativeId: string): string {
  return hashOf('exposure', scopeId, nativeId);
}

/** Our id of a connection. @internal */
export function connectionId(
  scopeId: string,
  exposureNativeId: string,
  nativeId: string,
): string {
  return hashOf('connection', scopeId, exposureNativeId, nativeId);
}

/**
 * What tells two findings of one exposure apart: the rule, the hop, and where a rule notices several things at one hop, a
 * number.
 *
 * @internal
 */
export function findingKey(
  ruleId: string,
  hopId: string | undefined,
  nth: number,
): string {
  const number = nth === 0 ? [] : [String(nth)];
  return hashOf('finding', ruleId, hopId ?? '', ...number);
}
