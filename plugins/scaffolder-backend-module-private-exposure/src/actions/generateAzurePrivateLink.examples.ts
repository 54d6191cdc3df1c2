import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `generateAzurePrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Expose a Service that is in the repository already, to one subscription.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:azure-private-link:generate
    input:
      entityRef: component:default/payments
      cluster: platform-we
      privateLinkService:
        subnet: private-link
        visibility: ['0a1b2c3d-0000-4000-8000-00000000000b']
`,
  },
  {
    description:
      'Add a Service of its own with a fixed address, for Azure Front Door, which only everybody includes.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:azure-private-link:generate
    input:
      entityRef: component:default/payments
      cluster: platform-we
      reason: The shop goes online.
      manifest:
        path: k8s/private.yaml
      service:
        name: payments-private
        namespace: payments
        selector:
          app.kubernetes.io/name: payments
        ports:
          - port: 443
            targetPort: 8443
      loadBalancer:
        subnet: nodes
        address: 10.224.0.40
        healthProbe:
          protocol: https
          path: /healthz
      privateLinkService:
        subnet: private-link
        addressCount: 2
        addresses: [10.225.10.10]
        visibility: ['*']
`,
  },
];
