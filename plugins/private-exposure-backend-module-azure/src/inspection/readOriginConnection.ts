import type { AzureScopeClients } from '../clients/AzureClients';
import { listAll } from '../clients/listPages';
import {
  fromSdkConnection,
  type LinkConnection,
} from '../mapping/LinkConnection';
import { readResourceId } from '../mapping/resourceIds';
import type { FrontDoorPrivateLink } from '../survey/FrontDoor';
import { asked } from '../survey/surveyFrontDoors';

/**
 * Finds Front Door's own connection at a private link service; `undefined` if no connection carries its text.
 *
 * @param owner - Clients of the service's subscription.
 * @internal
 */
export async function readOriginConnection(
  link: FrontDoorPrivateLink,
  { network }: AzureScopeClients,
  signal: AbortSignal,
): Promise<LinkConnection | undefined> {
  const { resourceGroup, names } = readResourceId(link.resourceId);
  const connections = await listAll(
    options =>
      network.privateLinkServices.listPrivateEndpointConnections(
        resourceGroup,
        names[0],
        options,
      ),
    signal,
  );
  return connections
    .flatMap(entry => fromSdkConnection(entry, link.resourceId) ?? [])
    .find(({ description }) => asked(link, description));
}
