import { byAction, ServiceDefinition } from '../server/Operation';
import { policyOperations } from './policyOperations';
import { providerOperations } from './providerOperations';
import { roleOperations } from './roleOperations';

/** IAM, as far as the sandbox plays it. @internal */
export const iamService: ServiceDefinition = {
  name: 'iam',
  isGlobal: true,
  protocol: 'query',
  version: '2010-05-08',
  xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction(policyOperations, providerOperations, roleOperations),
};
