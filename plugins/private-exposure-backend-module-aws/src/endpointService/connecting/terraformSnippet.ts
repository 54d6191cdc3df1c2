import {
  hclText,
  toLabel,
} from '@postern/backstage-plugin-private-exposure-node';

/** What a consumer's Terraform is made from. @internal */
export interface ConnectSnippetInput {
  /** The service name that the endpoint names. */
  serviceName: string;
  /** What people call the service. */
  title: string;
  /** Region of the service. */
  region: string;
  /** Zone ids that the service covers, where known. */
  zoneIds: string;
  /** Whether the private name can be switched on now. */
  privateDns: boolean;
}

/**
 * An interface endpoint with a security group of its own, in HCL as `terraform fmt` leaves it. What only the consumer
 * knows is a variable.
 *
 * @internal
 */
export function terraformSnippet(input: ConnectSnippetInput): string {
  const label = toLabel(input.title);
  const where = input.zoneIds
    ? `Subnets for the endpoint, one in each zone; the service covers ${input.zoneIds}`
    : 'Subnets for the endpoint, one in each zone';
  return [
    variable('vpc_id', 'VPC to connect from', 'string'),
    variable('subnet_ids', where, 'list(string)'),
    variable(
      'client_cidr_blocks',
      'Address ranges that may use the endpoint',
      'list(string)',
    ),
    variable('service_port', 'Port that the service listens on', 'number'),
    securityGroup(label),
    endpoint(label, input),
  ].join('\n');
}

function variable(name: string, description: string, type: string): string {
  return `variable ${hclText(name)} {
  description = ${hclText(description)}
  type        = ${type}
}
`;
}

function securityGroup(label: string): string {
  return `resource "aws_security_group" "${label}" {
  name_prefix = ${hclText(`${label.replaceAll('_', '-')}-endpoint-`)}
  description = "Who may use the private endpoint"
  vpc_id      = var.vpc_id

  ingress {
    description = "Clients of the service"
    from_port   = var.service_port
    to_port     = var.service_port
    protocol    = "tcp"
    cidr_blocks = var.client_cidr_blocks
  }
}
`;
}

function endpoint(label: string, input: ConnectSnippetInput): string {
  return `resource "aws_vpc_endpoint" "${label}" {
  vpc_id              = var.vpc_id
  service_name        = ${hclText(input.serviceName)}
  vpc_endpoint_type   = "Interface"
  subnet_ids          = var.subnet_ids
  security_group_ids  = [aws_security_group.${label}.id]
  private_dns_enabled = ${input.privateDns}
}
`;
}
