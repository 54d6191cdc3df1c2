import { AwsLbcServiceAnnotation } from '../../catalogues/awsLbcService';
import { LbcAnnotations } from '../../values/LbcAnnotations';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { ALLOCATED } from '../nameLbcResource';

/** A port number, or that one is given when the object is created. @public */
export type AllocatedPort = number | typeof ALLOCATED;

/** One port of a Service as the controller reads it; what is missing is empty or 0. @internal */
export interface LbcServicePort {
  name: string;
  /** As it stands in the spec, such as `TCP`. */
  protocol: string;
  port: number;
  /** Number or name. */
  targetPort: number | string;
  nodePort: AllocatedPort;
}

/** A Service as the AWS Load Balancer Controller reads it. @internal */
export interface LbcService {
  name: string;
  namespace: string;
  uid: string;
  annotations: LbcAnnotations<AwsLbcServiceAnnotation>;
  type: string;
  loadBalancerClass: string | undefined;
  ports: readonly LbcServicePort[];
  sourceRanges: readonly string[];
  ipFamilies: readonly string[];
  externalTrafficPolicy: string;
  healthCheckNodePort: AllocatedPort;
  /** `spec.allocateLoadBalancerNodePorts`; true where it is missing. */
  allocatesNodePorts: boolean;
}

/** Prefix of the annotations, without its `/`. @internal */
export const SERVICE_ANNOTATION_PREFIX = 'service.beta.kubernetes.io';

const asText = (value: ManifestValue | undefined): string =>
  typeof value === 'string' ? value : '';

const asNumber = (value: ManifestValue | undefined): number =>
  typeof value === 'number' ? value : 0;

const asPort = (value: ManifestValue | undefined): AllocatedPort =>
  value === ALLOCATED ? value : asNumber(value);

const asTexts = (value: ManifestValue | undefined): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];

function readPorts(value: ManifestValue | undefined): LbcServicePort[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap(item => {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      return [];
    const { targetPort } = item;
    return [
      {
        name: asText(item.name),
        protocol: asText(item.protocol),
        port: asNumber(item.port),
        targetPort:
          typeof targetPort === 'string' ? targetPort : asNumber(targetPort),
        nodePort: asPort(item.nodePort),
      },
    ];
  });
}

/**
 * Reads a Service. Nothing is refused here: a field of the wrong kind, which the API server would refuse, counts as
 * missing.
 *
 * @internal
 */
export function readLbcService({
  metadata,
  spec,
}: KubernetesObject): LbcService {
  return {
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
    uid: metadata.uid ?? '',
    annotations: new LbcAnnotations<AwsLbcServiceAnnotation>(
      metadata.annotations ?? {},
      SERVICE_ANNOTATION_PREFIX,
    ),
    type: asText(spec?.type),
    loadBalancerClass:
      typeof spec?.loadBalancerClass === 'string'
        ? spec.loadBalancerClass
        : undefined,
    ports: readPorts(spec?.ports),
    sourceRanges: asTexts(spec?.loadBalancerSourceRanges),
    ipFamilies: asTexts(spec?.ipFamilies),
    externalTrafficPolicy: asText(spec?.externalTrafficPolicy),
    healthCheckNodePort: asPort(spec?.healthCheckNodePort),
    allocatesNodePorts: spec?.allocateLoadBalancerNodePorts !== false,
  };
}
