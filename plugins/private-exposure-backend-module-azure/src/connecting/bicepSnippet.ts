import { toLabel } from '@postern/backstage-plugin-private-exposure-node';
import { bicepText } from './bicepText';
import {
  type ConnectSnippetInput,
  type ConnectTarget,
  groupIdChoice,
  onlyGroupId,
} from './ConnectSnippetInput';
import { toEndpointName } from './terraformSnippet';

/**
 * A private endpoint in Bicep. What only the consumer knows is a parameter.
 *
 * @internal
 */
export function bicepSnippet({ target, title }: ConnectSnippetInput): string {
  const name = bicepText(toEndpointName(title));
  const { parameter, targetId, groupIds } = partsOf(target);
  return `@description('Region of the subnet')
param location string = resourceGroup().location

@description('Subnet to connect from')
param subnetId string

@description('Who asks and what for')
@maxLength(140)
param requestMessage string
${parameter}
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
          privateLinkServiceId: ${bicepText(targetId)}
${groupIds}          requestMessage: requestMessage
        }
      }
    ]
  }
}
`;
}

function partsOf(target: ConnectTarget): {
  parameter: string;
  targetId: string;
  groupIds: string;
} {
  if (target.type === 'alias') {
    return { parameter: '', targetId: target.alias, groupIds: '' };
  }
  const groupId = onlyGroupId(target.groupIds);
  const choice = bicepText(groupIdChoice(target.groupIds));
  return {
    parameter: groupId
      ? ''
      : `\n@description(${choice})\nparam groupId string\n`,
    targetId: target.id,
    groupIds: `          groupIds: [
            ${groupId ? bicepText(groupId) : 'groupId'}
          ]
`,
  };
}
