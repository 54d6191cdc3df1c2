import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-load-balancer-internal-subnet';
const service = (subnet: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}load-balancer-internal-subnet: "${subnet}"`,
  ]);

/** A subnet for a load balancer that the cluster's network doesn't have. @internal */
export const azureSubnetOfCluster = createRule({
  id: 'azure/subnet-of-cluster',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}load-balancer-internal-subnet`],
  page: {
    summary:
      'An internal load balancer is to stand in a subnet that is not there.',
    why: 'The controller looks the name up in the cluster’s network, and makes no load balancer where it finds none. The rule is silent where the cluster’s subnets are not known.',
    bad: service('inside'),
    good: service('private'),
    cluster: `clusters:
  platform-we:
    cloud: azure
    subscriptionId: 00000000-0000-0000-0000-000000000000
    resourceGroup: nodes
    location: westeurope
    subnets: [{name: private}]
`,
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/loadbalancer.md',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    const { profile } = target;
    if (!node || profile?.cloud !== 'azure') return;
    const names = profile.subnets.map(({ name }) => name);
    const asked = node.value.trim();
    // An id has a rule of its own.
    if (names.length === 0 || asked === '' || asked.includes('/')) return;
    if (names.some(name => name.toLowerCase() === asked.toLowerCase())) return;
    report({
      at: node,
      message: `The network of cluster ${profile.name} has no subnet '${asked}'`,
      remedy: `Use one of its own: ${names.join(', ')}.`,
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
