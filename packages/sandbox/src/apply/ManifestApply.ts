import { isError } from '@backstage/errors';
import { ApplyState, DesiredResource } from './ApplyState';
import { describeClusterService } from './azure/describeClusterService';
import { collectServices } from './kubernetes/collectServices';
import { describeLoadBalancer } from './kubernetes/describeLoadBalancer';
import { KubernetesService } from './kubernetes/KubernetesService';
import { Manifest } from './kubernetes/readManifests';
import { StepRecorder } from './StepRecorder';
import { azureScope } from './terraform/providerScope';
import { DeploymentTarget } from './types';

// Which controller looks at a Service, and what it reads there.
function describeService(
  service: KubernetesService,
  target: DeploymentTarget,
): Omit<DesiredResource, 'address'> | undefined {
  if (target.azure) {
    const args = describeClusterService(service);
    const scope = azureScope(target);
    return { type: 'azure_kubernetes_service', args, scope };
  }
  const args = describeLoadBalancer(service, target);
  const { accountId, region } = target;
  const scope = { accountId, region };
  return args && { type: 'kubernetes_service', args, scope };
}

/**
 * Lets the cluster's controllers look at the manifests: each Service of type LoadBalancer becomes a load
 * balancer. A Service that its controller refuses keeps what it had.
 * @internal
 */
export function applyManifests(options: {
  manifests: Manifest[];
  target: DeploymentTarget;
  state: ApplyState;
  steps: StepRecorder;
}): void {
  const { manifests, target, state, steps } = options;
  try {
    for (const service of collectServices(manifests, target.namespace)) {
      const address = `Service ${service.namespace}/${service.name}`;
      steps.record(address, () => {
        try {
          const desired = describeService(service, target);
          if (desired) state.apply({ address, ...desired });
        } catch (error) {
          state.keepBelow(address);
          throw error;
        }
      });
    }
  } catch (error) {
    // The API server refused an object, so none of the Services counts as removed.
    state.keepBelow('Service ');
    steps.record('Manifests', () => {
      throw isError(error) ? error : new Error(String(error));
    });
  }
}
