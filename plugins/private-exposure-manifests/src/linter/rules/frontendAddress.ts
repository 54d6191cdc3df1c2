import { parseGoAddress } from '../../values/goAddress';
import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAMES = [
  { name: 'azure-load-balancer-ipv4', family: 'ipv4', word: 'IPv4' },
  { name: 'azure-load-balancer-ipv6', family: 'ipv6', word: 'IPv6' },
];
const PLACEHOLDER = /[<>{}$]/;
const service = (address: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}load-balancer-ipv4: "${address}"`,
  ]);

/** An address for a frontend that is none of its family. @internal */
export const frontendAddress = createRule({
  id: 'azure/frontend-address',
  severity: 'error',
  reads: 'service',
  about: NAMES.map(({ name }) => `service.beta.kubernetes.io/${name}`),
  page: {
    summary: 'The address of a load balancer is no address of its family.',
    why: 'The controller passes it on, and Azure refuses the frontend. Each of the two annotations is for one family.',
    bad: service('2001:db8::20'),
    good: service('10.1.0.20'),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/documentation/content/en/topics/loadbalancer.md',
  },
  check(target, report) {
    for (const { name, family, word } of NAMES) {
      const node = annotationOf(target, name);
      if (!node || node.value.trim() === '' || PLACEHOLDER.test(node.value))
        continue;
      if (parseGoAddress(node.value.trim())?.family === family) continue;
      report({
        at: node,
        message: `'${node.value}' is no ${word} address`,
        remedy: `Write one ${word} address, or remove the annotation.`,
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
