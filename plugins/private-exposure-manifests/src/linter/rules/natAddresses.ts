import { createRule } from '../createRule';

// Azure's own limit.
const MAX_ADDRESSES = 8;
const code = (count: number) =>
  `resource "azurerm_private_link_service" "payments" {\n  name                                        = "payments"\n  load_balancer_frontend_ip_configuration_ids = [var.frontend_id]\n${Array.from(
    { length: count },
    (_, index) =>
      `\n  nat_ip_configuration {\n    name      = "nat-${index}"\n    primary   = ${
        index === 0
      }\n    subnet_id = var.subnet_id\n  }\n`,
  ).join('')}}\n`;

/** More addresses than a private link service can have. @internal */
export const natAddresses = createRule({
  id: 'infrastructure/nat-addresses',
  severity: 'error',
  reads: 'private-link-service',
  page: {
    summary: 'A private link service has more than eight addresses.',
    why: 'Azure allows eight. Each carries about 64,000 connections, and none can be taken away later.',
    bad: code(9),
    good: code(2),
    path: 'main.tf',
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#limitations',
  },
  check(target, report) {
    const ninth = target.addresses.at(MAX_ADDRESSES);
    if (!ninth) return;
    report({
      at: ninth,
      message: `${target.value} has ${target.addresses.length} addresses; Azure allows ${MAX_ADDRESSES}`,
      remedy: `Keep ${MAX_ADDRESSES}, or share the consumers out over two private link services.`,
      evidence: [
        {
          label: 'NAT IP configurations',
          value: String(target.addresses.length),
        },
      ],
    });
  },
});
