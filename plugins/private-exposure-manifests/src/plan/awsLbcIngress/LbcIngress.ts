import { AwsLbcIngressAnnotation } from '../../catalogues/awsLbcIngress';
import { LbcAnnotations } from '../../values/LbcAnnotations';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { IngressClassParams } from './IngressClassParams';

/** Prefix of the annotations, without its `/`. @internal */
export const INGRESS_ANNOTATION_PREFIX = 'alb.ingress.kubernetes.io';

/** The annotation that names a class the old way; it has no prefix of the controller's. @internal */
export const INGRESS_CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** Annotations as the controller reads them, of an Ingress or of an Ingress and a Service together. @internal */
export type IngressAnnotations = LbcAnnotations<AwsLbcIngressAnnotation>;

/** Where a path leads. @internal */
export interface IngressBackend {
  /** `undefined` for a backend that is no Service. */
  service: { name: string; portName: string; portNumber: number } | undefined;
}

/** One path of a rule. @internal */
export interface IngressPath {
  path: string;
  pathType: string | undefined;
  backend: IngressBackend;
}

/** An Ingress as the AWS Load Balancer Controller reads it. @internal */
export interface LbcIngress {
  name: string;
  namespace: string;
  /** `namespace/name`. */
  key: string;
  annotations: IngressAnnotations;
  /** The annotations themselves, by whole key. */
  rawAnnotations: Readonly<Record<string, string>>;
  className: string | undefined;
  finalizers: readonly string[];
  isBeingDeleted: boolean;
  rules: readonly {
    host: string;
    /** `undefined` for a rule without `http`. */
    paths: readonly IngressPath[] | undefined;
  }[];
  /** Hosts of `spec.tls`. */
  tlsHosts: readonly string[];
  defaultBackend: IngressBackend | undefined;
}

/** An Ingress of a group, with what its class sets. @internal */
export interface GroupMember extends LbcIngress {
  params: IngressClassParams | undefined;
}

type JsonRecord = { [key: string]: ManifestValue | undefined };

const asRecord = (value: ManifestValue | undefined): JsonRecord | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;

const asText = (value: ManifestValue | undefined): string =>
  typeof value === 'string' ? value : '';

const asOptionalText = (value: ManifestValue | undefined) =>
  typeof value === 'string' ? value : undefined;

const asList = (value: ManifestValue | undefined): JsonRecord[] =>
  Array.isArray(value)
    ? value.flatMap(item => {
        const record = asRecord(item);
        return record ? [record] : [];
      })
    : [];

function readBackend(value: ManifestValue | undefined): IngressBackend {
  const service = asRecord(asRecord(value)?.service);
  const port = asRecord(service?.port);
  return {
    service: service && {
      name: asText(service.name),
      portName: asText(port?.name),
      portNumber: typeof port?.number === 'number' ? port.number : 0,
    },
  };
}

function readRule(rule: JsonRecord): LbcIngress['rules'][number] {
  const http = asRecord(rule.http);
  return {
    host: asText(rule.host),
    paths:
      http &&
      asList(http.paths).map(path => ({
        path: asText(path.path),
        pathType: asOptionalText(path.pathType),
        backend: readBackend(path.backend),
      })),
  };
}

/** The annotations of an object as the controller reads them for Ingresses. @internal */
export function readIngressAnnotations(
  annotations: Readonly<Record<string, string>> | undefined,
): IngressAnnotations {
  return new LbcAnnotations<AwsLbcIngressAnnotation>(
    annotations ?? {},
    INGRESS_ANNOTATION_PREFIX,
  );
}

/**
 * Reads an Ingress of `networking.k8s.io/v1`. Nothing is refused here: a field of the wrong kind, which the API server
 * would refuse, counts as missing.
 *
 * @internal
 */
export function readLbcIngress({
  metadata,
  spec,
}: KubernetesObject): LbcIngress {
  const { name = '', namespace = '', annotations = {} } = metadata;
  return {
    name,
    namespace,
    key: `${namespace}/${name}`,
    annotations: readIngressAnnotations(annotations),
    rawAnnotations: annotations,
    className: asOptionalText(spec?.ingressClassName),
    finalizers: metadata.finalizers ?? [],
    isBeingDeleted: metadata.deletionTimestamp !== undefined,
    rules: asList(spec?.rules).map(readRule),
    tlsHosts: asList(spec?.tls).flatMap(({ hosts }) =>
      Array.isArray(hosts)
        ? hosts.filter((host): host is string => typeof host === 'string')
        : [],
    ),
    defaultBackend: asRecord(spec?.defaultBackend)
      ? readBackend(spec?.defaultBackend)
      : undefined,
  };
}

/** The value of `kubernetes.io/ingress.class`; `undefined` where it is missing. @internal */
export function readClassAnnotation({
  rawAnnotations,
}: LbcIngress): string | undefined {
  return Object.hasOwn(rawAnnotations, INGRESS_CLASS_ANNOTATION)
    ? rawAnnotations[INGRESS_CLASS_ANNOTATION]
    : undefined;
}
