import { ManifestValue } from '../plan/KubernetesObject';
import { IngressTarget } from './targets';

/** A backend of an Ingress, as far as rules read it. @internal */
export interface IngressBackend {
  service: string;
  portName: string | undefined;
  /** Of its rule; empty for every host. */
  host: string;
  /** `undefined` for the default backend. */
  path: string | undefined;
  pathType: string | undefined;
}

type Fields = { [key: string]: ManifestValue | undefined };

const fieldsOf = (value: ManifestValue | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
const textOf = (value: ManifestValue | undefined) =>
  typeof value === 'string' ? value : undefined;
const listOf = (value: ManifestValue | undefined) =>
  Array.isArray(value) ? value : [];

function readBackend(value: ManifestValue | undefined) {
  const service = fieldsOf(fieldsOf(value).service);
  const name = textOf(service.name);
  return name === undefined
    ? undefined
    : { service: name, portName: textOf(fieldsOf(service.port).name) };
}

/** The backends of an Ingress of `networking.k8s.io/v1`; `undefined` where the file doesn't hold the whole of it. @internal */
export function ingressBackends({
  object,
  isPartial,
}: Pick<IngressTarget, 'object' | 'isPartial'>): IngressBackend[] | undefined {
  if (isPartial || object?.kind !== 'Ingress') return undefined;
  if (object.apiVersion !== 'networking.k8s.io/v1') return undefined;
  const { rules, defaultBackend } = object.spec ?? {};
  const otherwise = readBackend(defaultBackend);
  const paths = listOf(rules).flatMap(rule => {
    const { host, http } = fieldsOf(rule);
    return listOf(fieldsOf(http).paths).flatMap(entry => {
      const { path, pathType, backend } = fieldsOf(entry);
      const read = readBackend(backend);
      return read
        ? [
            {
              ...read,
              host: textOf(host) ?? '',
              path: textOf(path) ?? '/',
              pathType: textOf(pathType),
            },
          ]
        : [];
    });
  });
  return [
    ...paths,
    ...(otherwise
      ? [{ ...otherwise, host: '', path: undefined, pathType: undefined }]
      : []),
  ];
}
