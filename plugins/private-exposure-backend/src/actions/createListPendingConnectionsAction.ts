import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { z as zod } from 'zod/v3';
import { audited } from '../audit/audited';
import { principalName } from '../audit/principalName';
import type { AuthorizedListingService } from '../exposures/AuthorizedListingService';
import { requireNoNul } from '../schema/requireNoNul';

type Zod = typeof zod;

/** What {@link createListPendingConnectionsAction} needs. @internal */
export interface ListPendingConnectionsActionOptions {
  /** Where the action is offered. */
  actionsRegistry: ActionsRegistryService;
  /** Answers, for callers who may. */
  listings: Pick<AuthorizedListingService, 'listConnections'>;
  /** Where events go. */
  auditor: AuditorService;
  /** Told if an event cannot be written. */
  logger: LoggerService;
}

function inputSchema(z: Zod) {
  return z.object({
    limit: z
      .number()
      .int()
      .min(1)
      .max(200)
      .default(50)
      .describe('At most so many'),
    cursor: z
      .string()
      .optional()
      .describe('The nextCursor of the answer before'),
    entityRef: z
      .string()
      .optional()
      .describe("Only of one entity, such as 'component:default/ledger'"),
  });
}

function outputSchema(z: Zod) {
  return z.object({
    connections: z
      .array(
        z.object({
          id: z.string().describe('For decide-connection'),
          state: z.string().describe('For decide-connection'),
          account: z.string().describe("The consumer's account"),
          accountName: z.string().optional().describe('Its name'),
          region: z.string().optional().describe("The consumer's region"),
          endpointId: z.string().optional().describe('Its endpoint'),
          waitingSince: z.string().describe('ISO 8601'),
          exposure: z.string().describe('What it wants to reach'),
          entityRef: z.string().optional().describe('Whose that is'),
          verdicts: z.array(z.string()).describe('What you may decide'),
        }),
      )
      .describe('The oldest first'),
    nextCursor: z.string().optional().describe('Missing at the end'),
  });
}

/** Offers the inbox to agents. @internal */
export function createListPendingConnectionsAction(
  options: ListPendingConnectionsActionOptions,
): void {
  options.actionsRegistry.register({
    name: 'list-pending-connections',
    title: 'List the connections that wait for a decision',
    description: `Consumers that asked to connect privately to a service and wait to be approved or rejected, the oldest first; only those that you may read.
Use it before decide-connection: it gives the connection's id and shows who asks for what.`,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: inputSchema,
      output: outputSchema,
    },
    examples: [
      { title: 'The oldest fifty', input: { limit: 50 } },
      {
        title: 'Those of one service',
        input: { limit: 50, entityRef: 'component:default/ledger' },
      },
    ],
    action: async ({ input, credentials }) => {
      requireNoNul(input, 'input');
      const meta = {
        queryType: 'inbox',
        via: 'action',
        actor: principalName(credentials),
      };
      const page = await audited(
        options,
        { eventId: 'connection-fetch', meta },
        () =>
          options.listings.listConnections(
            { ...input, state: 'pending' },
            { credentials },
          ),
      );
      return {
        output: {
          connections: page.items.map(connection => ({
            id: connection.id,
            state: connection.state,
            account: connection.consumer.account,
            accountName: connection.consumer.accountName,
            region: connection.consumer.region,
            endpointId: connection.consumer.endpointId,
            waitingSince: connection.createdAt ?? connection.firstSeenAt,
            exposure: connection.exposure.name,
            entityRef: connection.exposure.entityRef,
            verdicts: connection.verdicts,
          })),
          nextCursor: page.nextCursor,
        },
      };
    },
  });
}
