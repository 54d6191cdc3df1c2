import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/** About 64,000 TCP connections at a time come from one address. */
const PORTS_PER_ADDRESS = 64_000;
/** Most addresses that a service can have. */
const MOST_ADDRESSES = 8;
/** Less than this for each consumer is little: an eighth of an address. */
const FEW_PORTS = PORTS_PER_ADDRESS / 8;

/**
 * Many consumers share the few addresses that all traffic seems to come from. How many ports are in use cannot be read;
 * how many there are for each consumer can.
 *
 * @internal
 */
export const natPortsScarce: DiagnosisRule = {
  id: 'azure/nat-ports-scarce',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Private Link service overview, "NAT IP configuration"',
  check: ofService(({ path: { service }, connections }) => {
    const consumers = connections.filter(({ state }) => state === 'connected');
    const ports = service.natAddresses * PORTS_PER_ADDRESS;
    const share = Math.floor(ports / Math.max(1, consumers.length));
    if (service.natAddresses === 0 || share >= FEW_PORTS) return [];
    const canGrow = service.natAddresses < MOST_ADDRESSES;
    return [
      {
        message: `${consumers.length} consumers share ${service.natAddresses} NAT address(es) of '${service.name}': about ${share} connections at a time for each`,
        remedy: canGrow
          ? `Give the service more NAT addresses, up to ${MOST_ADDRESSES}. An address cannot be taken away again.`
          : 'The service has as many NAT addresses as it can have: let a second private link service serve a part of the consumers.',
        hopId: hopIds.linkTarget(service.id),
        evidence: toFacts({
          'Connected consumers': consumers.length,
          'NAT addresses': service.natAddresses,
          'Ports in all': ports,
        }),
      },
    ];
  }),
};
