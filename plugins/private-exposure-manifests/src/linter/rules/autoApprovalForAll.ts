import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const service = (subscriptions: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-visibility: "${subscriptions}"`,
    `${AZURE}pls-auto-approval: "${subscriptions}"`,
  ]);

/** A private link service that connects everybody. @internal */
export const autoApprovalForAll = createRule({
  id: 'azure/auto-approval-for-all',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}pls-auto-approval`],
  page: {
    summary: 'Every subscription is connected, and nobody is asked.',
    why: 'Auto-approval for * leaves nothing between a stranger’s private endpoint and the service.',
    bad: service('*'),
    good: service('00000000-0000-0000-0000-000000000000'),
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-access',
  },
  check(target, report) {
    const node = annotationOf(target, 'azure-pls-auto-approval');
    if (!node?.value.split(' ').includes('*')) return;
    report({
      at: node,
      message: 'Whoever asks is connected to this private link service',
      remedy:
        'Name the subscriptions that are trusted, or leave approval to people.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
