import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { exposureResourceRef } from '../exposureResource';

/**
 * Allows exposures that some accounts connect to; for a verdict on one connection, its own account counts alone.
 *
 * @public
 */
export const hasConsumerAccount = createPermissionRule({
  name: 'has-consumer-account',
  description:
    'Allow exposures with a connection from one of the given accounts or subscriptions',
  resourceRef: exposureResourceRef,
  paramsSchema: z.object({
    accounts: z.array(z.string()).describe('Accounts or subscriptions'),
  }),
  apply: (resource, { accounts }) =>
    resource.consumerAccounts.some(account => accounts.includes(account)),
  toQuery: ({ accounts }) => ({ consumerAccountIn: accounts }),
});
