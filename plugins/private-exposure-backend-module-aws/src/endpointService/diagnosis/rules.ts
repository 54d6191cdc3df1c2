import { consumerDnsOff } from './consumerDnsOff';
import { consumerEndpointFailed } from './consumerEndpointFailed';
import { consumerNotSeen } from './consumerNotSeen';
import { consumerZoneNotCovered } from './consumerZoneNotCovered';
import { crossZoneOff } from './crossZoneOff';
import type { DiagnosisRule } from './DiagnosisRule';
import { everyoneMayAsk } from './everyoneMayAsk';
import { everyoneMayConnect } from './everyoneMayConnect';
import { idleTimeoutAcrossRegions } from './idleTimeoutAcrossRegions';
import { loadBalancerGone } from './loadBalancerGone';
import { loadBalancerWithoutSecurityGroup } from './loadBalancerWithoutSecurityGroup';
import { servicePermissionMissing } from './servicePermissionMissing';
import { privateDnsUnverified } from './privateDnsUnverified';
import { securityGroupDropsConsumers } from './securityGroupDropsConsumers';
import { securityGroupDropsSomeAddresses } from './securityGroupDropsSomeAddresses';
import { securityGroupLimitsConsumers } from './securityGroupLimitsConsumers';
import { targetsMissing } from '../../diagnosis/targetsMissing';
import { targetsUnhealthy } from '../../diagnosis/targetsUnhealthy';

/**
 * Every rule that reads an inspection. A test keeps it equal to the files of this folder and to `docs/diagnosis.md`.
 *
 * @internal
 */
export const diagnosisRules: readonly DiagnosisRule[] = [
  loadBalancerGone,
  targetsMissing,
  targetsUnhealthy,
  securityGroupDropsConsumers,
  everyoneMayConnect,
  idleTimeoutAcrossRegions,
  securityGroupDropsSomeAddresses,
  crossZoneOff,
  privateDnsUnverified,
  consumerZoneNotCovered,
  consumerEndpointFailed,
  consumerDnsOff,
  everyoneMayAsk,
  loadBalancerWithoutSecurityGroup,
  servicePermissionMissing,
  securityGroupLimitsConsumers,
  consumerNotSeen,
];
