import { isError } from '@backstage/errors';
import { ApplyState } from './ApplyState';
import { collectServices } from './kubernetes/collectServices';
import { describeLoadBalancer } from './kubernetes/describeLoadBalancer';
import { Manifest } from './kubernetes/readManifests';
import { StepRecorder } from './StepRecorder';
import { DeploymentTarget } from './types';

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
          const args = describeLoadBalancer(service, target);
          if (args) {
            const scope = {
              accountId: target.accountId,
              region: target.region,
            };
            state.apply({ address, type: 'kubernetes_service', args, scope });
          }
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
