import type { DiagnosisRule } from './DiagnosisRule';
import { noticeRoles } from './noticeRoles';

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
  check: inspection =>
    noticeRoles(inspection, {
      issuersOf: ({ openTo }) => openTo,
      message: roles =>
        `Any service account of a cluster may assume ${roles}, and so change every load balancer there`,
      remedy: `Bind each trust policy to one service account: StringEquals on '<issuer>:sub' with 'system:serviceaccount:<namespace>:<name>', and on '<issuer>:aud' with 'sts.amazonaws.com'.`,
    }),
};
