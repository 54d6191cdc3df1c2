import { createRule } from '../createRule';

const code = (attribute: string) =>
  `resource "azurerm_subnet" "private_link" {\n  name             = "private-link"\n  address_prefixes = ["10.1.0.0/24"]\n${attribute}}\n\nresource "azurerm_private_link_service" "payments" {\n  name                                        = "payments"\n  load_balancer_frontend_ip_configuration_ids = [var.frontend_id]\n\n  nat_ip_configuration {\n    name      = "primary"\n    primary   = true\n    subnet_id = azurerm_subnet.private_link.id\n  }\n}\n`;

/** A subnet whose policies keep a private link service out. @internal */
export const subnetPolicies = createRule({
  id: 'infrastructure/subnet-policies',
  severity: 'error',
  reads: 'private-link-service',
  page: {
    summary:
      'The subnet of a private link service has its network policies on.',
    why: 'Azure refuses the private link service with PrivateLinkServiceNetworkPoliciesCannotBeEnabledOnPrivateLinkServiceSubnet. They are on unless the subnet says otherwise.',
    bad: code(''),
    good: code('  private_link_service_network_policies_enabled = false\n'),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/private-link/disable-private-link-service-network-policy',
  },
  check(target, report) {
    for (const subnet of target.subnetsWithPolicies) {
      report({
        at: subnet,
        message: `${subnet.value} has its policies for private link services on, and Azure refuses ${target.value} in it`,
        remedy:
          "On the subnet, set private_link_service_network_policies_enabled = false; in Bicep privateLinkServiceNetworkPolicies: 'Disabled'.",
        evidence: [{ label: 'private link service', value: target.value }],
      });
    }
  },
});
