import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `withdrawAwsCloudFront.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Take a service off the Internet.',
    example: `steps:
  - id: withdraw
    name: Write the files
    action: private-exposure:aws-cloudfront:withdraw
    input:
      entityRef: component:default/payments
      reason: The shop has moved.
      step: remove-distribution
`,
  },
  {
    description:
      'Remove its internal load balancer, once the distribution is gone.',
    example: `steps:
  - id: withdraw
    name: Write the files
    action: private-exposure:aws-cloudfront:withdraw
    input:
      entityRef: component:default/payments
      step: remove-way
      infrastructurePath: infra/gone.tf
`,
  },
];
