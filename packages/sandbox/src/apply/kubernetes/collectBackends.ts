import { ClusterBackend } from './ClusterBackend';
import {
  Manifest,
  recordsAt,
  stringsAt,
  textAt,
  valueAt,
} from './readManifests';
import { replicasOf } from './replicasOf';

/**
 * The Services of manifests, whatever their type.
 *
 * @throws InputError if an annotation is not a string.
 * @internal
 */
export function collectBackends(
  manifests: Manifest[],
  defaultNamespace: string,
): ClusterBackend[] {
  return manifests
    .filter(({ object }) => object.kind === 'Service')
    .map(({ object }) => ({
      namespace: textAt(object, 'metadata', 'namespace') ?? defaultNamespace,
      name: textAt(object, 'metadata', 'name') ?? '',
      annotations: stringsAt(object, 'metadata', 'annotations'),
      type: textAt(object, 'spec', 'type') ?? 'ClusterIP',
      ports: recordsAt(object, 'spec', 'ports').map(toPort),
      replicas: replicasOf(valueAt(object, 'spec', 'selector'), manifests),
    }));
}

function toPort(port: Record<string, unknown>) {
  const { targetPort = port.port, nodePort } = port;
  return {
    name: textAt(port, 'name'),
    port: Number(port.port),
    protocol: textAt(port, 'protocol') ?? 'TCP',
    targetPort:
      typeof targetPort === 'number' ? targetPort : String(targetPort),
    nodePort: typeof nodePort === 'number' ? nodePort : undefined,
  };
}
