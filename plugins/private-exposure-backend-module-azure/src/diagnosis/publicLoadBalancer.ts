import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService, publicFrontends } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The service stands in front of a public load balancer: whoever finds its address goes around the private way. In
 * Kubernetes this comes of an internal annotation that is not exactly `"true"`.
 *
 * @internal
 */
export const publicLoadBalancer: DiagnosisRule = {
  id: 'azure/public-load-balancer',
  severity: 'error',
  breaksTraffic: false,
  source:
    'cloud-provider-azure: service.beta.kubernetes.io/azure-load-balancer-internal is read as "true" or nothing',
  check: ofService(inspection => {
    const { name, kubernetesServices } = inspection.path.service;
    const [identity] = kubernetesServices;
    return publicFrontends(inspection).map(
      ({ loadBalancer, frontend, publicAddressId }) => ({
        message: `'${name}' stands in front of a public load balancer, which can be reached around it`,
        remedy: identity
          ? `Set 'service.beta.kubernetes.io/azure-load-balancer-internal' to exactly "true" on the Service ${identity}: any other text, such as "True" or "yes", makes it public.`
          : 'Put an internal frontend behind the private link service, and take the public address away.',
        hopId: hopIds.loadBalancer(loadBalancer.id),
        evidence: toFacts({
          Frontend: frontend.name,
          'Public address': publicAddressId,
          'Kubernetes Service': identity,
        }),
      }),
    );
  }),
};
