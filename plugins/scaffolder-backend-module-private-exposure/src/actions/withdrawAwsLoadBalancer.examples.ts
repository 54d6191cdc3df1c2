import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `awsLoadBalancer.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Let AWS delete the load balancer of a service.',
    example: `steps:
  - id: withdraw
    name: Write the files
    action: private-exposure:aws-load-balancer:withdraw
    input:
      entityRef: component:default/payments
      step: lift-protection
`,
  },
];
