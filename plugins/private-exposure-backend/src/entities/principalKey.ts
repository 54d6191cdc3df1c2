import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * A name for the principal behind credentials, under which answers to it may be kept: the same only for those that any
 * policy must treat alike. Undefined where there is no such name.
 *
 * @internal
 */
export function principalKey({
  principal,
}: BackstageCredentials): string | undefined {
  if (typeof principal !== 'object' || principal === null) return undefined;
  if (!('type' in principal)) return undefined;
  const isNamed = principal.type === 'user' || principal.type === 'service';
  // All of it: whom a service acts for, and what an access token is restricted to, are parts of the principal.
  return isNamed ? JSON.stringify(principal) : undefined;
}
