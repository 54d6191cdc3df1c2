/**
 * What a component's Terraform says about its endpoint service.
 * @internal
 */
export interface TerraformOptions {
  name: string;
  /** Tags by which the load balancer is found. */
  loadBalancerTags: Record<string, string>;
  principals: string[];
  acceptanceRequired?: boolean;
  privateDnsName?: string;
}

/**
 * Tags that the AWS Load Balancer Controller puts on the load balancer of a component's Service.
 * @internal
 */
export function controllerTags(cluster: string, name: string) {
  return {
    'elbv2.k8s.aws/cluster': cluster,
    'service.k8s.aws/stack': `${name}/${name}`,
  };
}

/**
 * The Terraform file that shares a component's load balancer as an endpoint service.
 * @internal
 */
export function endpointServiceTerraform(options: TerraformOptions): string {
  const { name, principals, privateDnsName } = options;
  const tags = Object.entries(options.loadBalancerTags);
  const width = Math.max(...tags.map(([key]) => key.length));
  const lookup = tags
    .map(
      ([key, value]) =>
        `    "${key}"${' '.repeat(width - key.length)} = "${value}"\n`,
    )
    .join('');
  const dns = privateDnsName
    ? `  private_dns_name           = "${privateDnsName}"\n`
    : '';
  return `# The load balancer is made by the cluster, from the manifests in this repository.
data "aws_lb" "${name}" {
  tags = {
${lookup}  }
}

locals {
  # Who may ask to connect. A connection still has to be accepted.
  consumers = [
${principals.map(principal => `    "${principal}",\n`).join('')}  ]
}

resource "aws_vpc_endpoint_service" "${name}" {
  acceptance_required        = ${options.acceptanceRequired ?? true}
  network_load_balancer_arns = [data.aws_lb.${name}.arn]
${dns}
  tags = {
    Name                   = "${name}"
    "backstage-entity-ref" = "component:default/${name}"
  }
}

resource "aws_vpc_endpoint_service_allowed_principal" "${name}" {
  for_each = toset(local.consumers)

  vpc_endpoint_service_id = aws_vpc_endpoint_service.${name}.id
  principal_arn           = each.value
}
`;
}
