import {
  lookAtCertificate,
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
    const { firewall } = inspection;
    const hopId = hopIds.loadBalancer(loadBalancer.arn);
    const parts = {
      'listener rules': inspection.rules,
      'certificates of listeners': inspection.certificateArns,
      'the web ACL in front of it': firewall,
      'shares of its subnets': inspection.shares,
      'ended shares of subnets': inspection.endedShares,
      "roles of the account's load balancer controllers":
        inspection.controllerRoles,
    };
    return [
      ...looksAtLoadBalancer(loadBalancer),
      ...Object.entries(parts).map(([what, seen]) => ({ what, seen, hopId })),
      {
        what: 'what the web ACL does',
        seen: seenOr(firewall)?.webAcl,
        hopId: hopIds.firewall,
      },
      ...inspection.certificates.map(lookAtCertificate),
      ...inspection.silentTargets.map(
        ({ groupArn, target, securityGroups: seen }) => ({
          what: `security groups of target ${target.id}`,
          seen,
          hopId: hopIds.targetGroup(groupArn),
        }),
      ),
    ];
  });
