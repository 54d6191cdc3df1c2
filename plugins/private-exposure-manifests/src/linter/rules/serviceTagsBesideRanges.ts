import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AZURE, exampleAzureService } from './examples';

const NAME = 'azure-allowed-service-tags';
const INTERNAL = `${AZURE}load-balancer-internal: "true"`;
const TAGS = `${AZURE}allowed-service-tags: "AzureFrontDoor.Backend"`;

/** Service tags and ranges in two places that don't go together. @internal */
export const serviceTagsBesideRanges = createRule({
  id: 'azure/service-tags-beside-ranges',
  severity: 'warning',
  reads: 'service',
  about: [`${AZURE}allowed-service-tags`],
  page: {
    summary: 'Service tags stand beside source ranges of the spec.',
    why: 'Azure’s controller warns of the two in an event: kube-proxy reads the ranges of the spec on every node too, and drops what comes by a service tag there.',
    bad: exampleAzureService(
      [INTERNAL, TAGS],
      ['loadBalancerSourceRanges: [10.0.0.0/8]'],
    ),
    good: exampleAzureService([
      INTERNAL,
      TAGS,
      `${AZURE}allowed-ip-ranges: "10.0.0.0/8"`,
    ]),
    source:
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/master/pkg/provider/loadbalancer/accesscontrol.go',
  },
  check(target, report) {
    const node = annotationOf(target, NAME);
    const ranges = target.object?.spec?.loadBalancerSourceRanges;
    if (!node || !Array.isArray(ranges) || ranges.length === 0) return;
    report({
      at: node,
      message: `'${node.key}' stands beside spec.loadBalancerSourceRanges, which keeps out what comes by a tag`,
      remedy: `Move the ranges to '${AZURE}allowed-ip-ranges'.`,
      evidence: [
        { label: node.key, value: node.value },
        { label: 'spec.loadBalancerSourceRanges', value: String(ranges) },
      ],
    });
  },
});
