import type {
  Health,
  Hop,
} from '@postern/backstage-plugin-private-exposure-common';
import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { consoleUrl } from '../../consoleUrls';
import { provisioningHealths } from '../../mapping/states';
import type {
  InspectedLoadBalancer,
  InspectedService,
  LoadBalancerDescription,
} from '../AzureInspection';
import { seenOr } from '../look';
import type { BuildHopsOptions } from './buildHops';
import { hopIds } from './hopIds';

/**
 * A load balancer on the path.
 *
 * @internal
 */
export function loadBalancerHop(
  loadBalancer: InspectedLoadBalancer,
  service: InspectedService,
  options: BuildHopsOptions,
): Hop {
  return {
    id: hopIds.loadBalancer(loadBalancer.id),
    type: 'load-balancer',
    title: loadBalancer.name,
    nativeId: loadBalancer.id,
    ...judge(loadBalancer, service, options),
    facts: factsOf(seenOr(loadBalancer.description)),
    consoleUrl: consoleUrl(options.scope, loadBalancer.id),
  };
}

function judge(
  { id, description }: InspectedLoadBalancer,
  service: InspectedService,
  { states }: BuildHopsOptions,
): { health: Health; reason?: string } {
  if (description.type === 'unseen') {
    return { health: 'unknown', reason: description.blind.message };
  }
  if (!description.value) {
    return { health: 'failing', reason: 'The load balancer does not exist' };
  }
  const { state, frontends, rules } = description.value;
  const health =
    states.read('load balancer', state, provisioningHealths) ?? 'unknown';
  if (health !== 'ok') {
    return { health, reason: `Azure says it is '${state}'` };
  }
  const named = service.frontendIds.filter(one => one.startsWith(`${id}/`));
  if (frontends.length < named.length) {
    return {
      health: 'failing',
      reason: 'A frontend that the private link service names does not exist',
    };
  }
  return rules.length === 0
    ? { health: 'failing', reason: 'No rule leads on from its frontend' }
    : { health: 'ok' };
}

function factsOf(description: LoadBalancerDescription | undefined) {
  if (!description) return [];
  const { frontends, rules, probes } = description;
  return toFacts({
    Frontends: frontends.map(({ name, privateAddress }) =>
      privateAddress ? `${name} (${privateAddress})` : name,
    ),
    Scheme: frontends.some(({ publicAddressId }) => publicAddressId)
      ? 'public'
      : 'internal',
    State: description.state,
    SKU: description.sku,
    Rules: rules.map(
      ({ protocol, frontendPort }) => `${protocol} ${frontendPort || 'all'}`,
    ),
    Probes: probes.map(({ protocol, port, path }) =>
      [protocol, port, path].filter(Boolean).join(' '),
    ),
  });
}
