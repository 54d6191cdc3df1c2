import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `grantAwsPrivateLink.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Let the account of one of our clusters ask to connect.',
    example: `steps:
  - id: grant
    name: Add the grant
    action: private-exposure:aws-privatelink:grant
    input:
      entityRef: component:default/ledger
      cluster: platform-eu
`,
  },
  {
    description: "Let a partner's role ask to connect.",
    example: `steps:
  - id: grant
    name: Add the grant
    action: private-exposure:aws-privatelink:grant
    input:
      entityRef: component:default/ledger
      principal: arn:aws:iam::444455556666:role/settlement
`,
  },
];
