import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { exposureResourceRef } from '../exposureResource';

/**
 * Allows exposures in some scopes.
 *
 * @public
 */
export const isInScope = createPermissionRule({
  name: 'in-scope',
  description: 'Allow exposures in the given scopes',
  resourceRef: exposureResourceRef,
  paramsSchema: z.object({
    scopeIds: z
      .array(z.string())
      .describe("Ids of scopes, such as 'aws/111122223333/eu-west-1'"),
  }),
  apply: (resource, { scopeIds }) =>
    resource.scopeId !== undefined && scopeIds.includes(resource.scopeId),
  toQuery: ({ scopeIds }) => ({ scopeIdIn: scopeIds }),
});
