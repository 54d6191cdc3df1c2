import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `claimInCatalog.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Have a component claim a load balancer.',
    example: `steps:
  - id: claim
    name: Write the claim
    action: private-exposure:catalog:claim
    input:
      entityRef: component:default/payments
      kind: aws-load-balancer
      nativeId: arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/net/orphan/50dc6c495c0c9188
`,
  },
  {
    description: 'Draft a component for a distribution that nobody has.',
    example: `steps:
  - id: claim
    name: Write the claim
    action: private-exposure:catalog:claim
    input:
      component:
        name: shop-edge
        owner: group:default/team-payments
      kind: aws-cloudfront
      nativeId: arn:aws:cloudfront::222233334444:distribution/E1EXAMPLE
`,
  },
];
