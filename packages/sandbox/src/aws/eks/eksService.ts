import { byAction, ServiceDefinition } from '../server/Operation';
import { clusterOperations } from './clusterOperations';

/** EKS, as far as the sandbox plays it. @internal */
export const eksService: ServiceDefinition = {
  name: 'eks',
  protocol: 'rest-json',
  version: '2017-11-01',
  xmlNamespace: '',
  throttled: {
    code: 'ThrottlingException',
    message: 'Rate exceeded',
    status: 429,
  },
  denied: 'AccessDeniedException',
  operations: byAction(clusterOperations),
};
