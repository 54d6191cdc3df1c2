import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type {
  Connection,
  ConnectionState,
  EntityExposures,
  ExposureDetail,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';
import { json, Router } from 'express';

const OBSERVED_AT = '2026-11-21T08:00:00.000Z';
const fresh: Source = { state: 'fresh', observedAt: OBSERVED_AT };

/** A consumer as a test writes it. */
export interface SeenConsumer {
  account: string;
  state: ConnectionState;
  endpointId?: string;
}

/** One endpoint service as the entity page has it. */
export function endpointService(
  name: string,
  consumers: readonly SeenConsumer[],
  source: Source = fresh,
): ExposureDetail {
  const id = `exposure-${name}`;
  return {
    id,
    kind: 'aws-endpoint-service',
    name,
    nativeId: `vpce-svc-${name}`,
    scopeId: 'aws/222233334444/eu-west-1',
    account: '222233334444',
    lifecycle: 'live',
    health: 'ok',
    attention: [],
    connectionCounts: {},
    source,
    firstSeenAt: OBSERVED_AT,
    nativeState: 'Available',
    facts: [],
    hops: [],
    connections: consumers.map(
      ({ account, state, endpointId }, index): Connection => ({
        id: `${id}-${index}`,
        exposureId: id,
        state,
        nativeState: state,
        consumer: { account, endpointId },
        firstSeenAt: OBSERVED_AT,
        source,
        verdicts: [],
      }),
    ),
    connectionsTotal: consumers.length,
    grants: [],
    findings: [],
    inspection: { state: 'fresh' },
    capabilities: [],
  };
}

/** One private link service as the entity page has it. */
export function linkService(
  name: string,
  consumers: readonly SeenConsumer[],
  source?: Source,
): ExposureDetail {
  return {
    ...endpointService(name, consumers, source),
    kind: 'azure-private-link-service',
  };
}

/** What the private exposure backend answers about an entity. */
export function portalView(
  exposures: ExposureDetail[],
  parts: Partial<EntityExposures> = {},
): EntityExposures {
  return {
    entityRef: 'component:default/payments',
    exposures,
    changes: [],
    conflicts: [],
    sources: [],
    ...parts,
  };
}

/** The part of the private exposure backend that templates talk to. */
export function privateExposureBackend(options: {
  /** What there is to see at the moment. */
  view: () => EntityExposures;
  /** Is told of the pull requests to follow. */
  onChange?: (change: unknown) => void;
}) {
  return createBackendPlugin({
    pluginId: 'private-exposure',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          const router = Router();
          router.use(json());
          router.get(
            '/v1/entities/:kind/:namespace/:name/exposures',
            (_req, res) => {
              res.json(options.view());
            },
          );
          router.post('/v1/changes', (req, res) => {
            options.onChange?.(req.body);
            res.status(201).json({ id: 'change' });
          });
          http.use(router);
        },
      });
    },
  });
}
