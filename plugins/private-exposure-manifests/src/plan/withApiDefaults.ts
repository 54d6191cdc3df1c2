import { KubernetesObject, ManifestValue } from './KubernetesObject';
import { ALLOCATED } from './nameLbcResource';

function fillPort(port: ManifestValue, getsNodePort: boolean): ManifestValue {
  if (typeof port !== 'object' || port === null || Array.isArray(port))
    return port;
  return {
    ...port,
    protocol: port.protocol ?? 'TCP',
    targetPort: port.targetPort ?? port.port,
    ...(getsNodePort ? { nodePort: port.nodePort ?? ALLOCATED } : {}),
  };
}

/**
 * A Service as the API server stores it: what the manifest leaves out has its default, and what is only given then (uid,
 * node ports) is {@link ALLOCATED}. A manifest without namespace is taken for one of `default`.
 *
 * @remarks https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
 *
 * @public
 */
export function withApiDefaults(object: KubernetesObject): KubernetesObject {
  const { metadata, spec = {} } = object;
  const type = spec.type ?? 'ClusterIP';
  const isLoadBalancer = type === 'LoadBalancer';
  const getsNodePort =
    type === 'NodePort' ||
    (isLoadBalancer && spec.allocateLoadBalancerNodePorts !== false);
  const isLocal = isLoadBalancer && spec.externalTrafficPolicy === 'Local';
  return {
    ...object,
    metadata: {
      ...metadata,
      namespace: metadata.namespace ?? 'default',
      uid: metadata.uid ?? ALLOCATED,
    },
    spec: {
      ...spec,
      type,
      ports: Array.isArray(spec.ports)
        ? spec.ports.map(port => fillPort(port, getsNodePort))
        : spec.ports,
      ...(isLocal
        ? { healthCheckNodePort: spec.healthCheckNodePort ?? ALLOCATED }
        : {}),
    },
  };
}
