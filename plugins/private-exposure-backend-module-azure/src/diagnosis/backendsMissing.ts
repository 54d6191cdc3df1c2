import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService, seenLoadBalancers } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A rule of the frontend leads to no backend.
 *
 * @internal
 */
export const backendsMissing: DiagnosisRule = {
  id: 'azure/backends-missing',
  severity: 'error',
  breaksTraffic: true,
  source: 'Azure Load Balancer components: a rule sends to its backend pool',
  check: ofService(inspection =>
    seenLoadBalancers(inspection).flatMap(({ loadBalancer, description }) => {
      const filled = description.pools
        .filter(({ backends }) => backends > 0)
        .map(({ id }) => id);
      const idle = description.rules.filter(
        ({ poolIds }) => !poolIds.some(id => filled.includes(id)),
      );
      if (idle.length === 0) return [];
      return {
        message: `${idle.length} of ${description.rules.length} rules of '${loadBalancer.name}' lead to no backend`,
        remedy:
          'Check that the Service selects pods that are ready, and that the nodes are in the backend pool.',
        hopId: hopIds.loadBalancer(loadBalancer.id),
        evidence: toFacts({ Rules: idle.map(({ name }) => name) }),
      };
    }),
  ),
};
