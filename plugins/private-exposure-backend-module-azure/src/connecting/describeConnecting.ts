import type { ConnectInstructions } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { bicepSnippet } from './bicepSnippet';
import { shellText } from './shellText';
import {
  type ConnectSnippetInput,
  terraformSnippet,
  toEndpointName,
} from './terraformSnippet';

/**
 * How a consumer connects. To a private link service by its alias, which needs no right to see it, so that each request
 * waits for approval unless the subscription is approved automatically. A Front Door is reached by its host name.
 *
 * @internal
 */
export function describeConnecting({
  kind,
  address,
  name,
}: SurveyedExposure): ConnectInstructions {
  if (kind !== 'azure-private-link-service' || !address) {
    return {
      address,
      addressLabel: kind === 'azure-front-door' ? 'Host name' : 'Alias',
      snippets: [],
    };
  }
  const input: ConnectSnippetInput = { alias: address, title: name };
  return {
    address,
    addressLabel: 'Alias',
    snippets: [
      { title: 'Terraform', language: 'hcl', text: terraformSnippet(input) },
      { title: 'Bicep', language: 'bicep', text: bicepSnippet(input) },
      { title: 'Azure CLI', language: 'shell', text: cliSnippet(input) },
    ],
  };
}

function cliSnippet({ alias, title }: ConnectSnippetInput): string {
  const name = shellText(toEndpointName(title));
  return `# Set RESOURCE_GROUP, LOCATION, SUBNET_ID and REQUEST_MESSAGE first.
az network private-endpoint create \\
  --name ${name} \\
  --connection-name ${name} \\
  --resource-group "$RESOURCE_GROUP" \\
  --location "$LOCATION" \\
  --subnet "$SUBNET_ID" \\
  --private-connection-resource-id ${shellText(alias)} \\
  --manual-request true \\
  --request-message "$REQUEST_MESSAGE"
`;
}
