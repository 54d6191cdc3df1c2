import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const CREATE = `${AZURE}pls-create: "true"`;
const NO_FLOATING_IP = `${AZURE}disable-load-balancer-floating-ip: "true"`;
const CLUSTER = `clusters:
  platform-we:
    cloud: azure
    subscriptionId: 00000000-0000-0000-0000-000000000000
    resourceGroup: nodes
    location: westeurope
`;

/** A private link service behind which the load balancer is public. @internal */
export const publicPrivateLink = createRule({
  id: 'azure/public-private-link',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-create`],
  page: {
    summary: 'A private link service stands at a public load balancer.',
    why: 'Consumers come through their private endpoints, and the Internet comes beside them, to the load balancer’s public address.',
    bad: exampleAzureService([CREATE, NO_FLOATING_IP]),
    good: exampleAzureService([
      CREATE,
      `${AZURE}load-balancer-internal: "true"`,
    ]),
    cluster: CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const plan = planOf(target);
    if (plan?.outcome !== 'azure-load-balancer') return;
    const { internal, plsRequested } = plan.model;
    const node = annotationOf(target, 'azure-pls-create');
    if (internal || !plsRequested) return;
    report({
      at: node,
      message:
        'The private link service stands at a public load balancer, which the Internet reaches too',
      remedy: `Set '${AZURE}load-balancer-internal: "true"'.`,
      evidence: [
        {
          label: `${AZURE}load-balancer-internal`,
          value:
            annotationOf(target, 'azure-load-balancer-internal')?.value ??
            'missing',
        },
      ],
    });
  },
});
