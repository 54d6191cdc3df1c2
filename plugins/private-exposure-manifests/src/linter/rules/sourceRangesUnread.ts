import { createRule } from '../createRule';
import { planOf } from '../ServiceTarget';
import { ServiceTarget } from '../targets';
import { annotationOf, isSwitchedOn } from '../targets/ServiceTarget';
import { AWS, exampleService } from './examples';

const CLASS = 'loadBalancerClass: service.k8s.aws/nlb';
const RANGES = [CLASS, 'loadBalancerSourceRanges: [10.0.0.0/8]'];
const NAME = 'load-balancer-source-ranges';
const SPEC = 'spec.loadBalancerSourceRanges';

/** Why nobody asks for the ranges of a Service; `undefined` where somebody does. */
function whyUnread(
  target: ServiceTarget,
): { where: string; why: string } | undefined {
  const ranges = target.object?.spec?.loadBalancerSourceRanges;
  const isInSpec = Array.isArray(ranges) && ranges.length > 0;
  const node = annotationOf(target, NAME);
  if (!isInSpec && !node) return undefined;
  if (isInSpec && node)
    return { where: NAME, why: `${SPEC} stands beside it, and wins` };
  const plan = planOf(target);
  if (plan?.outcome !== 'aws-network-load-balancer') return undefined;
  // Both as annotations have a rule of their own.
  if (isInSpec && annotationOf(target, 'aws-load-balancer-security-groups'))
    return {
      where: SPEC,
      why: 'the load balancer has the security groups that are named, whose rules are somebody else’s',
    };
  const seesClients = plan.model.targetGroups.some(
    ({ preservesClientIp, protocol }) =>
      preservesClientIp || (protocol !== 'TCP' && protocol !== 'TLS'),
  );
  return (isInSpec || node) &&
    !seesClients &&
    isSwitchedOn(target, 'aws-load-balancer-disable-nlb-sg')
    ? {
        where: isInSpec ? SPEC : NAME,
        why: 'without a security group they hold only where targets see the client’s address',
      }
    : undefined;
}

/** Networks that were to be let in alone, and nobody asks for. @internal */
export const sourceRangesUnread = createRule({
  id: 'aws/source-ranges-unread',
  severity: 'warning',
  reads: 'service',
  page: {
    summary: 'Source ranges have no effect.',
    why: 'The ranges of the spec win over the annotation. The controller writes ranges into the security group that it makes itself, not into others; without any group they end up at the targets, and only where those see the client’s address.',
    bad: exampleService(
      [`${AWS}security-groups: "sg-0123456789abcdef0"`],
      RANGES,
    ),
    good: exampleService([`${AWS}scheme: "internal"`], RANGES),
    source:
      'https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/guide/service/annotations.md',
  },
  check(target, report) {
    const unread = whyUnread(target);
    if (!unread) return;
    report({
      at: unread.where === NAME ? annotationOf(target, NAME) : undefined,
      message: `'${unread.where}' has no effect: ${unread.why}`,
      remedy:
        'Keep the networks in one place that is read, or remove them and say so in the security group.',
      evidence: [
        {
          label: unread.where,
          value:
            annotationOf(target, NAME)?.value ??
            String(target.object?.spec?.loadBalancerSourceRanges),
        },
      ],
    });
  },
});
