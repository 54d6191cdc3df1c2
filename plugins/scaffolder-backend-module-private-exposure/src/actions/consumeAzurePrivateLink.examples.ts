import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `consumeAzurePrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      "Connect to another team's service by its alias, under a name in the cluster's network.",
    example: `steps:
  - id: consume
    name: Write the endpoint
    action: private-exposure:azure-private-link:consume
    input:
      entityRef: component:default/orders
      providerRef: component:default/payments
      cluster: platform-we
      service: payments.0a1b2c3d-0000-4000-8000-00000000000a.westeurope.azure.privatelinkservice
      resourceGroup: orders
      privateDns:
        zone: internal.acme.example
        record: payments
`,
  },
  {
    description: "Connect to a partner's service by its id, with Bicep.",
    example: `steps:
  - id: consume
    name: Write the endpoint
    action: private-exposure:azure-private-link:consume
    input:
      entityRef: component:default/orders
      cluster: platform-we
      reason: Globex moved its ledger to Azure.
      name: globex-ledger
      service: /subscriptions/0a1b2c3d-0000-4000-8000-00000000000c/resourceGroups/ledger/providers/Microsoft.Network/privateLinkServices/ledger
      resourceGroup: orders
      network:
        resourceGroup: network
        vnet: orders
        subnet: endpoints
      infrastructure:
        format: bicep
`,
  },
];
