import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureScope } from '../../scopes';
import type {
  AzureInspection,
  FrontDoorInspection,
  ServicePath,
} from '../AzureInspection';
import { seenOr } from '../look';
import { backendPoolHop } from './backendPoolHop';
import { firewallHop } from './firewallHop';
import { frontDoorHop } from './frontDoorHop';
import { hopIds } from './hopIds';
import { kubernetesServiceHop } from './kubernetesServiceHop';
import { linkResourceHop } from './linkResourceHop';
import { loadBalancerHop } from './loadBalancerHop';
import { originHop } from './originHop';
import { privateLinkServiceHop } from './privateLinkServiceHop';

/** What the hops are made with. @internal */
export interface BuildHopsOptions {
  /** Where the exposure is. */
  scope: AzureScope;
  /** Reads the state words. */
  states: StateReader;
}

const pathOrder: readonly Hop['type'][] = [
  'cdn',
  'waf',
  'private-link-service',
  'private-link-resource',
  'load-balancer',
  'target-group',
  'kubernetes-service',
];

/**
 * The path, consumer side first.
 *
 * @internal
 */
export function buildHops(
  inspection: AzureInspection,
  states: StateReader,
): Hop[] {
  const options = { scope: inspection.scope, states };
  if (inspection.type === 'service') {
    return [
      privateLinkServiceHop(inspection, options),
      ...hopsBehind(inspection.path, options),
    ];
  }
  if (inspection.type === 'resource') {
    return [linkResourceHop(inspection, options)];
  }
  const hops = [
    frontDoorHop(inspection, options),
    firewallHop(inspection, options),
    ...originHops(inspection, options),
    ...(seenOr(inspection.origins) ?? []).flatMap(({ path }) => {
      const seen = seenOr(path);
      return seen ? hopsBehind(seen, options) : [];
    }),
  ];
  // Origins may share what they lead to. Stable order: all of one kind before the next.
  const distinct = [...new Map(hops.map(hop => [hop.id, hop])).values()];
  return pathOrder.flatMap(type => distinct.filter(hop => hop.type === type));
}

/** Origins that may not be looked at are on the path all the same. */
function originHops(
  { origins }: FrontDoorInspection,
  options: BuildHopsOptions,
): Hop[] {
  if (origins.type === 'seen') {
    return origins.value.map(origin => originHop(origin, options));
  }
  return [
    {
      id: hopIds.origins,
      type: 'load-balancer',
      title: 'Origins',
      health: 'unknown',
      reason: origins.blind.message,
      facts: [],
    },
  ];
}

function hopsBehind(
  { service, loadBalancers }: ServicePath,
  options: BuildHopsOptions,
): Hop[] {
  const pools = loadBalancers.flatMap(
    ({ description }) => seenOr(description)?.pools ?? [],
  );
  const balancerHops = loadBalancers.map(loadBalancer =>
    loadBalancerHop(loadBalancer, service, options),
  );
  const poolHops = pools.map(pool => backendPoolHop(pool, options));
  return [
    ...balancerHops,
    ...poolHops,
    ...service.kubernetesServices.map(identity =>
      kubernetesServiceHop(identity, poolHops),
    ),
  ];
}
