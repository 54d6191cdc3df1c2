import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { annotationOf } from '../targets/ServiceTarget';

const MAX_NAME = 32;

/** The AWS Load Balancer Controller refuses names that Elastic Load Balancing would refuse. @internal */
export const nameTooLong = createRule({
  id: 'aws/name-too-long',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}name`],
  page: {
    summary: 'The name of a load balancer is too long.',
    why: 'Elastic Load Balancing takes 32 characters, and the controller refuses a Service that asks for more.',
    bad: exampleService([
      `${AWS}name: "payments-production-internal-eu-west-1"`,
    ]),
    good: exampleService([`${AWS}name: "payments-production"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_load_balancer.go',
  },
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
