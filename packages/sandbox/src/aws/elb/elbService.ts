import { byAction, ServiceDefinition } from '../server/Operation';
import { classicOperations } from './classicOperations';

/** Elastic Load Balancing of 2012, as far as the sandbox plays it. @internal */
export const elbService: ServiceDefinition = {
  name: 'elasticloadbalancing',
  protocol: 'query',
  version: '2012-06-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2012-06-01/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction(classicOperations),
};
