import { DEFAULT_REPLICAS, replicasOf } from './replicasOf';
import { KubernetesService, ServicePort } from './KubernetesService';
import {
  isRecord,
  Manifest,
  recordsAt,
  stringsAt,
  valueAt,
} from './readManifests';

// What Istio's gateway chart and operator give a gateway unless told otherwise.
const GATEWAY_PORTS: ServicePort[] = [
  { name: 'status-port', port: 15021, protocol: 'TCP' },
  { name: 'http2', port: 80, protocol: 'TCP' },
  { name: 'https', port: 443, protocol: 'TCP' },
];

/**
 * The Services of type LoadBalancer that manifests make: those written out, and those that Istio makes
 * of an operator's overlay, of its gateway chart's values, or of a Gateway.
 *
 * @throws InputError if an annotation is not a string.
 * @internal
 */
export function collectServices(
  manifests: Manifest[],
  defaultNamespace: string,
): KubernetesService[] {
  const services = manifests.flatMap(manifest => {
    switch (manifest.object.kind) {
      case 'Service':
        return fromService(manifest, manifests, defaultNamespace);
      case 'IstioOperator':
        return fromIstioOperator(manifest);
      case 'Gateway':
        return fromGateway(manifest, defaultNamespace);
      case undefined:
        return fromGatewayChart(manifest, defaultNamespace);
      default:
        return [];
    }
  });
  const byName = services.map(
    service => [`${service.namespace}/${service.name}`, service] as const,
  );
  return [...new Map(byName).values()];
}

function fromService(
  { object }: Manifest,
  manifests: Manifest[],
  defaultNamespace: string,
): KubernetesService[] {
  if (valueAt(object, 'spec', 'type') !== 'LoadBalancer') {
    return [];
  }
  const namespace =
    text(valueAt(object, 'metadata', 'namespace')) ?? defaultNamespace;
  const selector = valueAt(object, 'spec', 'selector');
  return [
    {
      namespace,
      name: text(valueAt(object, 'metadata', 'name')) ?? '',
      annotations: stringsAt(object, 'metadata', 'annotations'),
      loadBalancerClass: text(valueAt(object, 'spec', 'loadBalancerClass')),
      sourceRanges: textsAt(object, 'spec', 'loadBalancerSourceRanges'),
      ports: recordsAt(object, 'spec', 'ports').map(toPort),
      replicas: replicasOf(selector, manifests),
      spec: isRecord(object.spec) ? object.spec : undefined,
    },
  ];
}

function fromIstioOperator({ object }: Manifest): KubernetesService[] {
  const gateways = recordsAt(object, 'spec', 'components', 'ingressGateways');
  return gateways
    .filter(gateway => gateway.enabled !== false)
    .filter(gateway =>
      isLoadBalancer(valueAt(gateway, 'k8s', 'service', 'type')),
    )
    .map(gateway => {
      const ports = recordsAt(gateway, 'k8s', 'service', 'ports').map(toPort);
      const name = text(gateway.name) ?? 'istio-ingressgateway';
      const isDefault = name === 'istio-ingressgateway';
      return {
        namespace: text(gateway.namespace) ?? 'istio-system',
        name,
        annotations: {
          ...(isDefault &&
            stringsAt(
              object,
              'spec',
              'values',
              'gateways',
              name,
              'serviceAnnotations',
            )),
          ...stringsAt(gateway, 'k8s', 'serviceAnnotations'),
        },
        loadBalancerClass: text(
          valueAt(gateway, 'k8s', 'service', 'loadBalancerClass'),
        ),
        sourceRanges: textsAt(
          gateway,
          'k8s',
          'service',
          'loadBalancerSourceRanges',
        ),
        ports: ports.length > 0 ? ports : GATEWAY_PORTS,
        replicas: DEFAULT_REPLICAS,
      };
    });
}

// The chart names its Service after the release, which our repositories keep as the folder's name.
function fromGatewayChart(
  { path, object }: Manifest,
  defaultNamespace: string,
): KubernetesService[] {
  const service = object.service;
  const isValues = /(^|\/)values[^/]*\.ya?ml$/.test(path);
  if (!isValues || !isRecord(service) || !isRecord(service.annotations)) {
    return [];
  }
  if (!isLoadBalancer(service.type)) {
    return [];
  }
  const ports = recordsAt(service, 'ports').map(toPort);
  const folder = path.split('/').slice(-2, -1)[0];
  return [
    {
      namespace: text(object.namespace) ?? defaultNamespace,
      name: text(object.name) ?? folder ?? 'istio-ingress',
      annotations: stringsAt(service, 'annotations'),
      loadBalancerClass: text(service.loadBalancerClass),
      sourceRanges: textsAt(service, 'loadBalancerSourceRanges'),
      ports: ports.length > 0 ? ports : GATEWAY_PORTS,
      replicas: DEFAULT_REPLICAS,
    },
  ];
}

function fromGateway({ object }: Manifest, defaultNamespace: string) {
  if (!String(object.apiVersion).startsWith('gateway.networking.k8s.io/')) {
    return [];
  }
  const annotations = stringsAt(
    object,
    'spec',
    'infrastructure',
    'annotations',
  );
  if (!isLoadBalancer(annotations['networking.istio.io/service-type'])) {
    return [];
  }
  const name = text(valueAt(object, 'metadata', 'name')) ?? '';
  const className =
    text(valueAt(object, 'spec', 'gatewayClassName')) ?? 'istio';
  const listeners = recordsAt(object, 'spec', 'listeners').map(listener =>
    Number(listener.port),
  );
  const ports = [...new Set(listeners)].map(port => ({
    port,
    protocol: 'TCP',
  }));
  return [
    {
      namespace:
        text(valueAt(object, 'metadata', 'namespace')) ?? defaultNamespace,
      name: `${name}-${className}`,
      annotations,
      sourceRanges: [],
      ports: [GATEWAY_PORTS[0], ...ports],
      replicas: DEFAULT_REPLICAS,
    },
  ];
}

// Istio makes its gateways' Services load balancers unless they say otherwise.
function isLoadBalancer(type: unknown): boolean {
  return type === undefined || type === 'LoadBalancer';
}

function toPort(port: Record<string, unknown>): ServicePort {
  return {
    name: text(port.name),
    port: Number(port.port),
    protocol: text(port.protocol) ?? 'TCP',
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsAt(object: unknown, ...path: string[]): string[] {
  const value = valueAt(object, ...path);
  return Array.isArray(value) ? value.map(String) : [];
}
