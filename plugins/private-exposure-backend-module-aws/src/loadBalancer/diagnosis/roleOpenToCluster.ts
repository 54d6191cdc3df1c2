import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Any service account of a cluster may assume the role of the load balancer controller, and with it make, change and
 * delete load balancers in this account.
 *
 * @internal
 */
export const roleOpenToCluster: DiagnosisRule = {
  id: 'aws/role-open-to-cluster',
  severity: 'error',
  breaksTraffic: false,
  check: ({ loadBalancers: [{ arn }], controllerRoles }) =>
    (seenOr(controllerRoles) ?? [])
      .filter(({ openTo }) => openTo.length > 0)
      .map(role => ({
        message: `Any service account of a cluster may assume the role '${role.name}' of the load balancer controller`,
        remedy: `Bind its trust policy to one service account: StringEquals on '<issuer>:sub' with 'system:serviceaccount:<namespace>:<name>', and on '<issuer>:aud' with 'sts.amazonaws.com'.`,
        hopId: hopIds.loadBalancer(arn),
        evidence: toFacts({ Role: role.arn, Issuers: role.openTo }, ['Role']),
      })),
};
