import { autoApprovalUnseen } from './autoApprovalUnseen';
import { backendPoolByAddress } from './backendPoolByAddress';
import { backendsMissing } from './backendsMissing';
import { consumerEndpointGone } from './consumerEndpointGone';
import type { DiagnosisRule } from './DiagnosisRule';
import { endpointDisconnected } from './endpointDisconnected';
import { everyoneMayAsk } from './everyoneMayAsk';
import { everyoneMayConnect } from './everyoneMayConnect';
import { firewallMissing } from './firewallMissing';
import { firewallOnlyDetects } from './firewallOnlyDetects';
import { frontDoorAliasOld } from './frontDoorAliasOld';
import { frontDoorApprovalForgotten } from './frontDoorApprovalForgotten';
import { frontDoorConnectionLost } from './frontDoorConnectionLost';
import { frontDoorNotPremium } from './frontDoorNotPremium';
import { frontDoorOriginName } from './frontDoorOriginName';
import { loadBalancerGone } from './loadBalancerGone';
import { natPortsScarce } from './natPortsScarce';
import { natSubnetPolicies } from './natSubnetPolicies';
import { permissionMissing } from './permissionMissing';
import { proxyProtocolBreaksProbe } from './proxyProtocolBreaksProbe';
import { publicLoadBalancer } from './publicLoadBalancer';
import { serviceFailed } from './serviceFailed';
import { serviceLeftBehind } from './serviceLeftBehind';

/**
 * Every rule that reads an inspection. A test keeps it equal to the files of this folder and to `docs/diagnosis.md`.
 *
 * @internal
 */
export const diagnosisRules: readonly DiagnosisRule[] = [
  loadBalancerGone,
  backendsMissing,
  serviceFailed,
  publicLoadBalancer,
  everyoneMayConnect,
  natSubnetPolicies,
  frontDoorApprovalForgotten,
  frontDoorConnectionLost,
  frontDoorAliasOld,
  everyoneMayAsk,
  autoApprovalUnseen,
  natPortsScarce,
  proxyProtocolBreaksProbe,
  backendPoolByAddress,
  endpointDisconnected,
  serviceLeftBehind,
  frontDoorNotPremium,
  frontDoorOriginName,
  firewallMissing,
  firewallOnlyDetects,
  permissionMissing,
  consumerEndpointGone,
];
