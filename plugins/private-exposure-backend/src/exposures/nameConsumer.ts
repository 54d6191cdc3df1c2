import type { Consumer } from '@postern/backstage-plugin-private-exposure-common';

/**
 * A consumer with the name of its account: the provider's, or else the configured one.
 *
 * @param accountNames - names from `privateExposure.accountNames`, by account in lower case
 * @internal
 */
export function nameConsumer(
  consumer: Consumer,
  accountNames: Record<string, string>,
): Consumer {
  const { accountName = accountNames[consumer.account.toLowerCase()] } =
    consumer;
  return { ...consumer, accountName };
}
