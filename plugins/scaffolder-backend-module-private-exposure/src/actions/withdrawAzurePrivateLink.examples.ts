import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `withdrawAzurePrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'First let nobody else in.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:azure-private-link:withdraw
    input:
      entityRef: component:default/payments
      step: close
`,
  },
  {
    description: 'Then take it off the Internet, where it was.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:azure-private-link:withdraw
    input:
      entityRef: component:default/payments
      step: remove-front-door
      frontDoorPath: infra/front-door.bicep
`,
  },
  {
    description:
      'Last, remove the load balancer and the private link service with it.',
    example: `steps:
  - id: withdraw
    name: Write this step
    action: private-exposure:azure-private-link:withdraw
    input:
      entityRef: component:default/payments
      step: remove-load-balancer
      reason: The partner has moved to the new API.
`,
  },
];
