import { armKey } from '../../azureWorld';
import { partNotFound } from '../../azureWorld/resourceNotFound';
import { ArmAnswer, ArmCall, ArmOperation } from '../server/ArmOperation';
import { operationHeaders } from '../server/longRunning';
import { pathOf, resourceOf } from '../server/resourceOperations';
import { loadBalancerKind } from './loadBalancerKind';

function readHealth(call: ArmCall) {
  const loadBalancer = resourceOf(call, loadBalancerKind);
  const { loadBalancingRuleName: name } = call.params;
  const rule = loadBalancer.rules.find(
    one => armKey(one.name) === armKey(name),
  );
  if (!rule) {
    throw partNotFound(`${loadBalancer.id}/loadBalancingRules/${name}`);
  }
  const states = call.azure.backendHealth.statesOf(loadBalancer, rule);
  const countOf = (word: string) =>
    states.filter(({ state }) => state === word).length;
  return {
    up: countOf('Up'),
    down: countOf('Down'),
    loadBalancerBackendAddresses: states.map(
      ({ interfaceConfigurationId, ...state }) => ({
        ...state,
        networkInterfaceIPConfigurationId: interfaceConfigurationId,
      }),
    ),
  };
}

function begin(call: ArmCall): ArmAnswer {
  const { azure, failure } = call;
  const body = readHealth(call);
  const duration = azure.timings.loadBalancerHealth;
  // The published specification lets it answer at once, too.
  if (duration <= 0 && !failure) return { status: 200, body };
  const { id, subscriptionId, location } = resourceOf(call, loadBalancerKind);
  const operation = azure.operations.begin({
    subscriptionId,
    namespace: 'Microsoft.Network',
    location,
    resourceId: id,
    isRead: true,
    duration,
    failure,
    finish: () => {},
    result: () => readHealth(call),
  });
  return {
    status: 202,
    headers: operationHeaders(call, operation, { hasLocation: true }),
  };
}

/** What the probes of a load balancer find. @internal */
export const backendHealthOperations: ArmOperation[] = [
  {
    id: 'LoadBalancerLoadBalancingRules_Health',
    method: 'POST',
    path: `${pathOf(
      loadBalancerKind,
    )}/loadBalancingRules/{loadBalancingRuleName}/health`,
    run: begin,
  },
];
