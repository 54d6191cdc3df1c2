import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who stands behind credentials, for audit events that have no request to read it from.
 *
 * @internal
 */
export function principalName({ principal }: BackstageCredentials): string {
  if (typeof principal !== 'object' || principal === null) return 'unknown';
  if ('userEntityRef' in principal) return String(principal.userEntityRef);
  return 'subject' in principal ? String(principal.subject) : 'unknown';
}
