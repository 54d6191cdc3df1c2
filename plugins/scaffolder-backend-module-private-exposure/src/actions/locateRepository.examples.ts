import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `locateRepository.examples.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description: "Find a service's own repository.",
    example: `steps:
  - id: repository
    name: Find the repository
    action: private-exposure:repository:locate
    input:
      entityRef: component:default/payments
`,
  },
  {
    description: 'Use another repository that was chosen in the form.',
    example: `steps:
  - id: repository
    name: Find the repository
    action: private-exposure:repository:locate
    input:
      entityRef: component:default/payments
      repoUrl: git.acme.example?owner=acme&repo=deployments
`,
  },
];
