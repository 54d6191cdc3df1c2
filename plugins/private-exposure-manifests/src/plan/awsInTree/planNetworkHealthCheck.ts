import { parseGoInteger } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { InTreeName, keyOf, read } from './annotations';
import { InTreeCloudConfig } from './facts';

/** The health check of a Network Load Balancer's target groups. @public */
export interface NetworkHealthCheck {
  /** A port of the nodes, or `traffic-port`. */
  port: string;
  protocol: 'TCP' | 'HTTP' | 'HTTPS';
  /** `undefined` for TCP. */
  path: string | undefined;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

const PROTOCOL = 'aws-load-balancer-healthcheck-protocol';
const PORT = 'aws-load-balancer-healthcheck-port';
const KUBE_PROXY = { port: 10256, path: '/healthz' };
const TRAFFIC_PORT = 'traffic-port';

const CLUSTER_WIDE: NetworkHealthCheck = {
  port: TRAFFIC_PORT,
  path: '/',
  protocol: 'TCP',
  intervalSeconds: 30,
  timeoutSeconds: 10,
  healthyThresholdCount: 3,
  unhealthyThresholdCount: 3,
};

const isLocal = (service: KubernetesObject) =>
  readServiceSpec(service).externalTrafficPolicy === 'Local';

/** What is checked where the Service says nothing; with Local, kube-proxy answers on a port of its own. */
function defaultsOf(service: KubernetesObject): NetworkHealthCheck {
  if (!isLocal(service)) return CLUSTER_WIDE;
  const { type, healthCheckNodePort } = readServiceSpec(service);
  const hasPort = type === 'LoadBalancer';
  return {
    port: String(hasPort ? healthCheckNodePort : 0),
    path: hasPort ? '/healthz' : '',
    protocol: 'HTTP',
    intervalSeconds: 10,
    timeoutSeconds: 10,
    healthyThresholdCount: 2,
    unhealthyThresholdCount: 2,
  };
}

function readProtocol(
  service: KubernetesObject,
  otherwise: NetworkHealthCheck['protocol'],
): NetworkHealthCheck['protocol'] {
  const text = (read(service, PROTOCOL) ?? otherwise).toUpperCase();
  if (text === 'TCP' || text === 'HTTP' || text === 'HTTPS') return text;
  throw new ControllerRefusal(`Unsupported health check protocol ${text}`, [
    keyOf(PROTOCOL),
  ]);
}

function readNumber(
  service: KubernetesObject,
  name: InTreeName,
  otherwise: number,
): number {
  const text = read(service, name);
  if (text === undefined) return otherwise;
  const value = parseGoInteger(text);
  if (value !== undefined) return value;
  throw new ControllerRefusal(
    `failed to parse annotation ${keyOf(name)}=${text}`,
    [keyOf(name)],
  );
}

/** Where the cluster says so, kube-proxy answers for every Service, whatever its annotations say. */
function sharedCheck(
  service: KubernetesObject,
  config: InTreeCloudConfig,
): Partial<NetworkHealthCheck> {
  const mode = config.clusterServiceLoadBalancerHealthProbeMode ?? '';
  if (mode === '' || mode === 'ServiceNodePort') return {};
  if (mode !== 'Shared')
    throw new ControllerRefusal(
      `Unsupported ClusterServiceLoadBalancerHealthProbeMode ${mode}`,
      [],
    );
  if (isLocal(service)) return {};
  return {
    protocol: 'HTTP',
    port: String(
      config.clusterServiceSharedLoadBalancerHealthProbePort || KUBE_PROXY.port,
    ),
    path:
      config.clusterServiceSharedLoadBalancerHealthProbePath || KUBE_PROXY.path,
  };
}

/**
 * Plans the health check of a Network Load Balancer's target groups.
 *
 * @remarks `buildNLBHealthCheckConfiguration` in `pkg/providers/v1/aws.go` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal} for an unknown protocol, and for numbers that are none.
 *
 * @public
 */
export function planNetworkHealthCheck(
  service: KubernetesObject,
  config: InTreeCloudConfig = {},
): NetworkHealthCheck {
  const defaults = defaultsOf(service);
  const protocol = readProtocol(service, defaults.protocol);
  const path =
    protocol === 'TCP'
      ? undefined
      : read(service, 'aws-load-balancer-healthcheck-path') ?? defaults.path;
  const number = (name: InTreeName, otherwise: number) =>
    readNumber(service, name, otherwise);
  const planned = {
    protocol,
    path,
    port: read(service, PORT) ?? defaults.port,
    ...sharedCheck(service, config),
    intervalSeconds: number(
      'aws-load-balancer-healthcheck-interval',
      defaults.intervalSeconds,
    ),
    timeoutSeconds: number(
      'aws-load-balancer-healthcheck-timeout',
      defaults.timeoutSeconds,
    ),
    healthyThresholdCount: number(
      'aws-load-balancer-healthcheck-healthy-threshold',
      defaults.healthyThresholdCount,
    ),
    unhealthyThresholdCount: number(
      'aws-load-balancer-healthcheck-unhealthy-threshold',
      defaults.unhealthyThresholdCount,
    ),
  };
  if (
    planned.port !== TRAFFIC_PORT &&
    parseGoInteger(planned.port) === undefined
  )
    throw new ControllerRefusal(`Invalid health check port '${planned.port}'`, [
      keyOf(PORT),
    ]);
  return planned;
}
