import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { AwsScope } from '../../scopes';
import type { InspectedLoadBalancer } from '../InspectedLoadBalancer';
import { seenOr } from '../look';
import { kubernetesHop } from './kubernetesHop';
import { loadBalancerHop } from './loadBalancerHop';
import { targetGroupHop } from './targetGroupHop';

/**
 * The end of every path: load balancers, their target groups, and what a controller says is behind them.
 *
 * @internal
 */
export function backendHops(
  parts: {
    /** Load balancers, each with the place that it is in. */
    loadBalancers: ReadonlyArray<{
      loadBalancer: InspectedLoadBalancer;
      scope: AwsScope;
    }>;
    /** Identities that a load balancer controller wrote. */
    kubernetesServices: readonly string[];
  },
  states: StateReader,
): Hop[] {
  const targetGroups = parts.loadBalancers.flatMap(({ loadBalancer, scope }) =>
    (seenOr(loadBalancer.targetGroups) ?? []).map(group =>
      targetGroupHop(group, scope),
    ),
  );
  // Two listeners, or two load balancers, may share a target group.
  const distinctGroups = [
    ...new Map(targetGroups.map(hop => [hop.id, hop])).values(),
  ];
  return [
    ...parts.loadBalancers.map(({ loadBalancer, scope }) =>
      loadBalancerHop(loadBalancer, { scope, states }),
    ),
    ...distinctGroups,
    ...[...new Set(parts.kubernetesServices)].map(identity =>
      kubernetesHop(identity, {
        type: kubernetesTypeOf(parts.loadBalancers),
        targetGroupHops: distinctGroups,
      }),
    ),
  ];
}

/**
 * Controllers make application load balancers of Ingresses, and the others of Services. Of a path with both, the identities
 * do not tell which is whose.
 */
function kubernetesTypeOf(
  loadBalancers: ReadonlyArray<{ loadBalancer: InspectedLoadBalancer }>,
): 'kubernetes-service' | 'kubernetes-ingress' {
  const isApplication = loadBalancers.every(
    ({ loadBalancer }) =>
      seenOr(loadBalancer.description)?.type === 'application',
  );
  return isApplication ? 'kubernetes-ingress' : 'kubernetes-service';
}
