import { firewallPolicyOperations } from './cdn/firewallPolicyOperations';
import { frontDoorOperations } from './cdn/frontDoorOperations';
import { frontDoorPartOperations } from './cdn/frontDoorPartOperations';
import { microsoftNetwork } from './network/microsoftNetwork';
import { linkTargetOperations } from './resources/linkTargetOperations';
import { providerOperations } from './resources/providerOperations';
import { subscriptionOperations } from './resources/subscriptionOperations';
import { ArmOperation } from './server/ArmOperation';
import { longRunningOperations } from './server/longRunning';

/** All that the sandbox plays of Azure Resource Manager. @internal */
export const azureOperations: ArmOperation[] = [
  ...subscriptionOperations,
  ...providerOperations,
  ...longRunningOperations,
  ...microsoftNetwork,
  ...frontDoorOperations,
  ...frontDoorPartOperations,
  ...firewallPolicyOperations,
  // Any resource, so after those that have operations of their own.
  ...linkTargetOperations,
];
