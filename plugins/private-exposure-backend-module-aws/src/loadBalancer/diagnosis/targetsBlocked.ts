import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { cidrContains } from '../../inspection/cidr';
import { hopIds } from '../../inspection/hops/hopIds';
import type { InboundRule } from '../../inspection/InspectedLoadBalancer';
import { letsThrough } from '../../inspection/letsThrough';
import { seenOr } from '../../inspection/look';
import type {
  LoadBalancerInspection,
  SilentTarget,
} from '../inspection/LoadBalancerInspection';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A target does not answer, and the security groups in front of it let nothing in from the load balancer. Across accounts
 * that share a network, nobody but the target's account can add the rule.
 *
 * @internal
 */
export const targetsBlocked: DiagnosisRule = {
  id: 'aws/targets-blocked',
  severity: 'error',
  breaksTraffic: true,
  check: inspection =>
    inspection.silentTargets.flatMap(silent =>
      noticeTarget(silent, inspection),
    ),
};

function noticeTarget(
  silent: SilentTarget,
  inspection: LoadBalancerInspection,
): Noticed[] {
  const [loadBalancer] = inspection.loadBalancers;
  const { target, groupArn, accountId } = silent;
  const groups = seenOr(silent.securityGroups);
  const sources = seenOr(loadBalancer.description)?.securityGroupIds ?? [];
  const ranges = seenOr(loadBalancer.subnets)?.flatMap(
    ({ cidr }) => cidr ?? [],
  );
  const port = silent.checkPort ?? target.port;
  if (!groups?.length || !ranges || port === undefined) return [];
  const rules = groups
    .flatMap(({ inbound }) => inbound)
    .filter(rule => letsThrough(rule, 'TCP', port));
  if (rules.some(rule => mayComeFrom(rule, { sources, ranges }))) return [];
  const other =
    accountId === inspection.scope.accountId ? '' : ` in account ${accountId}`;
  return [
    {
      message: `Target ${target.id}${other} does not answer: its security groups let nothing from '${loadBalancer.name}' in at port ${port}`,
      remedy: `Add an inbound rule for port ${port} to a security group of the target, from ${
        sources[0] ?? 'the subnets of the load balancer'
      }. A controller does that by itself only where it manages the security groups of the target's account.`,
      hopId: hopIds.targetGroup(groupArn),
      evidence: toFacts({
        Target: target.id,
        "Target's account": accountId,
        "Target's security groups": groups.map(({ id }) => id),
        'Lets in': rules.flatMap(rule => [...rule.cidrs, ...rule.groups]),
        "Load balancer's security groups": sources,
        "Load balancer's subnets": ranges,
      }),
    },
  ];
}

/** What a prefix list lets in is not looked at. */
function mayComeFrom(
  rule: InboundRule,
  from: { sources: readonly string[]; ranges: readonly string[] },
): boolean {
  return (
    rule.prefixLists.length > 0 ||
    rule.groups.some(group => from.sources.includes(group)) ||
    from.ranges.some(range =>
      rule.cidrs.some(
        open => cidrContains(open, range) || cidrContains(range, open),
      ),
    )
  );
}
