import { createRule } from '../createRule';
import { tellsAll } from '../tellsAll';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const [ONE, OTHER] = [
  '00000000-0000-0000-0000-000000000001',
  '00000000-0000-0000-0000-000000000002',
];
const service = (visible: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-visibility: "${visible}"`,
    `${AZURE}pls-auto-approval: "${ONE}"`,
  ]);
const listOf = (text: string) => text.split(' ').filter(item => item !== '');

/** Approval for a subscription that can't see the service. @internal */
export const autoApprovalInvisible = createRule({
  id: 'azure/auto-approval-invisible',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}pls-auto-approval`],
  page: {
    summary: 'A subscription is approved beforehand that may not even ask.',
    why: 'Azure takes only subscriptions for auto-approval that the private link service is visible to, and refuses the rest.',
    bad: service(OTHER),
    good: service(`${ONE} ${OTHER}`),
    source:
      'https://learn.microsoft.com/azure/private-link/private-link-service-overview#control-service-access',
  },
  check(target, report) {
    const approval = annotationOf(target, 'azure-pls-auto-approval');
    const visibility = annotationOf(target, 'azure-pls-visibility');
    if (!approval || (!visibility && !tellsAll(target))) return;
    const visible = listOf(visibility?.value.toLowerCase() ?? '');
    // Lists that are parted otherwise have a rule of their own.
    if (/[,;]/.test(`${approval.value}${visibility?.value}`)) return;
    if (visible.includes('*')) return;
    const hidden = listOf(approval.value).filter(
      item => item !== '*' && !visible.includes(item.toLowerCase()),
    );
    if (hidden.length === 0) return;
    report({
      at: approval,
      message: `The private link service is not visible to ${hidden.join(
        ', ',
      )}`,
      remedy: `Add it to '${AZURE}pls-visibility' too.`,
      evidence: [
        { label: approval.key, value: approval.value },
        {
          label: `${AZURE}pls-visibility`,
          value: visibility?.value ?? 'missing',
        },
      ],
    });
  },
});
