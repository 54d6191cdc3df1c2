import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const service = (visibility: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-visibility: "${visibility}"`,
  ]);

/** Something in a list of subscriptions that is the id of none. @internal */
export const subscriptionId = createRule({
  id: 'azure/subscription-id',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}pls-visibility`, `${AZURE}pls-auto-approval`],
  page: {
    summary:
      'A list of subscriptions holds something that is no subscription id.',
    why: 'The controller passes the list on unread, and Azure takes ids alone, not names.',
    bad: service('billing-production'),
    good: service('00000000-0000-0000-0000-000000000000'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    for (const name of ['azure-pls-visibility', 'azure-pls-auto-approval']) {
      const node = annotationOf(target, name);
      // Lists that are parted otherwise have a rule of their own.
      if (!node || /[,;]/.test(node.value)) continue;
      const wrong = node.value
        .split(' ')
        .filter(item => item !== '' && item !== '*' && !GUID.test(item));
      if (wrong.length === 0) continue;
      report({
        at: node,
        message: `${wrong
          .map(item => `'${item}'`)
          .join(', ')} is no id of a subscription`,
        remedy:
          'Write ids such as 00000000-0000-0000-0000-000000000000, parted by spaces.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
