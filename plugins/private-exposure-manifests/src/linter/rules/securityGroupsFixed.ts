import { createRule } from '../createRule';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';
import { planOf } from '../ServiceTarget';
import { AWS, exampleService } from './examples';

const NAME = 'aws-load-balancer-disable-nlb-sg';
const without = exampleService([`${AWS}disable-nlb-sg: "true"`]);

/** Security groups that a live load balancer can't get, or lose. @internal */
export const securityGroupsFixed = createRule({
  id: 'change/security-groups-fixed',
  severity: 'error',
  reads: 'change',
  page: {
    summary:
      'A merge would give a live load balancer its first security group, or take its last.',
    why: 'A Network Load Balancer that was made without a group can never get one, and one with groups can’t be without. The controller reports a conflict, and nothing of the Service is changed until it is taken back.',
    before: without,
    bad: exampleService([`${AWS}security-groups: "sg-0123456789abcdef0"`]),
    good: without,
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html',
  },
  check(target, report) {
    if (target.subject !== 'service' || !target.after) return;
    const { before, after, name } = target;
    if (before.isPartial || after.isPartial) return;
    const isTaken = [before, after].every(
      side => planOf(side)?.outcome === 'aws-network-load-balancer',
    );
    const [was, is] = [before, after].map(side => isSwitchedOn(side, NAME));
    if (!isTaken || was === is) return;
    const say = (isOff: boolean) => (isOff ? 'none' : 'some');
    report({
      at:
        annotationOf(after, NAME) ??
        annotationOf(after, 'aws-load-balancer-security-groups'),
      message: was
        ? `The load balancer of ${name} was made without security groups, and can't get any`
        : `The load balancer of ${name} has security groups, and can't be without`,
      remedy: `Keep '${NAME}' as it is, or make a second Service beside it and move over.`,
      evidence: [
        { label: 'security groups before', value: say(was) },
        { label: 'security groups after', value: say(is) },
      ],
    });
  },
});
