import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `generateAzureFrontDoor.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      "Publish a service that has a private link service of its entity's name.",
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:azure-front-door:generate
    input:
      entityRef: component:default/payments
      cluster: platform-we
      resourceGroup: edge
      origin:
        hostName: payments.acme.example
`,
  },
  {
    description:
      'Publish a part of it under a domain with a certificate of your own, with Bicep.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:azure-front-door:generate
    input:
      entityRef: component:default/payments
      cluster: platform-we
      reason: The shop goes online.
      name: shop
      resourceGroup: edge
      origin:
        privateLinkService: payments-private
        hostName: payments.acme.example
      healthProbe:
        path: /healthz
      patterns: [/api/*]
      customDomain:
        hostName: shop.acme.example
        certificate: own
        vaultId: /subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourceGroups/edge/providers/Microsoft.KeyVault/vaults/certs
        certificateName: shop
      infrastructure:
        format: bicep
`,
  },
];
