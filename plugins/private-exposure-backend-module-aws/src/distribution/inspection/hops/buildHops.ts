import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { backendHops } from '../../../inspection/hops/backendHops';
import { certificateHop } from '../../../inspection/hops/certificateHop';
import { firewallHop } from '../../../inspection/hops/firewallHop';
import { seenOr } from '../../../inspection/look';
import type { DistributionInspection } from '../DistributionInspection';
import { distributionHop } from './distributionHop';
import { aliasHop, originNameHop } from './nameHops';
import { unseenBackendHop } from './unseenBackendHop';
import { vpcOriginHop } from './vpcOriginHop';

/**
 * The path, viewer side first.
 *
 * @internal
 */
export function buildHops(
  inspection: DistributionInspection,
  states: StateReader,
): Hop[] {
  const { scope, distribution, names, certificates, origins } = inspection;
  const firewall = seenOr(inspection.firewall);
  const backends = origins.flatMap(({ backend }) => {
    const behind = seenOr(backend);
    return behind?.type === 'found' ? [behind] : [];
  });
  const hops = [
    ...names.map(name => aliasHop(name, distribution, scope)),
    ...certificates.map(certificateHop),
    ...(firewall ? [firewallHop(firewall, scope)] : []),
    distributionHop(inspection, states),
    ...origins.flatMap(({ name }) =>
      name ? [originNameHop(name, scope)] : [],
    ),
    ...origins.flatMap(({ vpcOrigin }) =>
      vpcOrigin ? [vpcOriginHop(vpcOrigin, scope, states)] : [],
    ),
    ...origins.flatMap(unseenBackendHop),
    ...backendHops(
      {
        loadBalancers: backends,
        kubernetesServices: backends.flatMap(
          ({ kubernetesServices }) => kubernetesServices,
        ),
      },
      states,
    ),
  ];
  // Two origins may lead to the same place.
  return [...new Map(hops.map(hop => [hop.id, hop])).values()];
}
