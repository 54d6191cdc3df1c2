import { InputError } from '@backstage/errors';
import {
  IngressBackend,
  IngressPath,
  KubernetesIngress,
} from './KubernetesIngress';
import {
  Manifest,
  recordsAt,
  stringsAt,
  textAt,
  valueAt,
} from './readManifests';

const API_VERSION = 'networking.k8s.io/v1';
const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/**
 * The Ingresses of manifests.
 *
 * @throws InputError for one that the API server refuses.
 * @internal
 */
export function collectIngresses(
  manifests: Manifest[],
  defaultNamespace: string,
): KubernetesIngress[] {
  return manifests
    .filter(({ object }) => object.kind === 'Ingress')
    .map(({ object, path }) => {
      // The older versions left the API with Kubernetes 1.22.
      if (object.apiVersion !== API_VERSION) {
        throw new InputError(
          `no matches for kind "Ingress" in version "${object.apiVersion}": '${path}' must say ${API_VERSION}`,
        );
      }
      const annotations = stringsAt(object, 'metadata', 'annotations');
      return {
        namespace: textAt(object, 'metadata', 'namespace') ?? defaultNamespace,
        name: textAt(object, 'metadata', 'name') ?? '',
        annotations,
        className:
          annotations[CLASS_ANNOTATION] ??
          textAt(object, 'spec', 'ingressClassName'),
        rules: recordsAt(object, 'spec', 'rules').map(rule => ({
          host: textAt(rule, 'host') ?? '',
          paths: recordsAt(rule, 'http', 'paths').map(toPath),
        })),
        defaultBackend: toBackend(valueAt(object, 'spec', 'defaultBackend')),
        tlsHosts: recordsAt(object, 'spec', 'tls').flatMap(({ hosts }) =>
          Array.isArray(hosts) ? hosts.map(String) : [],
        ),
      };
    });
}

function toPath(path: Record<string, unknown>): IngressPath {
  const backend = toBackend(path.backend);
  if (!backend) {
    throw new InputError(
      `A path of an Ingress must name a Service with a port in 'backend.service'`,
    );
  }
  return {
    path: textAt(path, 'path') ?? '',
    pathType: textAt(path, 'pathType') ?? 'ImplementationSpecific',
    backend,
  };
}

function toBackend(value: unknown): IngressBackend | undefined {
  const service = textAt(value, 'service', 'name');
  const number = valueAt(value, 'service', 'port', 'number');
  const port =
    textAt(value, 'service', 'port', 'name') ??
    (typeof number === 'number' ? number : undefined);
  return service === undefined || port === undefined
    ? undefined
    : { service, port };
}
