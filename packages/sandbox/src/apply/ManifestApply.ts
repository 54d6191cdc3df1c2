import { isError } from '@backstage/errors';
import { ApplyState, DesiredResource } from './ApplyState';
import { describeClusterService } from './azure/describeClusterService';
import { Cluster } from './Cluster';
import { addressOfService, describeClusterPart } from './describeClusterPart';
import { collectServices } from './kubernetes/collectServices';
import {
  describeClassicLoadBalancer,
  isClassic,
} from './kubernetes/describeClassicLoadBalancer';
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
  const { accountId, region } = target;
  const scope = { accountId, region };
  if (isClassic(service)) {
    const args = describeClassicLoadBalancer(service, target);
    return { type: 'kubernetes_classic_service', args, scope };
  }
  const args = describeLoadBalancer(service, target);
  return args && { type: 'kubernetes_service', args, scope };
}

/**
 * Lets the cluster's controllers look at the manifests: each Service of type LoadBalancer becomes a load balancer, each group of
 * Ingresses another one, and external-dns writes their names. What a controller refuses keeps what it had.
 * @internal
 */
export function applyManifests(options: {
  /** `owner/name`. */
  repository: string;
  manifests: Manifest[];
  target: DeploymentTarget;
  /** The cluster with what all its repositories bring. */
  cluster: Cluster;
  state: ApplyState;
  steps: StepRecorder;
}): void {
  const { repository, manifests, target, cluster, state, steps } = options;
  try {
    const services = collectServices(manifests, target.namespace);
    const part = target.azure
      ? undefined
      : describeClusterPart(manifests, services, { target, state });
    for (const service of services) {
      const address = addressOfService(service);
      steps.record(address, () => {
        try {
          const deletions = state.deletionsOf(address);
          const desired = describeService({ ...service, deletions }, target);
          if (desired) state.apply({ address, ...desired });
        } catch (error) {
          state.keepBelow(address);
          throw error;
        }
      });
    }
    if (part) {
      cluster.take(repository, part);
      cluster.reconcile(repository, steps);
    }
  } catch (error) {
    // The API server refused an object, so none of the Services counts as removed.
    state.keepBelow('Service ');
    steps.record('Manifests', () => {
      throw isError(error) ? error : new Error(String(error));
    });
  }
}
