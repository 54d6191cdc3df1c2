import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

// What no version of the in-tree provider reads.
const NOT_IN_TREE = [
  'scheme',
  'nlb-target-type',
  'attributes',
  'ip-address-type',
];

/** The in-tree provider's type beside settings that only the other controller reads. @internal */
export const typeOfOtherController = createRule({
  id: 'aws/type-of-other-controller',
  severity: 'warning',
  reads: 'service',
  about: [`${AWS}type`],
  page: {
    summary:
      'Type nlb stands beside settings that its controller does not read.',
    why: 'Type nlb is the in-tree provider’s, which knows neither scheme nor target type: it makes a public load balancer with instance targets. Where the AWS Load Balancer Controller’s webhook takes new Services, the same file becomes something else.',
    bad: exampleService([`${AWS}type: "nlb"`, `${AWS}scheme: "internal"`], []),
    good: exampleService([`${AWS}scheme: "internal"`]),
    source:
      'https://github.com/kubernetes/cloud-provider-aws/blob/master/docs/service_controller.md',
  },
  check(target, report) {
    const type = annotationOf(target, 'aws-load-balancer-type');
    // With a profile it is known who takes the Service, and other rules say what that one ignores.
    if (type?.value !== 'nlb' || target.profile) return;
    if (target.loadBalancerClass !== undefined) return;
    for (const name of NOT_IN_TREE) {
      const node = annotationOf(target, `aws-load-balancer-${name}`);
      if (!node) continue;
      report({
        at: node,
        message: `Type 'nlb' is for the in-tree provider, which ignores '${node.key}'; only the AWS Load Balancer Controller reads it`,
        remedy:
          'Set spec.loadBalancerClass: service.k8s.aws/nlb instead of the type, or remove what the in-tree provider ignores.',
        evidence: [
          { label: type.key, value: type.value },
          { label: node.key, value: node.value },
        ],
      });
    }
  },
});
