import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { InspectedLoadBalancer } from '../../inspection/InspectedLoadBalancer';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Cross-zone load balancing is off and some of the load balancer's zones have no target: endpoints in those zones reach
 * a node that has nowhere to send.
 *
 * @internal
 */
export const crossZoneOff: DiagnosisRule = {
  id: 'aws/cross-zone-off',
  severity: 'warning',
  breaksTraffic: true,
  check: ({ loadBalancers }) =>
    loadBalancers.flatMap(loadBalancer => {
      if (seenOr(loadBalancer.crossZone) !== false) return [];
      const zones = (seenOr(loadBalancer.subnets) ?? []).map(
        ({ zoneId }) => zoneId,
      );
      const served = targetZonesOf(loadBalancer);
      const empty = zones.filter(zone => !served?.has(zone));
      if (!served?.size || empty.length === 0) return [];
      return {
        message: `Load balancer '${
          loadBalancer.name
        }' has no target in ${empty.join(
          ' and ',
        )}, and cross-zone load balancing is off: consumers there get no answer`,
        remedy:
          'Switch cross-zone load balancing on, or run targets in every zone of the load balancer.',
        hopId: hopIds.loadBalancer(loadBalancer.arn),
        evidence: toFacts({
          'Zones of the load balancer': zones,
          'Zones with targets': [...served],
        }),
      };
    }),
};

/** Zones of the targets that take traffic; `undefined` if the place of one of them cannot be told. */
function targetZonesOf({
  targetGroups,
}: InspectedLoadBalancer): Set<string> | undefined {
  const zones = new Set<string>();
  for (const { targets } of seenOr(targetGroups) ?? []) {
    if (targets.type === 'unseen') return undefined;
    for (const { condition, zoneId } of targets.value) {
      if (condition === 'healthy' || condition === 'starting') {
        if (!zoneId) return undefined;
        zones.add(zoneId);
      }
    }
  }
  return zones;
}
