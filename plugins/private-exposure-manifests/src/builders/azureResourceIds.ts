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
