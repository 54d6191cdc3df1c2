import { byAction, ServiceDefinition } from '../server/Operation';
import { resourceOperations } from './resourceOperations';

/** The Resource Groups Tagging API, as far as the sandbox plays it. @internal */
export const taggingService: ServiceDefinition = {
  name: 'tagging',
  iamPrefix: 'tag',
  protocol: 'json',
  version: '2017-01-26',
  xmlNamespace: '',
  throttled: {
    code: 'ThrottledException',
    message: 'Rate exceeded',
    status: 400,
  },
  denied: 'AccessDeniedException',
  deniedStatus: 400,
  operations: byAction(resourceOperations),
};
