import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { exposureResourceRef } from '../exposureResource';

/**
 * Allows exposures of some kinds.
 *
 * @public
 */
export const isKind = createPermissionRule({
  name: 'is-kind',
  description: 'Allow exposures of the given kinds',
  resourceRef: exposureResourceRef,
  paramsSchema: z.object({
    kinds: z
      .array(z.string())
      .describe("Kinds of exposure, such as 'aws-endpoint-service'"),
  }),
  apply: (resource, { kinds }) =>
    resource.kind !== undefined && kinds.includes(resource.kind),
  toQuery: ({ kinds }) => ({ kindIn: kinds }),
});
