import { isAzureTrueTrimmed } from '../../values/azureParsers';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const PLS = [
  `${AZURE}load-balancer-internal: "true"`,
  `${AZURE}pls-create: "true"`,
];

/** A private link service at a Service with IPv6, which consumers don't get. @internal */
export const privateLinkDualStack = createRule({
  id: 'azure/private-link-dual-stack',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-create`],
  page: {
    summary: 'A private link service stands at a Service with two IP families.',
    why: 'A private link service speaks IPv4 alone. The controller makes it for the IPv4 frontend and passes over the IPv6 one without a word, so consumers reach half of what the Service offers.',
    bad: exampleAzureService(PLS, ['ipFamilyPolicy: RequireDualStack']),
    good: exampleAzureService(PLS, ['ipFamilyPolicy: SingleStack']),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_privatelinkservice.go',
  },
  check(target, report) {
    const node = annotationOf(target, 'azure-pls-create');
    if (!node || !isAzureTrueTrimmed(node.value)) return;
    const policy = target.object?.spec?.ipFamilyPolicy;
    if (policy !== 'RequireDualStack') return;
    report({
      at: node,
      message:
        'Consumers of the private link service reach the Service by IPv4 alone',
      remedy:
        'Set ipFamilyPolicy: SingleStack with IPv4, or make a Service of its own for the private link service.',
      evidence: [{ label: 'ipFamilyPolicy', value: policy }],
    });
  },
});
