import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { exposureResourceRef } from '../exposureResource';

/**
 * Allows the exposures of entities that one of the claims owns.
 *
 * @public
 */
export const isEntityOwner = createPermissionRule({
  name: 'is-entity-owner',
  description: 'Allow exposures of entities that the given users or groups own',
  resourceRef: exposureResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of users and groups, lower case'),
  }),
  apply: (resource, { claims }) =>
    resource.ownedBy.some(owner => claims.includes(owner)),
  toQuery: ({ claims }) => ({ ownerIn: claims }),
});
