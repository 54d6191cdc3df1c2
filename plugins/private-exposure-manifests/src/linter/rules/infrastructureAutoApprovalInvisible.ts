import { createRule } from '../createRule';

const [ONE, OTHER] = [
  '00000000-0000-0000-0000-000000000001',
  '00000000-0000-0000-0000-000000000002',
];
const code = (
  visible: string,
) => `resource payments 'Microsoft.Network/privateLinkServices@2024-05-01' = {
  name: 'payments'
  properties: {
    visibility: {
      subscriptions: [${visible}]
    }
    autoApproval: {
      subscriptions: ['${ONE}']
    }
  }
}
`;

/** Approval for a subscription that can't see the service. @internal */
export const infrastructureAutoApprovalInvisible = createRule({
  id: 'infrastructure/auto-approval-invisible',
  severity: 'error',
  reads: 'private-link-service',
  page: {
    summary: 'A subscription is approved beforehand that may not even ask.',
    why: 'Azure takes only subscriptions for auto-approval that the private link service is visible to, and refuses the rest.',
    bad: code(`'${OTHER}'`),
    good: code(`'${ONE}', '${OTHER}'`),
    path: 'main.bicep',
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-access',
  },
  check({ value, visibility, visibilityIsWhole, autoApproval }, report) {
    const visible = visibility.map(one => one.value.toLowerCase());
    if (!visibilityIsWhole || visible.includes('*')) return;
    for (const one of autoApproval) {
      if (one.value === '*' || visible.includes(one.value.toLowerCase()))
        continue;
      report({
        at: one,
        message: `${value} is not visible to ${one.value}, which is to be connected without asking`,
        remedy: 'Name it among those that may see the service too.',
        evidence: [
          { label: 'visible to', value: visible.join(', ') || 'none' },
        ],
      });
    }
  },
});
