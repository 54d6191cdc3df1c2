import { byAction, ServiceDefinition } from '../server/Operation';
import { connectionOperations } from './connectionOperations';
import { endpointOperations } from './endpointOperations';
import { networkInterfaceOperations } from './networkInterfaceOperations';
import { networkOperations } from './networkOperations';
import { notificationOperations } from './notificationOperations';
import { permissionOperations } from './permissionOperations';
import { placeOperations } from './placeOperations';
import { prefixListOperations } from './prefixListOperations';
import { securityGroupOperations } from './securityGroupOperations';
import { securityGroupRuleOperations } from './securityGroupRuleOperations';
import { serviceConfigurationOperations } from './serviceConfigurationOperations';
import { serviceDiscoveryOperations } from './serviceDiscoveryOperations';
import { tagOperations } from './tagOperations';

/** EC2, as far as the sandbox plays it. @internal */
export const ec2Service: ServiceDefinition = {
  name: 'ec2',
  protocol: 'ec2',
  version: '2016-11-15',
  xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15/',
  throttled: {
    code: 'RequestLimitExceeded',
    message: 'Request limit exceeded.',
    status: 503,
  },
  denied: 'UnauthorizedOperation',
  operations: byAction(
    connectionOperations,
    endpointOperations,
    networkInterfaceOperations,
    networkOperations,
    notificationOperations,
    permissionOperations,
    placeOperations,
    prefixListOperations,
    securityGroupOperations,
    securityGroupRuleOperations,
    serviceConfigurationOperations,
    serviceDiscoveryOperations,
    tagOperations,
  ),
};
