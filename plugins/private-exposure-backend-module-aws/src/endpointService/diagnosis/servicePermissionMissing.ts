import {
  looksAtLoadBalancer,
  permissionMissing,
} from '../../diagnosis/permissionMissing';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { ServiceInspection } from '../inspection/ServiceInspection';

/**
 * A part of an endpoint service's path could not be looked at for lack of a permission.
 *
 * @internal
 */
export const servicePermissionMissing = permissionMissing<ServiceInspection>(
  ({ grants, loadBalancers, consumers }) => {
    const hopId = hopIds.endpointService;
    return [
      { seen: grants, hopId },
      ...loadBalancers.flatMap(looksAtLoadBalancer),
      ...consumers.flatMap(({ endpoint }) => [
        { seen: endpoint, hopId },
        { seen: seenOr(endpoint)?.subnets, hopId },
        { seen: seenOr(endpoint)?.vpcDns, hopId },
      ]),
    ];
  },
);
