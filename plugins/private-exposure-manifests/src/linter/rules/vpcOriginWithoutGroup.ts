import { createRule } from '../createRule';
import { exampleVpcOrigin } from './cloudFrontExamples';

/** A load balancer that CloudFront refuses. @internal */
export const vpcOriginWithoutGroup = createRule({
  id: 'infrastructure/vpc-origin-without-group',
  severity: 'error',
  reads: 'cloudfront',
  page: {
    summary:
      'A VPC origin names a Network Load Balancer without a security group.',
    why: 'CloudFront takes none without, and a load balancer that was made without a group can never get one: it has to be made anew.',
    bad: exampleVpcOrigin(false),
    good: exampleVpcOrigin(true),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html',
  },
  check(target, report) {
    for (const balancer of target.groupless) {
      report({
        at: balancer,
        message: `${balancer.value} has no security group, and CloudFront takes it as no origin`,
        remedy:
          'Make the load balancer anew with a security group that lets CloudFront in.',
        evidence: [{ label: 'load balancer', value: balancer.value }],
      });
    }
  },
});
