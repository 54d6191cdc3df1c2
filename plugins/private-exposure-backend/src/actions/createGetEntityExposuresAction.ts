import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { z as zod } from 'zod/v3';
import { audited } from '../audit/audited';
import { principalName } from '../audit/principalName';
import { readEntityRef } from '../entities/readEntityRef';
import type { AuthorizedEntityPageService } from '../exposures/AuthorizedEntityPageService';
import { requireNoNul } from '../schema/requireNoNul';
import {
  entityExposuresSchema,
  toEntityExposuresAnswer,
} from './entityExposuresAnswer';

type Zod = typeof zod;

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

function inputSchema(z: Zod) {
  return z.object({
    entityRef: z
      .string()
      .describe("The entity, such as 'component:default/payments'"),
  });
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
      input: inputSchema,
      output: entityExposuresSchema,
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
      const page = await audited(
        options,
        { eventId: 'exposure-fetch', meta },
        () =>
          options.entityPages.getEntityExposures(entityRef, { credentials }),
      );
      return { output: toEntityExposuresAnswer(entityRef, page) };
    },
  });
}
