import { shellText } from '@postern/backstage-plugin-private-exposure-node';
import {
  type ConnectSnippetInput,
  groupIdChoice,
  onlyGroupId,
} from './ConnectSnippetInput';
import { toEndpointName } from './terraformSnippet';

/**
 * The call of the Azure CLI that creates a private endpoint. What only the consumer knows is a variable of the shell.
 *
 * @internal
 */
export function cliSnippet({ target, title }: ConnectSnippetInput): string {
  const name = shellText(toEndpointName(title));
  const targetId = target.type === 'alias' ? target.alias : target.id;
  const group: GroupArgument =
    target.type === 'resource' ? groupOf(target.groupIds) : { line: '' };
  const variables = [
    'RESOURCE_GROUP, LOCATION, SUBNET_ID and REQUEST_MESSAGE',
    ...(group.hint ? [`GROUP_ID (${group.hint})`] : []),
  ];
  return `# Set ${variables.join(', and ')} first.
az network private-endpoint create \\
  --name ${name} \\
  --connection-name ${name} \\
  --resource-group "$RESOURCE_GROUP" \\
  --location "$LOCATION" \\
  --subnet "$SUBNET_ID" \\
  --private-connection-resource-id ${shellText(targetId)} \\
${group.line}  --manual-request true \\
  --request-message "$REQUEST_MESSAGE"
`;
}

interface GroupArgument {
  /** A line of the call. */
  line: string;
  /** What the variable in it stands for. */
  hint?: string;
}

function groupOf(groupIds: readonly string[]): GroupArgument {
  const groupId = onlyGroupId(groupIds);
  return groupId
    ? { line: `  --group-id ${shellText(groupId)} \\\n` }
    : { line: '  --group-id "$GROUP_ID" \\\n', hint: groupIdChoice(groupIds) };
}
