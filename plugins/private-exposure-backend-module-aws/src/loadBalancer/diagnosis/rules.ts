import { certificateExpiresSoon } from '../../diagnosis/certificateExpiresSoon';
import { certificateExpiring } from '../../diagnosis/certificateExpiring';
import { firewallOnlyCounts } from '../../diagnosis/firewallOnlyCounts';
import { targetsMissing } from '../../diagnosis/targetsMissing';
import { targetsUnhealthy } from '../../diagnosis/targetsUnhealthy';
import type { DiagnosisRule } from './DiagnosisRule';
import { loadBalancerPermissionMissing } from './loadBalancerPermissionMissing';
import { loadBalancerWithoutFirewall } from './loadBalancerWithoutFirewall';
import { roleForAnyAudience } from './roleForAnyAudience';
import { roleOpenToCluster } from './roleOpenToCluster';
import { subnetNotShared } from './subnetNotShared';
import { subnetShareEnded } from './subnetShareEnded';
import { targetsBlocked } from './targetsBlocked';

/**
 * Every rule that reads the inspection of a load balancer. A test keeps it equal to the files of the folders and to
 * `docs/diagnosis.md`.
 *
 * @internal
 */
export const diagnosisRules: readonly DiagnosisRule[] = [
  targetsMissing,
  targetsUnhealthy,
  targetsBlocked,
  subnetNotShared,
  subnetShareEnded,
  certificateExpiresSoon,
  certificateExpiring,
  roleOpenToCluster,
  loadBalancerWithoutFirewall,
  roleForAnyAudience,
  firewallOnlyCounts,
  loadBalancerPermissionMissing,
];
