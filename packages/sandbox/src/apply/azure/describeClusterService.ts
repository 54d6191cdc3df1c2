import { KubernetesService } from '../kubernetes/KubernetesService';
import { Args } from '../resources/args';

/**
 * What Azure's cloud provider reads of a Service, as the object that the planner takes.
 * @internal
 */
export function describeClusterService(service: KubernetesService): Args {
  const { name, namespace, annotations, ports, sourceRanges } = service;
  const spec = service.spec ?? {
    ports: ports.map(port => ({ ...port, name: port.name ?? '' })),
    loadBalancerSourceRanges: sourceRanges,
  };
  return {
    // The spec came from YAML, so it holds nothing that JSON does not.
    object: JSON.stringify({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace, annotations },
      spec: { ...spec, type: 'LoadBalancer' },
    }),
  };
}
