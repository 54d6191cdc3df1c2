import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type { ServiceInspection } from '../inspection/ServiceInspection';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A consumer has subnets in zones that the service does not cover. Zone ids are compared, for each account has its own
 * names. From another region, zones need not match.
 *
 * @internal
 */
export const consumerZoneNotCovered: DiagnosisRule = {
  id: 'aws/consumer-zone-not-covered',
  severity: 'warning',
  breaksTraffic: false,
  check: inspection => {
    const covered = coveredZoneIds(inspection);
    if (covered.length === 0) return [];
    return inspection.consumers.flatMap(({ connection, endpoint }) => {
      const { account, accountName, region } = connection.consumer;
      if (region !== inspection.scope.region) return [];
      const zones = (seenOr(seenOr(endpoint)?.subnets) ?? []).map(
        ({ zoneId }) => zoneId,
      );
      const outside = zones.filter(zone => zone && !covered.includes(zone));
      if (outside.length === 0) return [];
      return {
        message: `Consumer '${accountName ?? account}' has endpoint '${
          connection.nativeId
        }' in ${outside.join(' and ')}, which the service does not cover`,
        remedy: `Add those zones to the load balancer, or have the consumer use subnets in ${covered.join(
          ', ',
        )}. Compare zone ids: the names differ by account.`,
        hopId: hopIds.endpointService,
        evidence: toFacts({
          'Zones of the service': covered,
          'Zones of the consumer': zones,
        }),
      };
    });
  },
};

/** What the service says, or its load balancers' zones: older answers carry no zone ids. */
function coveredZoneIds({
  service,
  loadBalancers,
}: ServiceInspection): string[] {
  if (service.zoneIds.length > 0) return service.zoneIds;
  const zones = loadBalancers.flatMap(({ subnets }) =>
    (seenOr(subnets) ?? []).map(({ zoneId }) => zoneId),
  );
  return [...new Set(zones)].filter(Boolean);
}
