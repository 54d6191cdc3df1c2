import { BicepResource, BicepValue } from '../bicep/values';
import { AzurePrivateLinkConsumerIntent } from '../intents/azureConsumer';
import { subnetId, vnetId } from './azureResourceIds';
import { toSymbol } from './azureResourceNames';
import { ownerTagOf } from './ownerTagOf';
import { RECORD_TTL_SECONDS } from './terraformPrivateEndpoint';

const NETWORK = '2024-01-01';
const DNS = '2020-06-01';

const object = (properties: Record<string, BicepValue>): BicepValue => ({
  object: properties,
});

/** What lets the network of the endpoint see the names of the zone. */
function networkLink(
  intent: AzurePrivateLinkConsumerIntent,
  zone: string,
  tags: BicepValue,
): BicepResource {
  const { name } = intent;
  return {
    symbol: toSymbol(name, 'link'),
    type: `Microsoft.Network/privateDnsZones/virtualNetworkLinks@${DNS}`,
    body: {
      parent: { reference: zone },
      name,
      location: 'global',
      tags,
      properties: object({
        registrationEnabled: false,
        virtualNetwork: object({ id: vnetId(intent) }),
      }),
    },
  };
}

/** The record of the endpoint, whose address its interface has. */
function recordResources(
  name: string,
  zone: string,
  record: string,
): BicepResource[] {
  const nic = toSymbol(name, 'nic');
  const address = `${nic}.properties.ipConfigurations[0].properties.privateIPAddress`;
  return [
    {
      symbol: nic,
      type: `Microsoft.Network/networkInterfaces@${NETWORK}`,
      isExisting: true,
      body: { name: `${name}-nic` },
    },
    {
      symbol: toSymbol(name, 'record'),
      type: `Microsoft.Network/privateDnsZones/A@${DNS}`,
      body: {
        parent: { reference: zone },
        name: record,
        properties: object({
          ttl: RECORD_TTL_SECONDS,
          aRecords: [object({ ipv4Address: { reference: address } })],
        }),
        // The interface is made with the endpoint; before that it has no address to read.
        dependsOn: [{ reference: toSymbol(name, 'endpoint') }],
      },
    },
  ];
}

function zoneResources(
  intent: AzurePrivateLinkConsumerIntent,
  tags: BicepValue,
): BicepResource[] {
  const { name, privateDns } = intent;
  if (!privateDns) return [];
  const isThere = privateDns.existingResourceGroup !== undefined;
  const zone = toSymbol(name, 'zone');
  return [
    {
      symbol: zone,
      type: `Microsoft.Network/privateDnsZones@${DNS}`,
      isExisting: isThere,
      body: isThere
        ? { name: privateDns.zone }
        : { name: privateDns.zone, location: 'global', tags },
    },
    ...(isThere ? [] : [networkLink(intent, zone, tags)]),
    ...recordResources(name, zone, privateDns.record),
  ];
}

/**
 * The consumer's private endpoint as Bicep, for a deployment to the intent's resource group. Its interface has a name of
 * its own, by which the record finds the address.
 *
 * @remarks https://learn.microsoft.com/azure/templates/microsoft.network/2024-01-01/privateendpoints
 *
 * @internal
 */
export function bicepPrivateEndpoint(
  intent: AzurePrivateLinkConsumerIntent,
): BicepResource[] {
  const { name, service } = intent;
  const tags = object({ ...ownerTagOf(intent), ...intent.tags });
  return [
    {
      symbol: toSymbol(name, 'endpoint'),
      type: `Microsoft.Network/privateEndpoints@${NETWORK}`,
      body: {
        name,
        location: intent.location,
        tags,
        properties: object({
          customNetworkInterfaceName: `${name}-nic`,
          manualPrivateLinkServiceConnections: [
            object({
              name,
              properties: object({
                // The API takes an alias here too.
                privateLinkServiceId:
                  'alias' in service ? service.alias : service.id,
                requestMessage: intent.requestMessage,
              }),
            }),
          ],
          subnet: object({ id: subnetId(intent) }),
        }),
      },
    },
    ...zoneResources(intent, tags),
  ];
}
