import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService, seenLoadBalancers } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The cloud provider made the private link service for a Kubernetes Service that no longer has rules on the load
 * balancer: it stayed behind. Taking the annotation away does not delete it, but does not show here either: the Service
 * keeps its rules. Whose rule is whose on a shared frontend is in no tag, so that any of them counts.
 *
 * @internal
 */
export const serviceLeftBehind: DiagnosisRule = {
  id: 'azure/service-left-behind',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'cloud-provider-azure, Private Link Service integration: removing azure-pls-create deletes nothing',
  check: ofService(inspection => {
    const { service } = inspection.path;
    const [identity] = service.kubernetesServices;
    const seen = seenLoadBalancers(inspection);
    const isServed = seen.some(({ description }) => description.rules.length);
    if (!identity || seen.length === 0 || isServed) return [];
    return [
      {
        message: `'${service.name}' was made for the Service ${identity}, which no longer sends anything through it`,
        remedy:
          'Reject or remove its connections, then delete the private link service. Taking the annotation off the Service does not delete it.',
        hopId: hopIds.linkTarget(service.id),
        evidence: toFacts({ 'Made for': identity, Rules: 0 }),
      },
    ];
  }),
};
