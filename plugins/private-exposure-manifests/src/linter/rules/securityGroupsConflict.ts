import { createRule } from '../createRule';
import { AWS, exampleService } from './examples';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';

/** The AWS Load Balancer Controller refuses groups together with the switch that forbids them. @internal */
export const securityGroupsConflict = createRule({
  id: 'aws/security-groups-conflict',
  severity: 'error',
  reads: 'service',
  about: [`${AWS}disable-nlb-sg`],
  page: {
    summary: 'Security groups are named and forbidden at once.',
    why: 'The controller refuses the Service.',
    bad: exampleService([
      `${AWS}security-groups: "sg-0123456789abcdef0"`,
      `${AWS}disable-nlb-sg: "true"`,
    ]),
    good: exampleService([`${AWS}security-groups: "sg-0123456789abcdef0"`]),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/service/model_build_load_balancer.go',
  },
  check(target, report) {
    const groups = annotationOf(target, 'aws-load-balancer-security-groups');
    if (!groups || !isSwitchedOn(target, 'aws-load-balancer-disable-nlb-sg'))
      return;
    report({
      at: groups,
      message: `'security-groups' and 'disable-nlb-sg' exclude each other; the Service is not reconciled`,
      remedy:
        'Keep one of the two. A load balancer made without a group can never get one.',
      evidence: [{ label: groups.key, value: groups.value }],
    });
  },
});
