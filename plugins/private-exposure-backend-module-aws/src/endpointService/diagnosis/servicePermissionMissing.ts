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
      { what: 'who may ask to connect', seen: grants, hopId },
      ...loadBalancers.flatMap(looksAtLoadBalancer),
      ...consumers.flatMap(({ connection: { nativeId: id }, endpoint }) => {
        const seen = seenOr(endpoint);
        return [
          { what: `endpoint '${id}'`, seen: endpoint, hopId },
          { what: `subnets of '${id}'`, seen: seen?.subnets, hopId },
          { what: `DNS settings around '${id}'`, seen: seen?.vpcDns, hopId },
        ];
      }),
    ];
  },
);
