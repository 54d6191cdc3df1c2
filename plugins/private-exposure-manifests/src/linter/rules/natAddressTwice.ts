import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-pls-ip-configuration-ip-address';
const service = (addresses: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}pls-create: "true"`,
    `${AZURE}pls-ip-configuration-ip-address-count: "2"`,
    `${AZURE}pls-ip-configuration-ip-address: "${addresses}"`,
  ]);

/** One address asked for twice. @internal */
export const natAddressTwice = createRule({
  id: 'azure/nat-address-twice',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}pls-ip-configuration-ip-address`],
  page: {
    summary: 'An address of a private link service stands twice.',
    why: 'The controller takes it once, and has Azure pick another address for the one that is missing. It changes when the private link service is made anew.',
    bad: service('10.1.0.10 10.1.0.10'),
    good: service('10.1.0.10 10.1.0.11'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_privatelinkservice.go',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    const addresses = node?.value.split(/\s+/).filter(Boolean) ?? [];
    const twice = addresses.find(
      (address, index) => addresses.indexOf(address) < index,
    );
    if (!node || twice === undefined) return;
    report({
      at: node,
      message: `'${twice}' stands twice; Azure picks an address in its place`,
      remedy: 'Name as many addresses as there are to be, each once.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
