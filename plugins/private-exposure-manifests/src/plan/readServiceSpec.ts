import { KubernetesObject, ManifestValue } from './KubernetesObject';

/** One port of a Service. What the manifest leaves out has the value that the API server gives it. @public */
export interface PlannedPort {
  name: string;
  /** As it stands in the manifest; `TCP` where it is missing. */
  protocol: string;
  port: number;
  /** `0` where none is given; the API server then gives one. */
  nodePort: number;
  targetPort: number | string | undefined;
  /** What is spoken on top, such as `http`; `undefined` where it is missing. */
  appProtocol: string | undefined;
}

/** The fields of a Service's spec that load balancer controllers read. @public */
export interface PlannedServiceSpec {
  type: string;
  ports: PlannedPort[];
  /** Empty where it is missing. */
  ipFamilies: string[];
  loadBalancerSourceRanges: string[];
  /** Empty where it is missing. */
  loadBalancerIP: string;
  externalTrafficPolicy: string;
  sessionAffinity: string;
  /** `0` where it is missing. */
  healthCheckNodePort: number;
}

const asText = (value: ManifestValue | undefined): string =>
  typeof value === 'string' ? value : '';
const asNumber = (value: ManifestValue | undefined): number =>
  typeof value === 'number' ? value : 0;
const asTexts = (value: ManifestValue | undefined): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];

function readPort(value: ManifestValue): PlannedPort | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined;
  const { targetPort, appProtocol } = value;
  return {
    name: asText(value.name),
    protocol: asText(value.protocol) || 'TCP',
    port: asNumber(value.port),
    nodePort: asNumber(value.nodePort),
    targetPort:
      typeof targetPort === 'number' || typeof targetPort === 'string'
        ? targetPort
        : undefined,
    appProtocol: typeof appProtocol === 'string' ? appProtocol : undefined,
  };
}

/**
 * Reads a Service's spec as far as load balancer controllers do. Nothing is refused here: a field of the wrong kind,
 * which the API server would refuse, counts as missing.
 *
 * @public
 */
export function readServiceSpec({
  spec,
}: KubernetesObject): PlannedServiceSpec {
  const ports = spec?.ports;
  return {
    type: asText(spec?.type),
    ports: (Array.isArray(ports) ? ports : [])
      .map(readPort)
      .filter((port): port is PlannedPort => port !== undefined),
    ipFamilies: asTexts(spec?.ipFamilies),
    loadBalancerSourceRanges: asTexts(spec?.loadBalancerSourceRanges),
    loadBalancerIP: asText(spec?.loadBalancerIP),
    externalTrafficPolicy: asText(spec?.externalTrafficPolicy),
    sessionAffinity: asText(spec?.sessionAffinity) || 'None',
    healthCheckNodePort: asNumber(spec?.healthCheckNodePort),
  };
}

/** A Service's name as controllers write it, `namespace/name`; without a namespace it stands in `default`. @internal */
export function serviceNameOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? 'default'}/${metadata.name ?? ''}`;
}
