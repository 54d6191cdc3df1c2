import {
  LinkIpConfiguration,
  PrivateEndpointConnection,
  PrivateLinkService,
} from '../../azureWorld';
import { AzureSettings } from '../server/AzureSettings';
import { presentRecord } from './presentRecord';

function presentIpConfiguration(one: LinkIpConfiguration) {
  const isStatic = one.allocation === 'Static';
  return {
    name: one.name,
    id: one.id,
    etag: one.etag,
    type: 'Microsoft.Network/privateLinkServices/ipConfigurations',
    properties: {
      provisioningState: 'Succeeded',
      ...(isStatic && { privateIPAddress: one.privateIPAddress }),
      privateIPAllocationMethod: one.allocation,
      subnet: { id: one.subnetId },
      primary: one.primary,
      privateIPAddressVersion: 'IPv4',
    },
  };
}

/** A connection as the network provider shows it. @internal */
export function presentConnection(
  connection: PrivateEndpointConnection,
  { showsEndpointLocation }: Pick<AzureSettings, 'showsEndpointLocation'>,
) {
  const { status, description, actionsRequired } = connection;
  return {
    name: connection.name,
    id: connection.id,
    etag: connection.etag,
    type: 'Microsoft.Network/privateLinkServices/privateEndpointConnections',
    properties: {
      provisioningState: connection.provisioningState,
      privateEndpoint: { id: connection.privateEndpointId },
      privateLinkServiceConnectionState: {
        status,
        description,
        actionsRequired,
      },
      linkIdentifier: connection.linkIdentifier,
      ...(showsEndpointLocation && {
        privateEndpointLocation: connection.privateEndpointLocation,
      }),
    },
  };
}

/** A private link service with those of its connections that can be seen. @internal */
export function presentPrivateLinkService(
  service: PrivateLinkService,
  connections: PrivateEndpointConnection[],
  settings: Pick<AzureSettings, 'showsEndpointLocation'>,
) {
  const { visibility, autoApproval } = service;
  return {
    ...presentRecord(service),
    properties: {
      provisioningState: service.provisioningState,
      resourceGuid: service.resourceGuid,
      fqdns: service.fqdns,
      alias: service.alias,
      ...(visibility.length > 0 && {
        visibility: { subscriptions: visibility },
      }),
      ...(autoApproval.length > 0 && {
        autoApproval: { subscriptions: autoApproval },
      }),
      enableProxyProtocol: service.enableProxyProtocol,
      loadBalancerFrontendIpConfigurations: service.frontendIds.map(id => ({
        id,
      })),
      ipConfigurations: service.ipConfigurations.map(presentIpConfiguration),
      privateEndpointConnections: connections.map(one =>
        presentConnection(one, settings),
      ),
      networkInterfaces: service.networkInterfaceIds.map(id => ({ id })),
    },
  };
}
