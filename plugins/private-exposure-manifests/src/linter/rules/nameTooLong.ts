import { createRule } from '../createRule';
import { annotationOf } from '../targets/ServiceTarget';

const MAX_NAME = 32;

/** The AWS Load Balancer Controller refuses names that Elastic Load Balancing would refuse. @internal */
export const nameTooLong = createRule({
  id: 'aws/name-too-long',
  severity: 'error',
  reads: 'service',
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-name');
    if (!node || node.value.length <= MAX_NAME) return;
    report({
      at: node,
      message: `The name has ${node.value.length} characters; a load balancer's may have ${MAX_NAME}`,
      remedy: 'Shorten it, or leave it out: the controller makes a name.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
