import { byAction, ServiceDefinition } from '../server/Operation';
import { certificateOperations } from './certificateOperations';

/** AWS Certificate Manager, as far as the sandbox plays it. @internal */
export const acmService: ServiceDefinition = {
  name: 'acm',
  protocol: 'json',
  version: '2015-12-08',
  xmlNamespace: '',
  throttled: {
    code: 'ThrottlingException',
    message: 'Rate exceeded',
    status: 400,
  },
  denied: 'AccessDeniedException',
  deniedStatus: 400,
  operations: byAction(certificateOperations),
};
