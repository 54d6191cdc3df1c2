import { bicepText } from './bicepText';
import {
  type ConnectSnippetInput,
  toEndpointName,
  toLabel,
} from './terraformSnippet';

/**
 * A private endpoint in Bicep. What only the consumer knows is a parameter.
 *
 * @internal
 */
export function bicepSnippet({ alias, title }: ConnectSnippetInput): string {
  const name = bicepText(toEndpointName(title));
  return `@description('Region of the subnet')
param location string = resourceGroup().location

@description('Subnet to connect from')
param subnetId string

@description('Who asks and what for')
@maxLength(140)
param requestMessage string

resource ${toLabel(title)} 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: ${name}
  location: location
  properties: {
    subnet: {
      id: subnetId
    }
    manualPrivateLinkServiceConnections: [
      {
        name: ${name}
        properties: {
          privateLinkServiceId: ${bicepText(alias)}
          requestMessage: requestMessage
        }
      }
    ]
  }
}
`;
}
