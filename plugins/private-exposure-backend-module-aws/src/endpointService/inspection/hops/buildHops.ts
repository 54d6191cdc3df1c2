import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { backendHops } from '../../../inspection/hops/backendHops';
import type { ServiceInspection } from '../ServiceInspection';
import { dnsNameHop } from './dnsNameHop';
import { endpointServiceHop } from './endpointServiceHop';

/**
 * The path, consumer side first.
 *
 * @internal
 */
export function buildHops(
  inspection: ServiceInspection,
  states: StateReader,
): Hop[] {
  const { service, loadBalancers, scope } = inspection;
  return [
    ...(service.domain ? [dnsNameHop(service.domain)] : []),
    endpointServiceHop(inspection, states),
    ...backendHops(
      {
        loadBalancers: loadBalancers.map(loadBalancer => ({
          loadBalancer,
          scope,
        })),
        kubernetesServices: service.kubernetesServices,
      },
      states,
    ),
  ];
}
