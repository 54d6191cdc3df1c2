import { createRule } from '../createRule';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';

/** The AWS Load Balancer Controller refuses groups together with the switch that forbids them. @internal */
export const securityGroupsConflict = createRule({
  id: 'aws/security-groups-conflict',
  severity: 'error',
  reads: 'service',
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
