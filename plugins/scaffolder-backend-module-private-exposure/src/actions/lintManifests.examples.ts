import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `lintManifests.examples.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      'Check the files that an earlier step wrote, and what merging them would do.',
    example: `steps:
  - id: lint
    name: Check the files
    action: private-exposure:manifest:lint
    input:
      cluster: payments-eu
      sourcePath: ./change
      basePath: ./repository
      paths: [k8s/payments.yaml, infra/privatelink.tf]
`,
  },
  {
    description: 'Check every manifest of one folder of a repository.',
    example: `steps:
  - id: lint
    name: Check the manifests
    action: private-exposure:manifest:lint
    input:
      cluster: platform-eu
      paths: [k8s]
`,
  },
];
