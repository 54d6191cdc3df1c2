import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `consumeAwsPrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: "Connect a cluster's VPC to another team's service.",
    example: `steps:
  - id: consume
    name: Write the endpoint
    action: private-exposure:aws-privatelink:consume
    input:
      entityRef: component:default/orders
      cluster: platform-eu
      serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001
      serviceZoneIds: [euw1-az1, euw1-az2]
      ports: [443]
      clientCidrs: [10.0.0.0/16]
`,
  },
  {
    description:
      "Use the service's own domain name, once it is verified and the connection approved.",
    example: `steps:
  - id: consume
    name: Write the endpoint
    action: private-exposure:aws-privatelink:consume
    input:
      entityRef: component:default/orders
      cluster: platform-eu
      name: ledger
      serviceName: com.amazonaws.vpce.eu-west-1.vpce-svc-0ed6e700000000001
      serviceZoneIds: [euw1-az1]
      ports: [443, 8443]
      clientCidrs: [10.0.0.0/16]
      privateDns: true
      infrastructure:
        format: cloudformation
`,
  },
];
