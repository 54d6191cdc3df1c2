import { hclText } from './hclText';

/** What a consumer's files are made from. @internal */
export interface ConnectSnippetInput {
  /** The alias that the endpoint names. */
  alias: string;
  /** What people call the service. */
  title: string;
}

/**
 * A private endpoint in HCL as `terraform fmt` leaves it. What only the consumer knows is a variable.
 *
 * @internal
 */
export function terraformSnippet({
  alias,
  title,
}: ConnectSnippetInput): string {
  const name = toEndpointName(title);
  return [
    variable('resource_group_name', 'Resource group of the endpoint'),
    variable('location', "Region of the endpoint's subnet"),
    variable('subnet_id', 'Subnet to connect from'),
    variable(
      'request_message',
      'Who asks and what for, at most 140 characters',
    ),
    `resource "azurerm_private_endpoint" "${toLabel(title)}" {
  name                = ${hclText(name)}
  resource_group_name = var.resource_group_name
  location            = var.location
  subnet_id           = var.subnet_id

  private_service_connection {
    name                              = ${hclText(name)}
    private_connection_resource_alias = ${hclText(alias)}
    is_manual_connection              = true
    request_message                   = var.request_message
  }
}
`,
  ].join('\n');
}

/**
 * A Terraform or Bicep name: letters, digits and underscores, a letter first.
 *
 * @internal
 */
export function toLabel(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40);
  return /^[a-z]/.test(words) ? words : `service_${words}`.replace(/_+$/, '');
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
