import type { AzureScopeClients } from '../clients/AzureClients';
import { listAll } from '../clients/listPages';
import {
  fromSdkConnection,
  type LinkConnection,
} from '../mapping/LinkConnection';
import { isPrivateLinkServiceId, readResourceId } from '../mapping/resourceIds';
import type { FrontDoorPrivateLink } from '../survey/FrontDoor';
import { listLinkConnections } from '../survey/surveyLinkResource';
import { chooseOwnConnection } from './chooseOwnConnection';

/**
 * Finds Front Door's own connection at a private link service or a resource that the configuration names; `undefined` if
 * no connection carries its text.
 *
 * @param owner - Clients of the subscription that its target is in.
 * @internal
 */
export async function readOriginConnection(
  link: FrontDoorPrivateLink,
  owner: AzureScopeClients,
  signal: AbortSignal,
): Promise<LinkConnection | undefined> {
  const { resourceId } = link;
  const connections = isPrivateLinkServiceId(resourceId)
    ? await listServiceConnections(resourceId, owner, signal)
    : await listLinkConnections(resourceId, owner.arm, signal);
  return chooseOwnConnection(link, connections, one => ({
    status: one.status,
    description: one.description,
    region: one.endpointLocation,
  }));
}

async function listServiceConnections(
  serviceId: string,
  { network }: AzureScopeClients,
  signal: AbortSignal,
): Promise<LinkConnection[]> {
  const { resourceGroup, names } = readResourceId(serviceId);
  const connections = await listAll(
    options =>
      network.privateLinkServices.listPrivateEndpointConnections(
        resourceGroup,
        names[0],
        options,
      ),
    signal,
  );
  return connections.flatMap(
    entry => fromSdkConnection(entry, serviceId) ?? [],
  );
}
