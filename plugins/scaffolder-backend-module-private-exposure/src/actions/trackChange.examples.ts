import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Executed by `trackChange.examples.test.ts`. @internal */
export const examples: TemplateExample[] = [
  {
    description:
      "Show the pull request that a template opened on the service's page.",
    example: `steps:
  - id: track
    name: Follow the pull request
    action: private-exposure:change:track
    input:
      entityRef: component:default/payments
      purpose: expose
      url: https://git.acme.example/acme/payments/pull/7
      title: Expose payments over AWS PrivateLink
      findings:
        - ruleId: infrastructure/acceptance-off
          severity: warning
          message: Takes every connection of a granted principal without asking
          remedy: Set acceptance_required = true, unless the rule says so.
          path: infra/privatelink.tf
          line: 9
`,
  },
  {
    description:
      'Let the portal recognise the connection that Azure Front Door will ask for.',
    example: `steps:
  - id: track
    name: Follow the pull request
    action: private-exposure:change:track
    input:
      entityRef: component:default/payments
      purpose: expose
      kind: azure-front-door
      url: https://git.acme.example/acme/payments/pull/8
      title: Publish payments through Azure Front Door
      requestId: 3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c
`,
  },
  {
    description: 'Track the grant of a connection as a change of its own.',
    example: `steps:
  - id: track-grant
    name: Follow the grant
    action: private-exposure:change:track
    input:
      entityRef: component:default/ledger
      purpose: grant
      kind: aws-endpoint-service
      url: https://git.acme.example/acme/ledger/pull/12
      title: Let 333344445555 connect to ledger
`,
  },
];
