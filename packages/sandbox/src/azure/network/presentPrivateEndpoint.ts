import { PrivateEndpoint } from '../../azureWorld';
import { presentRecord } from './presentRecord';

function presentConnections(endpoint: PrivateEndpoint) {
  const { connection, connectionName, groupIds, isManual } = endpoint;
  const kind = isManual
    ? 'manualPrivateLinkServiceConnections'
    : 'privateLinkServiceConnections';
  const isWaiting = connection.status === 'Pending';
  return [
    {
      name: connectionName,
      id: `${endpoint.id}/${kind}/${connectionName}`,
      etag: endpoint.etag,
      properties: {
        provisioningState: 'Succeeded',
        privateLinkServiceId: endpoint.requestedTarget,
        ...(groupIds.length > 0 && { groupIds }),
        ...(endpoint.requestMessage && {
          requestMessage: endpoint.requestMessage,
        }),
        privateLinkServiceConnectionState: {
          status: connection.status,
          // The message is for the owner; the consumer reads what it waits for.
          description: isWaiting ? 'Awaiting approval' : connection.description,
          actionsRequired: 'None',
        },
      },
      type: `Microsoft.Network/privateEndpoints/${kind}`,
    },
  ];
}

/** A private endpoint as the network provider shows it. @internal */
export function presentPrivateEndpoint(endpoint: PrivateEndpoint) {
  const connections = presentConnections(endpoint);
  return {
    ...presentRecord(endpoint),
    properties: {
      provisioningState: endpoint.provisioningState,
      resourceGuid: endpoint.resourceGuid,
      privateLinkServiceConnections: endpoint.isManual ? [] : connections,
      manualPrivateLinkServiceConnections: endpoint.isManual ? connections : [],
      customNetworkInterfaceName: endpoint.customNetworkInterfaceName,
      subnet: { id: endpoint.subnetId },
      ipConfigurations: [],
      networkInterfaces: [{ id: endpoint.networkInterfaceId }],
      customDnsConfigs: [],
      isIPv6EnabledPrivateEndpoint: false,
    },
  };
}
