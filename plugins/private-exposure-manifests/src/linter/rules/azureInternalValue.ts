import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-load-balancer-internal';

/** A value that is meant to keep a load balancer inside and does not. @internal */
export const azureInternalValue = createRule({
  id: 'azure/internal-value',
  severity: 'error',
  reads: 'service',
  about: [`${AZURE}load-balancer-internal`],
  page: {
    summary:
      'The load balancer will be public: its annotation says neither true nor false.',
    why: 'The Azure cloud provider makes an internal load balancer for exactly true. Anything else, True and yes included, makes a public one, without a word.',
    bad: exampleAzureService([`${AZURE}load-balancer-internal: "True"`]),
    good: exampleAzureService([`${AZURE}load-balancer-internal: "true"`]),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/azure_loadbalancer.go',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    // What is no string is refused before Azure reads it.
    if (!node?.isString || node.value === 'true' || node.value === 'false')
      return;
    report({
      at: node,
      message: `'${node.value}' makes a public load balancer; only exactly "true" makes an internal one`,
      remedy: 'Write "true", or "false" if it is to be public.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
