import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';

/** Where the controller of a cluster makes things. */
export const GROUP = '/subscriptions/AAAA/resourceGroups/MC_rg/providers';

/** Id of a private link service. */
export const SERVICE = `${GROUP}/Microsoft.Network/privateLinkServices/Ledger`;

/** A reader of state words, and what it has warned of. */
export function stateReader() {
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => warnings.push(message),
  });
  return { states: StateReader.create({ cloud: 'Azure', logger }), warnings };
}
