import { createRule } from '../createRule';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

/** A load balancer without security group, which is so for good. @internal */
export const withoutSecurityGroup = createRule({
  id: 'aws/without-security-group',
  severity: 'info',
  reads: 'service',
  about: [`${AWS}disable-nlb-sg`],
  page: {
    summary: 'The load balancer is made without a security group.',
    why: 'A Network Load Balancer that was made without a group can never get one. Nothing filters its traffic, and CloudFront refuses it as a VPC origin.',
    bad: exampleService([`${AWS}disable-nlb-sg: "true"`]),
    good: exampleService([`${AWS}scheme: "internal"`]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  },
  check(target, report) {
    const node = annotationOf(target, 'aws-load-balancer-disable-nlb-sg');
    const isRefused = annotationOf(target, 'aws-load-balancer-security-groups');
    if (!node || isRefused) return;
    if (!isSwitchedOn(target, 'aws-load-balancer-disable-nlb-sg')) return;
    report({
      at: node,
      message:
        'The load balancer gets no security group, and can never get one later',
      remedy: 'Leave the annotation out, unless that is meant.',
      evidence: [{ label: node.key, value: node.value }],
    });
  },
});
