import { AzurePrivateLinkConsumerIntent } from '../intents/azureConsumer';
import { AzurePrivateLinkExposureIntent } from '../intents/azureExposure';

/** The id of the private link service that an exposure gets, known before it is there. @internal */
export function privateLinkServiceId({
  subscription,
  resourceGroup,
  privateLinkService: service,
}: Pick<
  AzurePrivateLinkExposureIntent,
  'subscription' | 'resourceGroup' | 'privateLinkService'
>): string {
  const group = service.resourceGroup ?? resourceGroup;
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/privateLinkServices/${service.name}`;
}

/** The id of a consumer's network. @internal */
export function vnetId({
  subscription,
  network,
}: AzurePrivateLinkConsumerIntent): string {
  return `/subscriptions/${subscription}/resourceGroups/${network.resourceGroup}/providers/Microsoft.Network/virtualNetworks/${network.vnet}`;
}

/** The id of the subnet that an endpoint takes its address from. @internal */
export function subnetId(intent: AzurePrivateLinkConsumerIntent): string {
  return `${vnetId(intent)}/subnets/${intent.network.subnet}`;
}
