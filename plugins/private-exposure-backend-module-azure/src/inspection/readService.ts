import type { PrivateLinkService } from '@azure/arm-network';
import { NotFoundError } from '@backstage/errors';
import type { AzureScopeClients } from '../clients/AzureClients';
import { isNotFound } from '../clients/errors';
import { kubernetesServices } from '../mapping/kubernetesServices';
import { canonicalId, nameInId, readResourceId } from '../mapping/resourceIds';
import type { InspectedService, ServicePath } from './AzureInspection';
import type { InspectionContext } from './InspectionContext';
import { readLoadBalancers } from './readLoadBalancers';
import { readSubnets } from './readSubnets';

/**
 * Reads one private link service now, and what stands behind it.
 *
 * @param clients - Of the service's own subscription.
 * @throws NotFoundError if it does not exist any more; the next survey will say so too.
 * @internal
 */
export async function readServicePath(
  id: string,
  clients: AzureScopeClients,
  context: InspectionContext,
): Promise<ServicePath> {
  const service = toInspectedService(
    await readPrivateLinkService(id, clients, context.signal),
    id,
  );
  const [loadBalancers, natSubnets] = await Promise.all([
    readLoadBalancers(service.frontendIds, context),
    readSubnets(service.natSubnetIds, context),
  ]);
  return { service, loadBalancers, natSubnets };
}

async function readPrivateLinkService(
  id: string,
  { network }: AzureScopeClients,
  abortSignal: AbortSignal,
): Promise<PrivateLinkService> {
  const { resourceGroup, names } = readResourceId(id);
  try {
    return await network.privateLinkServices.get(resourceGroup, names[0], {
      abortSignal,
    });
  } catch (error) {
    if (!isNotFound(error)) throw error;
    throw new NotFoundError(
      `Private link service '${id}' does not exist any more`,
    );
  }
}

/**
 * A private link service as the rules read it.
 *
 * @internal
 */
export function toInspectedService(
  service: PrivateLinkService,
  id: string,
): InspectedService {
  const addresses = service.ipConfigurations ?? [];
  const frontends = service.loadBalancerFrontendIpConfigurations ?? [];
  return {
    id: canonicalId(id),
    name: service.name ?? nameInId(id),
    alias: service.alias,
    state: service.provisioningState ?? '',
    location: service.location,
    access: {
      visible: service.visibility?.subscriptions ?? [],
      autoApproved: service.autoApproval?.subscriptions ?? [],
    },
    frontendIds: frontends.flatMap(frontend =>
      frontend.id ? [canonicalId(frontend.id)] : [],
    ),
    natAddresses: addresses.length,
    chosenNatAddresses: addresses.flatMap(
      ({ privateIPAddress }) => privateIPAddress ?? [],
    ),
    networkInterfaceIds: (service.networkInterfaces ?? []).flatMap(
      ({ id: interfaceId }) => interfaceId ?? [],
    ),
    natSubnetIds: addresses.flatMap(({ subnet }) =>
      subnet?.id ? [subnet.id] : [],
    ),
    proxyProtocol: service.enableProxyProtocol ?? false,
    kubernetesServices: kubernetesServices(service.tags ?? {}),
  };
}
