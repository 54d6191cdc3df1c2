import { byAction, ServiceDefinition } from '../server/Operation';
import { associationOperations } from './associationOperations';
import { ipSetOperations } from './ipSetOperations';
import { loggingOperations } from './loggingOperations';
import { managedRuleGroupOperations } from './managedRuleGroupOperations';
import { tagOperations } from './tagOperations';
import { webAclOperations } from './webAclOperations';

/** WAFv2, as far as the sandbox plays it. @internal */
export const wafService: ServiceDefinition = {
  name: 'wafv2',
  protocol: 'json',
  version: '2019-07-29',
  xmlNamespace: '',
  throttled: {
    code: 'ThrottlingException',
    message: 'Rate exceeded',
    status: 400,
  },
  denied: 'AccessDeniedException',
  deniedStatus: 400,
  operations: byAction(
    associationOperations,
    ipSetOperations,
    loggingOperations,
    managedRuleGroupOperations,
    tagOperations,
    webAclOperations,
  ),
};
