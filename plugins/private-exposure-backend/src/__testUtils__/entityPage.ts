import type {
  EntityExposuresRecord,
  ExposureDetailRecord,
} from '../database/records';

/** The record of an entity's page, with nothing but these exposures. */
export function entityPage(
  exposures: ExposureDetailRecord[],
): EntityExposuresRecord {
  return {
    exposures,
    conflicts: [],
    unresolved: [],
    sources: [],
    changes: [],
    latestDecisions: [],
  };
}

/** An endpoint service without connections, hops, grants and findings. */
export function exposureDetail(): ExposureDetailRecord {
  const scopeId = 'aws/111122223333/eu-west-1';
  const nativeId = 'vpce-svc-0orders';
  const named = {
    ...{ nativeId, name: 'orders' },
    kind: 'aws-endpoint-service',
    lifecycle: 'live',
  } as const;
  return {
    summary: {
      ...named,
      ...{ id: 'e-1', scopeId, health: 'ok', attention: [] },
      connectionCounts: {},
      source: { state: 'fresh' },
    },
    provider: 'aws',
    ref: { scopeId, nativeId },
    ownedBy: [],
    provenance: { manager: 'unknown' },
    evidence: '{"tags":{},"kubernetesServices":[]}',
    openChanges: [],
    surveyed: {
      ...named,
      nativeState: 'Available',
      evidence: { tags: {}, kubernetesServices: [] },
      facts: [],
    },
    nativeState: 'Available',
    facts: [],
    ...{ hops: [], connections: [], grants: [], findings: [] },
    connectionsTotal: 0,
  };
}
