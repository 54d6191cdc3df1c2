import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `migrateAwsCloudFront.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Make the internal load balancer and the VPC origin of a service that is published at a Gateway.',
    example: `steps:
  - id: migrate
    name: Write the files
    action: private-exposure:aws-cloudfront:migrate
    input:
      entityRef: component:default/payments
      cluster: platform-eu
      step: create-vpc-origin
      hostNames: [payments.acme.example]
      route:
        form: gateway-api
        gateway: { name: public, namespace: edge }
`,
  },
];
