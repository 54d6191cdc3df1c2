import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import type {
  InspectedLoadBalancer,
  TargetGroup,
} from '../../inspection/InspectedLoadBalancer';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import { listenerTitle } from '../../diagnosis/openings';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Cross-zone load balancing is off for a target group that has no target in some of the load balancer's zones: endpoints in
 * those zones reach a node that has nowhere to send. Each group counts by itself, for each is reached by other listeners.
 *
 * @internal
 */
export const crossZoneOff: DiagnosisRule = {
  id: 'aws/cross-zone-off',
  severity: 'warning',
  breaksTraffic: true,
  check: ({ loadBalancers }) =>
    loadBalancers.flatMap(loadBalancer =>
      (seenOr(loadBalancer.targetGroups) ?? []).flatMap(group =>
        noticeGroup(group, loadBalancer),
      ),
    ),
};

function noticeGroup(
  group: TargetGroup,
  loadBalancer: InspectedLoadBalancer,
): Noticed[] {
  if (crossesZones(group, loadBalancer) !== false) return [];
  const zones = (seenOr(loadBalancer.subnets) ?? []).map(
    ({ zoneId }) => zoneId,
  );
  const served = targetZonesOf(group);
  const empty = zones.filter(zone => !served?.has(zone));
  if (!served?.size || empty.length === 0) return [];
  const listeners = (seenOr(loadBalancer.listeners) ?? [])
    .filter(({ targetGroupArns }) => targetGroupArns.includes(group.arn))
    .map(listenerTitle);
  const where = listeners.length > 0 ? ` at ${listeners.join(' and ')}` : '';
  const isOwn = seenOr(group.crossZone) === false;
  const whose = isOwn ? 'for it' : `for '${loadBalancer.name}'`;
  return [
    {
      message: `Target group '${group.name}' has no target in ${empty.join(
        ' and ',
      )}, and cross-zone load balancing is off ${whose}: consumers there get no answer${where}`,
      remedy: `Switch cross-zone load balancing on ${
        isOwn ? 'for the target group' : 'for the load balancer'
      }, or run targets in every zone of the load balancer.`,
      hopId: hopIds.targetGroup(group.arn),
      evidence: toFacts({
        'Zones of the load balancer': zones,
        'Zones with targets': [...served],
      }),
    },
  ];
}

/** The target group's own setting goes before that of the load balancer; `undefined` if it may not be looked at. */
function crossesZones(
  { crossZone }: TargetGroup,
  loadBalancer: InspectedLoadBalancer,
): boolean | undefined {
  if (crossZone?.type === 'unseen') return undefined;
  return crossZone?.value ?? seenOr(loadBalancer.crossZone);
}

/** Zones of the targets that take traffic; `undefined` if the place of one of them cannot be told. */
function targetZonesOf({ targets }: TargetGroup): Set<string> | undefined {
  const zones = new Set<string>();
  for (const { condition, zoneId } of seenOr(targets) ?? []) {
    if (condition === 'healthy' || condition === 'starting') {
      if (!zoneId) return undefined;
      zones.add(zoneId);
    }
  }
  return zones;
}
