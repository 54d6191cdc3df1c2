import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAMES = [
  'azure-load-balancer-internal-subnet',
  'azure-pls-ip-configuration-subnet',
];
const service = (subnet: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}load-balancer-internal-subnet: "${subnet}"`,
  ]);

/** A subnet given by its id, where the controller looks for a name. @internal */
export const subnetName = createRule({
  id: 'azure/subnet-name',
  severity: 'error',
  reads: 'service',
  about: [
    `${AZURE}load-balancer-internal-subnet`,
    `${AZURE}pls-ip-configuration-subnet`,
  ],
  page: {
    summary: 'A subnet is given by its id.',
    why: 'The controller looks in the cluster’s network for a subnet with exactly this name, and finds none.',
    bad: service(
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network/providers/Microsoft.Network/virtualNetworks/platform/subnets/inside',
    ),
    good: service('inside'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    for (const name of NAMES) {
      const node = annotationOf(target, name);
      const last = node?.value.trim().split('/').at(-1);
      if (!node?.value.trim().startsWith('/subscriptions/')) continue;
      report({
        at: node,
        message: `'${node.key}' takes the name of a subnet of the cluster's network, and this is an id`,
        remedy: `Write "${last}".`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
