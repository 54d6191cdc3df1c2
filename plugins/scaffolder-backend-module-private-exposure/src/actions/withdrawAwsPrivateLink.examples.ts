import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `withdrawAwsPrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'First let nobody else in, and lift the deletion protection.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:aws-privatelink:withdraw
    input:
      entityRef: component:default/ledger
      step: close
`,
  },
  {
    description: 'Then remove the endpoint service.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:aws-privatelink:withdraw
    input:
      entityRef: component:default/ledger
      step: remove-service
`,
  },
  {
    description: 'Last, remove the load balancer.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:aws-privatelink:withdraw
    input:
      entityRef: component:default/ledger
      step: remove-load-balancer
`,
  },
  {
    description:
      "Let nobody new in through Istio's ingress gateway, whose names are not the component's.",
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:aws-privatelink:withdraw
    input:
      entityRef: component:default/ledger
      step: close
      reason: The partner has moved to the new API.
      manifestForm: istio-operator
      manifestPath: istio/gateway.yaml
      serviceName: istio-ingressgateway
      namespace: istio-system
      endpointServiceName: ledger
`,
  },
];
