import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { inventoryReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { z as zod } from 'zod/v3';
import { audited } from '../audit/audited';
import { principalName } from '../audit/principalName';
import type { DecisionService } from '../decisions/DecisionService';
import { requireNoNul } from '../schema/requireNoNul';

type Zod = typeof zod;

/** What {@link createDecideConnectionAction} needs. @internal */
export interface DecideConnectionActionOptions {
  /** Where the action is offered. */
  actionsRegistry: ActionsRegistryService;
  /** Takes verdicts of callers who may give them. */
  decisions: Pick<DecisionService, 'decide'>;
  /** Where events go. */
  auditor: AuditorService;
  /** Told if an event cannot be written. */
  logger: LoggerService;
}

function inputSchema(z: Zod) {
  return z.object({
    connectionId: z.string().min(1).max(64).describe('Our id of it'),
    verdict: z
      .enum(['approve', 'reject', 'remove'])
      .describe('What is to happen'),
    reason: z
      .string()
      .max(1000)
      .describe('Why, in the words of the person who decides'),
    seenState: z
      .enum(['pending', 'connecting', 'connected'])
      .describe('The state that the person saw'),
    idempotencyKey: z
      .string()
      .min(8)
      .max(128)
      .describe('New for each decision; repeat it when you try again'),
  });
}

function outputSchema(z: Zod) {
  return z.object({
    decisionId: z.string().describe('Names the decision'),
    status: z
      .string()
      .describe('How far it has come; it is carried out after the call'),
    decidedBy: z.string().describe('On whose behalf'),
    message: z.string().optional().describe('What became of it'),
  });
}

const examples = [
  {
    title: 'Let a partner in',
    input: {
      connectionId: '5f1c7a2be0d94c3f8a6b1d2e3f405162',
      verdict: 'approve' as const,
      reason: 'Globex signed the contract on Monday.',
      seenState: 'pending' as const,
      idempotencyKey: 'agent-7c1d2f30',
    },
  },
];

/**
 * Lets agents decide, as the person whose credentials they carry.
 *
 * @remarks The permission that hides the action is the inventory's, because the framework takes only permissions that
 * are about no resource; whether the caller may decide on this connection, the service asks.
 *
 * @internal
 */
export function createDecideConnectionAction(
  options: DecideConnectionActionOptions,
): void {
  options.actionsRegistry.register({
    name: 'decide-connection',
    title: 'Approve, reject or remove a connection',
    description: `Lets a waiting consumer in, turns it away, or cuts off one that is connected. This changes who can reach a service; ask the person before you call it, and pass their words as the reason.
Take 'connectionId' and 'seenState' from list-pending-connections or get-entity-exposures. If the connection is no longer in that state, nothing is done.`,
    attributes: { readOnly: false, destructive: true, idempotent: true },
    visibilityPermission: inventoryReadPermission,
    schema: {
      input: inputSchema,
      output: outputSchema,
    },
    examples,
    action: async ({ input, credentials }) => {
      requireNoNul(input, 'input');
      const { seenState, ...request } = input;
      const { verdict, connectionId, reason } = request;
      const decision = await audited(
        options,
        {
          eventId: 'connection-mutate',
          severityLevel: 'high',
          meta: {
            queryType: verdict,
            connectionId,
            reason,
            via: 'action',
            actor: principalName(credentials),
          },
        },
        note =>
          options.decisions.decide(
            { ...request, seen: { state: seenState } },
            { credentials, note },
          ),
      );
      return {
        output: {
          decisionId: decision.id,
          status: decision.status,
          decidedBy: decision.decidedBy,
          message: decision.message,
        },
      };
    },
  });
}
