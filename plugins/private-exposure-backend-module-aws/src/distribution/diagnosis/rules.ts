import { certificateExpiresSoon } from '../../diagnosis/certificateExpiresSoon';
import { certificateExpiring } from '../../diagnosis/certificateExpiring';
import { firewallOnlyCounts } from '../../diagnosis/firewallOnlyCounts';
import { targetsMissing } from '../../diagnosis/targetsMissing';
import { targetsUnhealthy } from '../../diagnosis/targetsUnhealthy';
import { certificateMismatch } from './certificateMismatch';
import { certificateWrongRegion } from './certificateWrongRegion';
import type { DiagnosisRule } from './DiagnosisRule';
import { distributionDisabled } from './distributionDisabled';
import { distributionNotDeployed } from './distributionNotDeployed';
import { distributionPermissionMissing } from './distributionPermissionMissing';
import { firewallMissing } from './firewallMissing';
import { firewallWrongScope } from './firewallWrongScope';
import { originGone } from './originGone';
import { originNotEncrypted } from './originNotEncrypted';
import { originNotFound } from './originNotFound';
import { originOpenToDistributions } from './originOpenToDistributions';
import { originReachableDirectly } from './originReachableDirectly';
import { originWithoutRecord } from './originWithoutRecord';

/**
 * Every rule that reads the inspection of a distribution. A test keeps it equal to the files of the folders and to
 * `docs/diagnosis.md`.
 *
 * @internal
 */
export const diagnosisRules: readonly DiagnosisRule[] = [
  distributionDisabled,
  originGone,
  originWithoutRecord,
  targetsMissing,
  targetsUnhealthy,
  certificateMismatch,
  certificateWrongRegion,
  certificateExpiresSoon,
  originReachableDirectly,
  firewallWrongScope,
  firewallMissing,
  firewallOnlyCounts,
  originNotFound,
  originNotEncrypted,
  certificateExpiring,
  originOpenToDistributions,
  distributionNotDeployed,
  distributionPermissionMissing,
];
