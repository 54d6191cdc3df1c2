import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { nameInId } from '../mapping/resourceIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The load balancer, or the frontend that the service names on it, does not exist.
 *
 * @internal
 */
export const loadBalancerGone: DiagnosisRule = {
  id: 'azure/load-balancer-gone',
  severity: 'error',
  breaksTraffic: true,
  source:
    'Microsoft.Network: loadBalancerFrontendIpConfigurations names frontends by id',
  check: ofService(({ path: { service, loadBalancers } }) =>
    loadBalancers.flatMap(({ id, name, description }) => {
      if (description.type === 'unseen') return [];
      const found = description.value?.frontends.map(one => one.id) ?? [];
      const missing = service.frontendIds.filter(
        one => one.startsWith(`${id}/`) && !found.includes(one),
      );
      if (missing.length === 0) return [];
      return {
        message: description.value
          ? `The private link service names a frontend of '${name}' that does not exist`
          : `The private link service points at the load balancer '${name}', which does not exist`,
        remedy:
          'Let the private link service name the frontend that serves now; consumers keep their connections while the service stays.',
        hopId: hopIds.loadBalancer(id),
        evidence: toFacts({ 'Missing frontends': missing.map(nameInId) }),
      };
    }),
  ),
};
