import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import type {
  LoadBalancerDescription,
  Probe,
} from '../inspection/AzureInspection';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService, seenLoadBalancers } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The service writes PROXY protocol headers, and backends are probed over HTTP: a backend that expects the header turns
 * the probe away, which has none. So it is with a Kubernetes Service whose external traffic policy is `Local`.
 *
 * @internal
 */
export const proxyProtocolBreaksProbe: DiagnosisRule = {
  id: 'azure/proxy-protocol-breaks-probe',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'cloud-provider-azure: azure-pls-proxy-protocol with externalTrafficPolicy Local',
  check: ofService(inspection => {
    const { service } = inspection.path;
    if (!service.proxyProtocol) return [];
    return seenLoadBalancers(inspection).flatMap(
      ({ loadBalancer, description }) =>
        httpProbes(description).map(probe => ({
          message: `'${service.name}' writes PROXY protocol headers, and '${probe.name}' probes the backends over ${probe.protocol} without one`,
          remedy:
            "Set the Service's externalTrafficPolicy to Cluster, or switch the PROXY protocol off and do without the consumer's identity.",
          hopId: hopIds.loadBalancer(loadBalancer.id),
          evidence: toFacts({
            'PROXY protocol': true,
            Probe: `${probe.protocol} ${probe.port} ${probe.path ?? ''}`.trim(),
          }),
        })),
    );
  }),
};

function httpProbes({ probes }: LoadBalancerDescription): Probe[] {
  return probes.filter(({ protocol }) => /^https?$/i.test(protocol));
}
