import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const PLS = [
  `${AZURE}load-balancer-internal: "true"`,
  `${AZURE}pls-create: "true"`,
];
const SUBNET = 'azure-pls-ip-configuration-subnet';
const LOCAL = ['externalTrafficPolicy: Local'];
const CLUSTER = `clusters:
  platform-we:
    cloud: azure
    subscriptionId: 00000000-0000-0000-0000-000000000000
    resourceGroup: nodes
    location: westeurope
    defaultSubnet: nodes
`;

/** Consumers that come from the subnet of the pods, which keep the answers to themselves. @internal */
export const natSubnetLocal = createRule({
  id: 'azure/nat-subnet-local',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-create`],
  page: {
    summary:
      'A private link service has its addresses in the cluster’s subnet, beside externalTrafficPolicy: Local.',
    why: 'Consumers appear to pods with an address of the private link service. In the subnet of the pods themselves, nodes without a pod of the Service take the traffic for local and drop it.',
    bad: exampleAzureService(PLS, LOCAL),
    good: exampleAzureService(
      [...PLS, `${AZURE}pls-ip-configuration-subnet: "private-link"`],
      LOCAL,
    ),
    cluster: CLUSTER,
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const { profile } = target;
    if (target.object?.spec?.externalTrafficPolicy !== 'Local') return;
    if (profile?.cloud !== 'azure' || !profile.defaultSubnet) return;
    const plan = planOf(target);
    if (plan?.outcome !== 'azure-load-balancer' || !plan.model.plsRequested)
      return;
    const subnet = plan.model.plsSubnet ?? profile.defaultSubnet;
    if (subnet.toLowerCase() !== profile.defaultSubnet.toLowerCase()) return;
    report({
      at:
        annotationOf(target, SUBNET) ??
        annotationOf(target, 'azure-pls-create'),
      message: `The private link service has its addresses in '${subnet}', where the cluster's pods are, and traffic is to stay local`,
      remedy: `Name another subnet in '${AZURE}pls-ip-configuration-subnet', or use externalTrafficPolicy: Cluster.`,
      evidence: [
        {
          label: SUBNET,
          value: annotationOf(target, SUBNET)?.value ?? 'missing',
        },
        { label: 'externalTrafficPolicy', value: 'Local' },
      ],
    });
  },
});
