import { byAction, ServiceDefinition } from '../server/Operation';
import { connectionOperations } from './connectionOperations';
import { permissionOperations } from './permissionOperations';
import { serviceConfigurationOperations } from './serviceConfigurationOperations';

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
    serviceConfigurationOperations,
    permissionOperations,
    connectionOperations,
  ),
};
