import { ArmOperation } from '../server/ArmOperation';
import { backendHealthOperations } from './backendHealthOperations';
import { linkConnectionOperations } from './linkConnectionOperations';
import { loadBalancerOperations } from './loadBalancerOperations';
import { networkOperations } from './networkOperations';
import { privateEndpointOperations } from './privateEndpointOperations';
import { privateLinkServiceOperations } from './privateLinkServiceOperations';
import { visibilityOperations } from './visibilityOperations';

/** What the sandbox plays of `Microsoft.Network`. @internal */
export const microsoftNetwork: ArmOperation[] = [
  ...privateLinkServiceOperations,
  ...linkConnectionOperations,
  ...privateEndpointOperations,
  ...networkOperations,
  ...loadBalancerOperations,
  ...backendHealthOperations,
  ...visibilityOperations,
];
