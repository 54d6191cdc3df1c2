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
} from '../InspectedLoadBalancer';
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
    facts: factsOf(loadBalancer, options.scope),
    consoleUrl: consoleUrlOf(loadBalancer, options.scope),
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

function factsOf(loadBalancer: InspectedLoadBalancer, scope: AwsScope) {
  const description: Partial<LoadBalancerDescription> =
    seenOr(loadBalancer.description) ?? {};
  return toFacts(
    {
      'DNS name': description.dnsName,
      Type: description.type,
      State: description.state,
      Scheme: description.scheme,
      VPC: description.vpcId,
      Listeners: seenOr(loadBalancer.listeners)?.map(({ protocol, port }) =>
        port === undefined ? protocol : `${protocol} ${port}`,
      ),
      'Zone ids': seenOr(loadBalancer.subnets)?.map(({ zoneId }) => zoneId),
      'Subnets shared by': ownersOf(loadBalancer, scope),
      // It can only be switched off where a load balancer forwards connections.
      'Cross-zone': /^(network|gateway)$/.test(description.type ?? '')
        ? seenOr(loadBalancer.crossZone)
        : undefined,
      'Security groups': description.securityGroupIds,
      'Filters PrivateLink traffic':
        description.type === 'network' && description.securityGroupIds?.length
          ? description.filtersPrivateLink
          : undefined,
    },
    ['DNS name'],
  );
}

function ownersOf(
  { subnets }: InspectedLoadBalancer,
  { accountId }: AwsScope,
): string[] {
  const owners = (seenOr(subnets) ?? []).flatMap(({ ownerId }) =>
    ownerId && ownerId !== accountId ? [ownerId] : [],
  );
  return [...new Set(owners)];
}

function consoleUrlOf(
  { arn, name, description }: InspectedLoadBalancer,
  scope: AwsScope,
): string | undefined {
  return seenOr(description)?.type === 'classic'
    ? consoleUrls.classicLoadBalancer(scope, name)
    : consoleUrls.loadBalancer(scope, arn);
}
