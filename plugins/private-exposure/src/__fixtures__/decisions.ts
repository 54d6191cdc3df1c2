import type {
  Decision,
  ExposureEvent,
} from '@postern/backstage-plugin-private-exposure-common';
import { minutesAgo } from './times';

/** A decision that was just stored, unless told otherwise. */
export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: 'decision-1',
    connectionId: 'connection-globex',
    exposureId: 'exposure-ledger',
    entityRef: 'component:default/ledger',
    verdict: 'approve',
    reason: 'Contract 4711',
    status: 'requested',
    decidedBy: 'user:default/petra',
    requestedAt: minutesAgo(1),
    exposureName: 'ledger',
    consumer: {
      account: '444455556666',
      accountName: 'globex',
      region: 'eu-west-1',
      endpointId: 'vpce-0a11ce0000000001',
    },
    ...overrides,
  };
}

/** What was decided before. */
export const pastDecisions: Decision[] = [
  aDecision({
    id: 'decision-analytics',
    connectionId: 'connection-analytics',
    status: 'applied',
    reason: 'Reporting needs the ledger',
    requestedAt: minutesAgo(1500),
    endedAt: minutesAgo(1499),
    consumer: { account: '333344445555', accountName: 'acme-analytics' },
    message: 'The endpoint is available.',
    after: { at: minutesAgo(1499), found: true, state: 'connected' },
  }),
  aDecision({
    id: 'decision-old',
    connectionId: 'connection-old',
    verdict: 'reject',
    status: 'superseded',
    reason: 'Unknown account',
    decidedBy: 'user:default/mira',
    requestedAt: minutesAgo(2900),
    endedAt: minutesAgo(2899),
    message: 'The endpoint had been deleted by its owner.',
    before: { at: minutesAgo(2899), found: false },
  }),
  aDecision({
    id: 'decision-policy',
    connectionId: 'connection-orders',
    exposureId: 'exposure-orders',
    exposureName: 'orders',
    entityRef: 'component:default/orders',
    status: 'failed',
    reason: 'Rule own-accounts',
    decidedBy: 'policy:own-accounts',
    requestedAt: minutesAgo(4300),
    endedAt: minutesAgo(4299),
    consumer: { account: '333344445555', accountName: 'acme-analytics' },
    message: 'UnauthorizedOperation: ec2:AcceptVpcEndpointConnections',
  }),
];

/** The timeline of an exposure that has some history. */
export function someEvents(exposureId: string, count = 24): ExposureEvent[] {
  const latest: ExposureEvent[] = [
    {
      id: `${exposureId}-event-pending`,
      exposureId,
      type: 'connection-appeared',
      at: minutesAgo(12),
      actor: 'globex (444455556666)',
      to: 'pending',
    },
    {
      id: `${exposureId}-event-decided`,
      exposureId,
      type: 'decision-ended',
      at: minutesAgo(1499),
      actor: 'user:default/petra',
      from: 'pending',
      to: 'connected',
      message: 'Reporting needs the ledger',
    },
  ];
  const older = Array.from({ length: count - latest.length }, (_, index) => ({
    id: `${exposureId}-event-${index}`,
    exposureId,
    type: 'health-changed' as const,
    at: minutesAgo(2_000 + index * 60),
    from: index % 2 ? 'ok' : 'degraded',
    to: index % 2 ? 'degraded' : 'ok',
  }));
  return [...latest, ...older];
}
