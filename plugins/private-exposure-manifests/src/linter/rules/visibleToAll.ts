import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const service = (visibility: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-visibility: "${visibility}"`,
  ]);

/** A private link service that every subscription can see. @internal */
export const visibleToAll = createRule({
  id: 'azure/visible-to-all',
  severity: 'warning',
  reads: 'service',
  page: {
    summary: 'Anybody who knows the alias may ask to connect.',
    why: 'One * makes the private link service visible to every subscription, whatever else the list names; only the approval stands between. This is a warning and no error on purpose: Azure Front Door needs the *, for its endpoints come from a subscription of Microsoft’s, which no list can name. Approve those by hand. Where you publish nothing through Front Door, make it an error: azure/visible-to-all: error, under rules in the config.',
    bad: service('*'),
    good: service('00000000-0000-0000-0000-000000000000'),
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-exposure',
  },
  check(target, report) {
    const node = annotationOf(target, 'azure-pls-visibility');
    const items = node?.value.split(' ').filter(item => item !== '') ?? [];
    if (!node || !items.includes('*')) return;
    const others = items.filter(item => item !== '*');
    report({
      at: node,
      message: others.length
        ? `The * makes the private link service visible to all, and ${others.join(
            ', ',
          )} without effect`
        : 'Every subscription may ask to connect to this private link service',
      remedy:
        'Name the subscriptions that are meant. For Azure Front Door keep the *, and approve each connection by hand.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
