import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `generateAwsCloudFront.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Publish a part of a service through an internal load balancer that CloudFront alone reaches.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-cloudfront:generate
    input:
      entityRef: component:default/payments
      cluster: platform-eu
      reason: The shop takes cards.
      hostNames: [payments.acme.example]
      paths: [/api, /pay]
      service:
        ports: [{ port: 80, targetPort: 8080 }]
        selector: { app: payments }
      webAcl:
        block: [192.0.2.0/24]
        rateLimit: 1000
`,
  },
  {
    description:
      "Publish a service at the cluster's public entrance, with CloudFormation and a secret header.",
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-cloudfront:generate
    input:
      entityRef: component:default/payments
      cluster: platform-eu
      hostNames: [payments.acme.example]
      service:
        ports: [{ port: 80, targetPort: 8080 }]
        selector: { app: payments }
      origin:
        type: public-entrance
        hostName: lb.acme.example
        route:
          form: gateway-api
          gateway: { name: public, namespace: edge }
        secretHeader:
          secretArn: arn:aws:secretsmanager:us-east-1:111122223333:secret:edge/origin-Ab12Cd
      infrastructure:
        format: cloudformation
`,
  },
];
