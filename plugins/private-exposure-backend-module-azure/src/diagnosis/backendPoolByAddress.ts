import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService, seenLoadBalancers } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A private link service does not support backend pools whose backends are listed by address.
 *
 * @internal
 */
export const backendPoolByAddress: DiagnosisRule = {
  id: 'azure/backend-pool-by-address',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Private Link service overview, "Limitations"',
  check: ofService(inspection =>
    seenLoadBalancers(inspection).flatMap(({ description }) =>
      description.pools
        .filter(({ byAddress }) => byAddress)
        .map(pool => ({
          message: `The backends of '${pool.name}' are listed by address, which a private link service does not support`,
          remedy:
            'Put the backends into the pool by their network interfaces. On AKS, that is a cluster whose load balancer backend pool type is nodeIPConfiguration.',
          hopId: hopIds.backendPool(pool.id),
          evidence: toFacts({ Backends: pool.backends }),
        })),
    ),
  ),
};
