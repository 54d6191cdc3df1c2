import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `prepareAwsEntrance.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Set up the public entrance of a cluster, and let external-dns write its zone alone.',
    example: `steps:
  - id: prepare
    name: Write the files
    action: private-exposure:aws-cloudfront:prepare-entrance
    input:
      entityRef: component:default/payments
      cluster: platform-eu
      hostName: lb.acme.example
      service:
        selector:
          app.kubernetes.io/name: gateway
      externalDns:
        issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
`,
  },
  {
    description:
      'Write it for CloudFormation, with a certificate for the load balancer, where external-dns has its role.',
    example: `steps:
  - id: prepare
    name: Write the files
    action: private-exposure:aws-cloudfront:prepare-entrance
    input:
      entityRef: component:default/payments
      cluster: platform-eu
      hostName: lb.edge.acme.example
      zone: acme.example
      service:
        name: entrance
        namespace: edge
        selector:
          app.kubernetes.io/name: gateway
        targetPort: 8080
      certificateArn: arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f
      infrastructure:
        format: cloudformation
`,
  },
];
