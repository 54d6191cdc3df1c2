import type {
  Change,
  EntityExposures,
  ExposureDetail,
  Scope,
} from '@postern/backstage-plugin-private-exposure-common';
import { aChange } from './changes';
import { aDecision } from './decisions';
import { aConnection, anExposure, healthyHops } from './exposures';
import { legacyScope, paymentsScope, platformScope } from './scopes';
import { minutesAgo } from './times';

function anEntity(
  name: string,
  overrides: Partial<EntityExposures> = {},
): EntityExposures {
  return {
    entityRef: `component:default/${name}`,
    exposures: [],
    changes: [],
    conflicts: [],
    sources: [paymentsScope],
    ...overrides,
  };
}

/** An entity with one exposure, of its name. */
export function anExposedEntity(
  exposure: ExposureDetail,
  parts: { changes?: Change[]; sources?: Scope[] } = {},
): EntityExposures {
  return anEntity(exposure.name, { exposures: [exposure], ...parts });
}

/** Live, one consumer connected, two waiting, of which one is about to expire. */
export const ledger = anExposedEntity(
  anExposure('ledger', {
    attention: ['connection-pending'],
    connectionCounts: { pending: 2, connected: 1, rejected: 1 },
    connections: [
      aConnection(),
      aConnection({
        id: 'connection-globex-2',
        consumer: {
          account: '444455556666',
          accountName: 'globex',
          region: 'eu-west-1',
          endpointId: 'vpce-0a11ce0000000002',
        },
        expiresAt: minutesAgo(-600),
      }),
      aConnection({
        id: 'connection-analytics',
        state: 'connected',
        nativeState: 'available',
        consumer: {
          account: '333344445555',
          accountName: 'acme-analytics',
          region: 'eu-west-1',
          endpointId: 'vpce-0a11ce0000000003',
        },
        createdAt: minutesAgo(1510),
        verdicts: ['remove'],
        decision: aDecision({
          id: 'decision-analytics',
          status: 'applied',
          reason: 'Reporting needs the ledger',
          requestedAt: minutesAgo(1500),
        }),
      }),
      aConnection({
        id: 'connection-unknown-account',
        state: 'rejected',
        nativeState: 'Rejected',
        consumer: {
          account: '123412341234',
          endpointId: 'vpce-0a11ce0000000009',
        },
        verdicts: [],
      }),
    ],
    findings: [
      {
        ruleId: 'aws/pending-too-long',
        severity: 'info',
        message: 'A connection waits for more than a week.',
        remedy: 'Approve or reject it.',
      },
      {
        ruleId: 'aws/cross-zone-off',
        severity: 'warning',
        message:
          'Cross-zone balancing is off, and all targets are in one zone.',
        remedy: 'Switch cross-zone balancing on, or run targets in each zone.',
        hopId: 'ledger-nlb',
        evidence: [
          { label: 'Zones of the load balancer', value: 'euw1-az1, euw1-az2' },
          { label: 'Zones with targets', value: 'euw1-az1' },
        ],
      },
    ],
  }),
  {
    changes: [
      aChange({
        id: 'change-ledger',
        entityRef: 'component:default/ledger',
        title: 'Let globex connect to ledger',
        purpose: 'grant',
        state: 'merged',
        endedAt: minutesAgo(60),
        exposureId: 'exposure-ledger',
      }),
    ],
  },
);

/** A wildcard private domain that waits for its TXT record. */
export const webhooks = anExposedEntity(
  anExposure('webhooks', {
    attention: ['domain-unverified'],
    connectionCounts: {},
    domain: {
      domain: '*.k.acme.example',
      state: 'pending',
      record: {
        type: 'TXT',
        name: '_6e86v84tqgqubxbwii1m.k.acme.example',
        value: 'vpce:l6p0ERxlTt45jevFwOCp',
      },
    },
    capabilities: ['refresh', 'verify-domain'],
  }),
);

/** Its targets are unhealthy. */
export const search = anExposedEntity(
  anExposure('search', {
    health: 'failing',
    healthReason: 'None of 2 targets is healthy.',
    connectionCounts: { connected: 1 },
    connections: [
      aConnection({
        id: 'connection-search',
        exposureId: 'exposure-search',
        state: 'connected',
        nativeState: 'available',
        source: platformScope.source,
        verdicts: ['remove'],
      }),
    ],
    source: platformScope.source,
    hops: healthyHops('search').map(hop =>
      hop.type === 'target-group'
        ? {
            ...hop,
            health: 'failing',
            reason:
              'None of 2 targets is healthy: Health checks failed with code 503.',
          }
        : hop,
    ),
    findings: [
      {
        ruleId: 'aws/targets-unhealthy',
        severity: 'error',
        message: 'None of 2 targets is healthy.',
        remedy:
          'Look at the pods’ readiness, and at the health check’s port and path.',
        hopId: 'search-targets',
        evidence: [
          {
            label: '10.0.1.17:8080',
            value: 'Target.ResponseCodeMismatch (503)',
          },
        ],
      },
    ],
  }),
  { sources: [platformScope] },
);

/** Every entity of the fixtures' world that the backend knows something of. */
export const entities: EntityExposures[] = [
  ledger,
  webhooks,
  search,
  anExposedEntity(
    anExposure('orders', {
      connectionCounts: { connected: 1 },
      connections: [
        aConnection({
          id: 'connection-orders',
          exposureId: 'exposure-orders',
          state: 'connected',
          nativeState: 'available',
          verdicts: [],
        }),
      ],
      capabilities: [],
    }),
  ),
  anEntity('payments', { changes: [aChange()] }),
  anEntity('shipping', {
    changes: [
      aChange({
        id: 'change-shipping',
        entityRef: 'component:default/shipping',
        title: 'Expose shipping over AWS PrivateLink',
        state: 'merged',
        endedAt: minutesAgo(3),
      }),
    ],
  }),
  anEntity('invoices', {
    conflicts: [
      {
        nativeId:
          'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-ledger',
        message: 'The owner tag in the cloud names another entity.',
      },
    ],
  }),
  anEntity('archive', {
    unresolved: [
      {
        nativeId:
          'arn:aws:ec2:eu-west-1:999988887777:vpc-endpoint-service/vpce-svc-archive',
        source: legacyScope.source,
      },
    ],
    sources: [legacyScope],
  }),
  anEntity('website', { sources: [] }),
];
