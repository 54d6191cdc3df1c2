import type { Grant } from '@postern/backstage-plugin-private-exposure-common';
import { canonicalId } from './resourceIds';

/** The lists of a private link service that say who may ask. @internal */
export interface AccessLists {
  /** Subscriptions that can see the service; `*` is all. */
  visible: string[];
  /** Subscriptions whose endpoints are approved at once. */
  autoApproved: string[];
}

/**
 * Who may ask to connect, and whom nobody is asked about.
 *
 * @remarks
 * Without a visibility list only those may ask whom a role lets use the service (Private Link service overview,
 * "Control service exposure"). A subscription that is approved but does not see the service cannot ask: it is no grant.
 *
 * @internal
 */
export function toGrants({ visible, autoApproved }: AccessLists): Grant[] {
  const approved = autoApproved.map(canonicalId);
  const seen = visible.map(canonicalId);
  const everybody = seen.includes('*');
  // Where everybody may ask, those who are approved at once stand out.
  const named = everybody ? ['*', ...approved] : seen;
  return [...new Set(named)].map(principal => ({
    principal,
    type: principal === '*' ? 'everyone' : 'subscription',
    autoApproved: approved.includes('*') || approved.includes(principal),
  }));
}
