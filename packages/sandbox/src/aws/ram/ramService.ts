import { byAction, ServiceDefinition } from '../server/Operation';
import { shareOperations } from './shareOperations';

/** AWS Resource Access Manager, as far as the sandbox plays it. @internal */
export const ramService: ServiceDefinition = {
  name: 'ram',
  protocol: 'rest-json',
  version: '2018-01-04',
  xmlNamespace: '',
  throttled: {
    code: 'ThrottlingException',
    message: 'Rate exceeded',
    status: 429,
  },
  denied: 'AccessDeniedException',
  operations: byAction(shareOperations),
};
