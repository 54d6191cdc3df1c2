import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `awsLoadBalancer.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      "Let a cluster's controller make load balancers in the account that owns the network.",
    example: `steps:
  - id: prepare
    name: Write the files
    action: private-exposure:aws-load-balancer:prepare-cluster
    input:
      entityRef: component:default/payments
      cluster: shared-eu
      issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
      sharedSubnets: [subnet-0a1b2c3d4e5f6e001, subnet-0a1b2c3d4e5f6e002]
      pods:
        securityGroup: sg-0f1e2d3c4b5a69788
        ports: [8080]
`,
  },
  {
    description: 'Write it for CloudFormation, with the subnets’ networks.',
    example: `steps:
  - id: prepare
    name: Write the files
    action: private-exposure:aws-load-balancer:prepare-cluster
    input:
      entityRef: component:default/payments
      cluster: shared-eu
      issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
      controller:
        firewall: true
      pods:
        securityGroup: sg-0f1e2d3c4b5a69788
        ports: [8080]
        fromNetworks: [10.0.0.0/24, 10.0.1.0/24]
      infrastructure:
        format: cloudformation
`,
  },
];
