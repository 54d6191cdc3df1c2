import type { Change } from '@postern/backstage-plugin-private-exposure-common';
import { freshSource, minutesAgo } from './times';

/** An open pull request that exposes payments, unless told otherwise. */
export function aChange(overrides: Partial<Change> = {}): Change {
  return {
    id: 'change-payments',
    entityRef: 'component:default/payments',
    kind: 'aws-endpoint-service',
    purpose: 'expose',
    url: 'https://git.acme.example/acme/payments/pull/12',
    title: 'Expose payments over AWS PrivateLink',
    state: 'open',
    openedBy: 'user:default/mira',
    openedAt: minutesAgo(25),
    source: freshSource(1),
    ...overrides,
  };
}
