import { HclBlock, HclValue } from '../hcl/values';
import { AzurePrivateLinkConsumerIntent } from '../intents/azureConsumer';
import { subnetId, vnetId } from './azureResourceIds';
import { ownerTagOf } from './ownerTagOf';
import { toLabel } from './terraformExposure';

/** How long resolvers keep the name, in seconds. @internal */
export const RECORD_TTL_SECONDS = 300;

function zoneBlocks(
  intent: AzurePrivateLinkConsumerIntent,
  tags: HclValue,
): HclBlock[] {
  const { name, resourceGroup, privateDns } = intent;
  const label = toLabel(name);
  if (!privateDns) return [];
  const isThere = privateDns.existingResourceGroup !== undefined;
  const zone = { reference: `azurerm_private_dns_zone.${label}.name` };
  const made: HclBlock[] = [
    {
      type: 'resource',
      labels: ['azurerm_private_dns_zone', label],
      attributes: {
        name: privateDns.zone,
        resource_group_name: resourceGroup,
        tags,
      },
    },
    {
      type: 'resource',
      labels: ['azurerm_private_dns_zone_virtual_network_link', label],
      attributes: {
        name,
        private_dns_zone_name: zone,
        resource_group_name: resourceGroup,
        virtual_network_id: vnetId(intent),
        tags,
      },
    },
  ];
  return [
    ...(isThere ? [] : made),
    {
      type: 'resource',
      labels: ['azurerm_private_dns_a_record', label],
      attributes: {
        name: privateDns.record,
        records: [
          {
            reference: `azurerm_private_endpoint.${label}.private_service_connection[0].private_ip_address`,
          },
        ],
        resource_group_name: privateDns.existingResourceGroup ?? resourceGroup,
        ttl: RECORD_TTL_SECONDS,
        zone_name: isThere ? privateDns.zone : zone,
        tags,
      },
    },
  ];
}

/**
 * The consumer's private endpoint as Terraform, for the provider azurerm. The request is always a manual one: it carries
 * a message, and needs no rights on the service.
 *
 * @remarks the documentation of the provider hashicorp/azurerm, resource private_endpoint
 *
 * @internal
 */
export function terraformPrivateEndpoint(
  intent: AzurePrivateLinkConsumerIntent,
): HclBlock[] {
  const { name, service } = intent;
  const tags: HclValue = {
    object: { ...ownerTagOf(intent), ...intent.tags },
  };
  return [
    {
      type: 'resource',
      labels: ['azurerm_private_endpoint', toLabel(name)],
      attributes: {
        location: intent.location,
        name,
        resource_group_name: intent.resourceGroup,
        subnet_id: subnetId(intent),
        tags,
      },
      blocks: [
        {
          type: 'private_service_connection',
          labels: [],
          attributes: {
            is_manual_connection: true,
            name,
            ...('alias' in service
              ? { private_connection_resource_alias: service.alias }
              : { private_connection_resource_id: service.id }),
            request_message: intent.requestMessage,
          },
        },
      ],
    },
    ...zoneBlocks(intent, tags),
  ];
}
