import { byAction, ServiceDefinition } from '../server/Operation';
import { listenerAttributeOperations } from './listenerAttributeOperations';
import { listenerOperations } from './listenerOperations';
import { loadBalancerOperations } from './loadBalancerOperations';
import { ruleOperations } from './ruleOperations';
import { tagOperations } from './tagOperations';
import { targetGroupOperations } from './targetGroupOperations';
import { targetOperations } from './targetOperations';

/** Elastic Load Balancing v2, as far as the sandbox plays it. @internal */
export const elbv2Service: ServiceDefinition = {
  name: 'elasticloadbalancing',
  protocol: 'query',
  version: '2015-12-01',
  xmlNamespace: 'http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/',
  throttled: { code: 'Throttling', message: 'Rate exceeded', status: 400 },
  denied: 'AccessDenied',
  operations: byAction(
    listenerAttributeOperations,
    listenerOperations,
    loadBalancerOperations,
    ruleOperations,
    tagOperations,
    targetGroupOperations,
    targetOperations,
  ),
};
