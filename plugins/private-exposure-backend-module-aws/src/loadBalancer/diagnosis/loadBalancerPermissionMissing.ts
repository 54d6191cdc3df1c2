import {
  looksAtLoadBalancer,
  permissionMissing,
} from '../../diagnosis/permissionMissing';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { LoadBalancerInspection } from '../inspection/LoadBalancerInspection';

/**
 * A part of a load balancer's path could not be looked at for lack of a permission.
 *
 * @internal
 */
export const loadBalancerPermissionMissing =
  permissionMissing<LoadBalancerInspection>(inspection => {
    const [loadBalancer] = inspection.loadBalancers;
    const { rules, certificateArns, firewall, shares, endedShares } =
      inspection;
    const hopId = hopIds.loadBalancer(loadBalancer.arn);
    return [
      ...looksAtLoadBalancer(loadBalancer),
      ...[rules, certificateArns, firewall, shares, endedShares].map(seen => ({
        seen,
        hopId,
      })),
      { seen: inspection.controllerRoles, hopId },
      { seen: seenOr(firewall)?.webAcl, hopId: hopIds.firewall },
      ...inspection.certificates.map(({ arn, details }) => ({
        seen: details,
        hopId: hopIds.certificate(arn),
      })),
      ...inspection.silentTargets.map(({ groupArn, securityGroups }) => ({
        seen: securityGroups,
        hopId: hopIds.targetGroup(groupArn),
      })),
    ];
  });
