import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type StateReader,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrls } from '../../consoleUrls';
import { loadBalancerHealths } from '../../mapping/states';
import type { AwsScope } from '../../scopes';
import type {
  InspectedLoadBalancer,
  LoadBalancerDescription,
} from '../AwsInspection';
import { seenOr } from '../look';
import { hopIds } from './hopIds';

/**
 * A load balancer on the path.
 *
 * @internal
 */
export function loadBalancerHop(
  loadBalancer: InspectedLoadBalancer,
  options: { scope: AwsScope; states: StateReader },
): Hop {
  return {
    id: hopIds.loadBalancer(loadBalancer.arn),
    type: 'load-balancer',
    title: loadBalancer.name,
    nativeId: loadBalancer.arn,
    ...judge(loadBalancer, options.states),
    facts: factsOf(loadBalancer),
    consoleUrl: consoleUrls.loadBalancer(options.scope, loadBalancer.arn),
  };
}

function judge(
  { description, listeners }: InspectedLoadBalancer,
  states: StateReader,
): { health: Health; reason?: string } {
  if (description.type === 'unseen') {
    return { health: 'unknown', reason: description.blind.message };
  }
  if (!description.value) {
    return { health: 'failing', reason: 'The load balancer does not exist' };
  }
  const { state, stateReason } = description.value;
  const health =
    states.read('load balancer', state, loadBalancerHealths) ?? 'unknown';
  if (health !== 'ok') {
    const why = stateReason ? `: ${stateReason}` : '';
    return { health, reason: `AWS says it is '${state}'${why}` };
  }
  if (seenOr(listeners)?.length === 0) {
    return { health: 'failing', reason: 'It has no listener' };
  }
  return { health: 'ok' };
}

function factsOf(loadBalancer: InspectedLoadBalancer) {
  const description: Partial<LoadBalancerDescription> =
    seenOr(loadBalancer.description) ?? {};
  return toFacts(
    {
      'DNS name': description.dnsName,
      State: description.state,
      Scheme: description.scheme,
      VPC: description.vpcId,
      Listeners: seenOr(loadBalancer.listeners)?.map(({ protocol, port }) =>
        port === undefined ? protocol : `${protocol} ${port}`,
      ),
      'Zone ids': seenOr(loadBalancer.subnets)?.map(({ zoneId }) => zoneId),
      'Cross-zone': description.state && seenOr(loadBalancer.crossZone),
      'Security groups': description.securityGroupIds,
      'Filters PrivateLink traffic': description.securityGroupIds?.length
        ? description.filtersPrivateLink
        : undefined,
    },
    ['DNS name'],
  );
}
