import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { audited } from '../audit/audited';
import { principalName } from '../audit/principalName';
import { readEntityRef } from '../entities/readEntityRef';
import type { AuthorizedEntityPageService } from '../exposures/AuthorizedEntityPageService';
import { requireNoNul } from '../schema/requireNoNul';

/** What {@link createGetEntityExposuresAction} needs. @internal */
export interface GetEntityExposuresActionOptions {
  /** Where the action is offered. */
  actionsRegistry: ActionsRegistryService;
  /** Answers, for callers who may. */
  entityPages: Pick<AuthorizedEntityPageService, 'getEntityExposures'>;
  /** Where events go. */
  auditor: AuditorService;
  /** Told if an event cannot be written. */
  logger: LoggerService;
}

/** Offers what the entity page shows to agents. @internal */
export function createGetEntityExposuresAction(
  options: GetEntityExposuresActionOptions,
): void {
  options.actionsRegistry.register({
    name: 'get-entity-exposures',
    title: 'Get the private exposures of an entity',
    description: `How a catalog entity can be reached privately: its endpoint services, whether they work and why not, who is connected or waits to be, and when that was observed.
Use it to answer who can reach a service, why a consumer cannot connect, or what waits for a decision. A source that is 'stale' or 'failed' means that the answer may be out of date, not that there is nothing.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe("The entity, such as 'component:default/payments'"),
        }),
      output: z =>
        z.object({
          entityRef: z.string().describe('The entity'),
          exposures: z
            .array(
              z.object({
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
                attention: z
                  .array(z.string())
                  .describe('What waits for a person'),
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
                      verdicts: z
                        .array(z.string())
                        .describe('What you may decide now'),
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
              }),
            )
            .describe('Those that you may read'),
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
        }),
    },
    examples: [
      {
        title: 'Who is connected to payments',
        input: { entityRef: 'component:default/payments' },
      },
    ],
    action: async ({ input, credentials }) => {
      requireNoNul(input, 'input');
      const entityRef = readEntityRef('entityRef', input.entityRef);
      const meta = {
        queryType: 'by-entity',
        entityRef,
        via: 'action',
        actor: principalName(credentials),
      };
      const answer = await audited(
        options,
        { eventId: 'exposure-fetch', meta },
        () =>
          options.entityPages.getEntityExposures(entityRef, { credentials }),
      );
      return {
        output: {
          entityRef,
          exposures: answer.exposures.map(exposure => ({
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
            findings: exposure.findings.map(
              ({ severity, message, remedy }) => ({
                severity,
                message,
                remedy,
              }),
            ),
          })),
          openChanges: answer.changes
            .filter(change => change.state === 'open')
            .map(({ title, url }) => ({ title, url })),
          conflicts: answer.conflicts.map(({ nativeId, message }) => ({
            nativeId,
            message,
          })),
          unresolved: (answer.unresolved ?? []).map(({ nativeId, source }) => ({
            nativeId,
            sourceState: source.state,
          })),
          sources: answer.sources.map(({ title, source }) => ({
            title,
            state: source.state,
            observedAt: source.observedAt,
            error: source.error,
          })),
        },
      };
    },
  });
}
