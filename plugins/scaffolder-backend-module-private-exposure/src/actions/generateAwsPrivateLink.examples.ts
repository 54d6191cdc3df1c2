import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `generateAwsPrivateLink.examples.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Expose a Service that is in the repository already, to one AWS account.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-privatelink:generate
    input:
      entityRef: component:default/payments
      cluster: payments-eu
      endpointService:
        principals: ['333344445555']
        privateDnsName: payments.acme.example
`,
  },
  {
    description: 'Add a Service of its own, with CloudFormation.',
    example: `steps:
  - id: generate
    name: Write the files
    action: private-exposure:aws-privatelink:generate
    input:
      entityRef: component:default/payments
      cluster: payments-eu
      reason: Globex settles its invoices through us.
      manifest:
        path: k8s/private.yaml
      service:
        name: payments-private
        namespace: payments
        selector:
          app.kubernetes.io/name: payments
        ports:
          - port: 443
            targetPort: 8443
      loadBalancer:
        healthCheck:
          protocol: http
          path: /healthz
      endpointService:
        principals: ['arn:aws:iam::444455556666:role/settlement']
        supportedRegions: [us-east-1]
      infrastructure:
        format: cloudformation
`,
  },
];
