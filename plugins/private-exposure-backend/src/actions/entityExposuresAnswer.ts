import type {
  EntityExposures,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** What agents are told of an entity's exposures. @internal */
export function entityExposuresSchema(z: Zod) {
  return z.object({
    entityRef: z.string().describe('The entity'),
    exposures: z.array(exposureSchema(z)).describe('Those that you may read'),
    openChanges: z
      .array(z.object({ title: z.string(), url: z.string() }))
      .describe('Pull requests in review'),
    conflicts: z
      .array(z.object({ nativeId: z.string(), message: z.string() }))
      .describe('Resources that it names and that are not its own'),
    unresolved: z
      .array(z.object({ nativeId: z.string(), sourceState: z.string() }))
      .describe('Resources that it names and nobody has seen'),
    sources: z
      .array(
        z.object({
          title: z.string(),
          state: z.string().describe('fresh, stale or failed'),
          observedAt: z.string().optional(),
          error: z.string().optional().describe('Why not fresh'),
        }),
      )
      .describe(
        'Where there was a look. In one that is not fresh, there may be exposures that are not listed',
      ),
  });
}

function exposureSchema(z: Zod) {
  return z.object({
    id: z.string().describe('Our id of the exposure'),
    kind: z.string().describe('What it is'),
    name: z.string().describe('For people'),
    lifecycle: z
      .string()
      .describe('in-review, provisioning, live, deleting or gone'),
    health: z
      .string()
      .describe('ok, degraded, failing, or unknown: not looked at'),
    healthReason: z.string().optional().describe('Why not ok'),
    attention: z.array(z.string()).describe('What waits for a person'),
    source: z
      .object({
        state: z.string(),
        observedAt: z.string().optional(),
      })
      .describe('How fresh this is'),
    connections: z
      .array(
        z.object({
          id: z.string().describe('Our id of the connection'),
          state: z.string().describe('Its state'),
          account: z.string().describe("The consumer's account"),
          verdicts: z.array(z.string()).describe('What you may decide now'),
        }),
      )
      .describe('At most 200, those that wait first'),
    connectionsTotal: z.number().describe('How many there are'),
    findings: z
      .array(
        z.object({
          severity: z.string(),
          message: z.string(),
          remedy: z.string(),
        }),
      )
      .describe('What is wrong with it and what helps'),
  });
}

/** The page of an entity, as {@link entityExposuresSchema} tells it. @internal */
export function toEntityExposuresAnswer(
  entityRef: string,
  page: EntityExposures,
) {
  return {
    entityRef,
    exposures: page.exposures.map(toExposureAnswer),
    openChanges: page.changes
      .filter(change => change.state === 'open')
      .map(({ title, url }) => ({ title, url })),
    conflicts: page.conflicts.map(({ nativeId, message }) => ({
      nativeId,
      message,
    })),
    unresolved: (page.unresolved ?? []).map(({ nativeId, source }) => ({
      nativeId,
      sourceState: source.state,
    })),
    sources: page.sources.map(({ title, source }) => ({
      title,
      state: source.state,
      observedAt: source.observedAt,
      error: source.error,
    })),
  };
}

function toExposureAnswer(exposure: ExposureDetail) {
  return {
    id: exposure.id,
    kind: exposure.kind,
    name: exposure.name,
    lifecycle: exposure.lifecycle,
    health: exposure.health,
    healthReason: exposure.healthReason,
    attention: exposure.attention,
    source: {
      state: exposure.source.state,
      observedAt: exposure.source.observedAt,
    },
    connections: exposure.connections.map(connection => ({
      id: connection.id,
      state: connection.state,
      account: connection.consumer.account,
      verdicts: connection.verdicts,
    })),
    connectionsTotal: exposure.connectionsTotal,
    findings: exposure.findings.map(({ severity, message, remedy }) => ({
      severity,
      message,
      remedy,
    })),
  };
}
