import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The last change of the private link service failed.
 *
 * @internal
 */
export const serviceFailed: DiagnosisRule = {
  id: 'azure/service-failed',
  severity: 'error',
  breaksTraffic: true,
  source: 'Microsoft.Network: provisioningState',
  check: ofService(({ path: { service } }) =>
    /^failed$/i.test(service.state)
      ? [
          {
            message: `Azure could not carry out the last change of '${service.name}'`,
            remedy: service.kubernetesServices.length
              ? 'Look at the events of the Kubernetes Service for what Azure said; the cloud provider tries again by itself.'
              : "Look at the service's activity log for what Azure said, and apply the change again.",
            hopId: hopIds.linkTarget(service.id),
            evidence: toFacts({ State: service.state }),
          },
        ]
      : [],
  ),
};
