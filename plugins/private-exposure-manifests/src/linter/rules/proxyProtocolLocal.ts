import { isAzureTrue } from '../../values/azureParsers';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const PLS = [
  `${AZURE}load-balancer-internal: "true"`,
  `${AZURE}pls-create: "true"`,
  `${AZURE}pls-proxy-protocol: "true"`,
];

/** The PROXY protocol at a private link service, which the probes of local traffic do not speak. @internal */
export const proxyProtocolLocal = createRule({
  id: 'azure/proxy-protocol-local',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-proxy-protocol`],
  page: {
    summary: 'The PROXY protocol stands beside externalTrafficPolicy: Local.',
    why: 'With local traffic the load balancer probes the health check port of the node, and with the PROXY protocol that probe fails: all backends count as down.',
    bad: exampleAzureService(PLS, ['externalTrafficPolicy: Local']),
    good: exampleAzureService(PLS),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/pls-integration.md',
  },
  check(target, report) {
    const node = annotationOf(target, 'azure-pls-proxy-protocol');
    if (!node || !isAzureTrue(node.value.trim())) return;
    if (target.object?.spec?.externalTrafficPolicy !== 'Local') return;
    report({
      at: node,
      message:
        'With the PROXY protocol and externalTrafficPolicy: Local the load balancer’s probe goes down',
      remedy:
        'Use externalTrafficPolicy: Cluster, or switch the PROXY protocol off.',
      evidence: [
        { label: node.key, value: node.value },
        { label: 'externalTrafficPolicy', value: 'Local' },
      ],
    });
  },
});
