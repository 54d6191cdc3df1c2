import { byAction, ServiceDefinition } from '../server/Operation';
import { recordOperations } from './recordOperations';
import { zoneOperations } from './zoneOperations';

/** Route 53, as far as the sandbox plays it. @internal */
export const route53Service: ServiceDefinition = {
  name: 'route53',
  isGlobal: true,
  protocol: 'rest-xml',
  version: '2013-04-01',
  xmlNamespace: 'https://route53.amazonaws.com/doc/2013-04-01/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction(recordOperations, zoneOperations),
};
