import {
  findReconciler as findReconcilerOf,
  Reconciler,
} from '../plan/findReconciler';
import { ServiceTarget } from './targets/ServiceTarget';

/**
 * Whom a Service asks for its load balancer, whether or not the cluster has them; annotations for a Service that
 * something else makes are judged like the Service.
 *
 * @internal
 */
export function findReconciler(target: ServiceTarget): Reconciler {
  const { annotations, loadBalancerClass, object, profile } = target;
  const service = object ?? {
    kind: 'Service',
    metadata: {
      annotations: Object.fromEntries(
        annotations.map(({ key, value }) => [key, value]),
      ),
    },
    spec: { loadBalancerClass },
  };
  // The type may come from a patch: annotations for a load balancer say that there is to be one.
  const spec = { ...service.spec, type: 'LoadBalancer' };
  return findReconcilerOf({ ...service, spec }, profile).asks;
}
