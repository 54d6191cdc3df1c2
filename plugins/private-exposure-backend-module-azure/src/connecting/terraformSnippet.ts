import {
  hclText,
  toLabel,
} from '@postern/backstage-plugin-private-exposure-node';
import {
  type ConnectSnippetInput,
  type ConnectTarget,
  groupIdChoice,
  onlyGroupId,
} from './ConnectSnippetInput';

/**
 * A private endpoint in HCL as `terraform fmt` leaves it. What only the consumer knows is a variable.
 *
 * @internal
 */
export function terraformSnippet({
  target,
  title,
}: ConnectSnippetInput): string {
  const name = toEndpointName(title);
  const { variables, attributes } = partsOf(target);
  return [
    variable('resource_group_name', 'Resource group of the endpoint'),
    variable('location', "Region of the endpoint's subnet"),
    variable('subnet_id', 'Subnet to connect from'),
    variable(
      'request_message',
      'Who asks and what for, at most 140 characters',
    ),
    ...variables,
    `resource "azurerm_private_endpoint" "${toLabel(title)}" {
  name                = ${hclText(name)}
  resource_group_name = var.resource_group_name
  location            = var.location
  subnet_id           = var.subnet_id

  private_service_connection {
${toLines({
  name: hclText(name),
  ...attributes,
  is_manual_connection: 'true',
  request_message: 'var.request_message',
})}
  }
}
`,
  ].join('\n');
}

function partsOf(target: ConnectTarget): {
  variables: string[];
  attributes: Record<string, string>;
} {
  if (target.type === 'alias') {
    const alias = hclText(target.alias);
    return {
      variables: [],
      attributes: { private_connection_resource_alias: alias },
    };
  }
  const groupId = onlyGroupId(target.groupIds);
  return {
    variables: groupId
      ? []
      : [variable('group_id', groupIdChoice(target.groupIds))],
    attributes: {
      private_connection_resource_id: hclText(target.id),
      subresource_names: `[${groupId ? hclText(groupId) : 'var.group_id'}]`,
    },
  };
}

/** Attributes of a block within a block, their values below each other. */
function toLines(attributes: Record<string, string>): string {
  const longest = Math.max(...Object.keys(attributes).map(key => key.length));
  return Object.entries(attributes)
    .map(([key, value]) => `    ${key.padEnd(longest)} = ${value}`)
    .join('\n');
}

/**
 * A name that Azure takes for a private endpoint: up to 64 letters, digits and hyphens.
 *
 * @internal
 */
export function toEndpointName(title: string): string {
  return `${toLabel(title).replaceAll('_', '-')}-endpoint`;
}

function variable(name: string, description: string): string {
  return `variable ${hclText(name)} {
  description = ${hclText(description)}
  type        = string
}
`;
}
