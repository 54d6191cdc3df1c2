import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { backendHops } from '../../inspection/hops/backendHops';
import { certificateHop } from '../../inspection/hops/certificateHop';
import { firewallHop } from '../../inspection/hops/firewallHop';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { LoadBalancerInspection } from './LoadBalancerInspection';

/**
 * The path, consumer side first.
 *
 * @internal
 */
export function buildHops(
  inspection: LoadBalancerInspection,
  states: StateReader,
): Hop[] {
  const { scope, loadBalancers, certificates, kubernetesServices } = inspection;
  const firewall = seenOr(inspection.firewall);
  const [loadBalancer] = loadBalancers;
  const backend = backendHops(
    { loadBalancers: [{ loadBalancer, scope }], kubernetesServices },
    states,
  );
  return [
    ...certificates.map(certificateHop),
    ...(firewall ? [firewallHop(firewall, scope)] : []),
    ...withRules(backend, inspection),
  ];
}

/** Names what the listener rules are for where a person looks for it: at the load balancer. */
function withRules(
  hops: readonly Hop[],
  { loadBalancers, rules }: LoadBalancerInspection,
): Hop[] {
  const id = hopIds.loadBalancer(loadBalancers[0].arn);
  const names = new Set(
    (seenOr(rules) ?? []).flatMap(({ conditions }) => conditions),
  );
  return hops.map(hop =>
    hop.id === id && names.size > 0
      ? {
          ...hop,
          facts: [
            ...(hop.facts ?? []),
            { label: 'Host names and paths', value: [...names].join(', ') },
          ],
        }
      : hop,
  );
}
