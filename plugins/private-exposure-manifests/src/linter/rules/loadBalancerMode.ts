import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-load-balancer-mode';
const AUTO = '__auto__';
const service = (mode: string) =>
  exampleAzureService([
    `${AZURE}load-balancer-internal: "true"`,
    `${AZURE}load-balancer-mode: "${mode}"`,
  ]);

/** A word for automatic choice that the controller doesn't know. @internal */
export const loadBalancerMode = createRule({
  id: 'azure/load-balancer-mode',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}load-balancer-mode`],
  page: {
    summary: 'The mode auto is the name of a set of machines.',
    why: 'The controller looks for __auto__, though its page says auto, and takes any other word for a set of machines. Only Basic load balancers have the choice; Standard ones pass it over.',
    bad: service('auto'),
    good: service(AUTO),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/consts/consts.go',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    if (!node || node.value.trim().toLowerCase() !== 'auto') return;
    report({
      at: node,
      message: `'${node.value}' is taken for the name of a set of machines`,
      remedy: `Write "${AUTO}", or remove it for a Standard load balancer.`,
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
