import { isPlaceholder } from '../../read/maskTemplate';
import { parseCidr } from '../../values/cidr';
import { createRule } from '../createRule';
import { ServiceTarget } from '../targets';
import { findAnnotation } from '../targets/Placed';
import { exampleService } from './examples';

const KEY = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
const PLACEHOLDER = /[<>{}$]/;
const service = (range: string) =>
  exampleService([], [CLASS, `loadBalancerSourceRanges: ["${range}"]`]);

function rangesOf({ object }: ServiceTarget): string[] {
  const ranges = object?.spec?.loadBalancerSourceRanges;
  return Array.isArray(ranges)
    ? ranges.filter(range => typeof range === 'string')
    : [];
}

/** Something among the networks that may call that is none. @internal */
export const sourceRanges = createRule({
  id: 'kubernetes/source-ranges',
  severity: 'error',
  reads: 'service',
  page: {
    summary: 'A source range is no network.',
    why: 'Kubernetes checks the ranges of a load balancer, in the spec and in the annotation, and refuses a Service with one that is no network such as 10.0.0.0/8.',
    bad: service('everyone'),
    good: service('10.0.0.0/8'),
    source:
      'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/',
  },
  check(target, report) {
    const node = findAnnotation(target, KEY);
    if (!node && !target.object?.spec?.loadBalancerSourceRanges) return;
    const sides = [
      {
        at: undefined,
        where: 'spec.loadBalancerSourceRanges',
        ranges: rangesOf(target),
      },
      // Empty is as good as none: Kubernetes lets everybody in then.
      {
        at: node,
        where: KEY,
        ranges: node?.value.trim() ? node.value.split(',') : [],
      },
    ];
    for (const { at, where, ranges } of sides) {
      const wrong = ranges
        .map(range => range.trim())
        .filter(
          range =>
            !parseCidr(range) &&
            !PLACEHOLDER.test(range) &&
            !isPlaceholder(range),
        );
      if (wrong.length === 0) continue;
      report({
        at,
        message: `${wrong
          .map(range => `'${range}'`)
          .join(', ')} is no network; Kubernetes refuses the Service`,
        remedy: 'Write networks with their prefix, such as 10.0.0.0/8.',
        evidence: [{ label: where, value: ranges.join(',') }],
      });
    }
  },
});
