import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `awsLoadBalancer.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Expose a service through a load balancer in the account whose subnets the cluster uses.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-load-balancer:generate
    input:
      entityRef: component:default/payments
      cluster: shared-eu
      service:
        selector:
          app: payments
        ports:
          - port: 8080
      host: payments.acme.example
      loadBalancer:
        certificates:
          - arn:aws:acm:eu-west-1:999988887777:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f
        healthCheckPath: /healthz
`,
  },
  {
    description: 'Put two of its paths behind a firewall, from the Internet.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-load-balancer:generate
    input:
      entityRef: component:default/payments
      cluster: shared-eu
      reason: Partners call it.
      service:
        selector:
          app: payments
        ports:
          - port: 8080
      host: payments.acme.example
      paths: [/api, /hooks]
      loadBalancer:
        scheme: internet-facing
        certificates:
          - arn:aws:acm:eu-west-1:999988887777:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f
        webAclArn: arn:aws:wafv2:eu-west-1:999988887777:regional/webacl/partners/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f
`,
  },
];
