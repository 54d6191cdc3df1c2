import { parseGoInteger, quoteGo } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { InTreeName, keyOf, read } from './annotations';

/** The health check of a Classic load balancer. @public */
export interface ClassicHealthCheck {
  /** Such as `TCP:30080` or `HTTP:30080/healthz`. */
  target: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

/** What a Classic load balancer checks where the Service says nothing. @public */
export interface ClassicHealthCheckDefaults {
  protocol: string;
  port: number;
  path: string;
}

const PORT = 'aws-load-balancer-healthcheck-port';

/** One number of the check: its field in AWS's API, and the least that the API takes. */
interface Threshold {
  name: InTreeName;
  field: string;
  least: number;
  otherwise: number;
}

const THRESHOLDS = {
  healthyThresholdCount: {
    name: 'aws-load-balancer-healthcheck-healthy-threshold',
    field: 'HealthyThreshold',
    least: 2,
    otherwise: 2,
  },
  unhealthyThresholdCount: {
    name: 'aws-load-balancer-healthcheck-unhealthy-threshold',
    field: 'UnhealthyThreshold',
    least: 2,
    otherwise: 6,
  },
  timeoutSeconds: {
    name: 'aws-load-balancer-healthcheck-timeout',
    field: 'Timeout',
    least: 2,
    otherwise: 5,
  },
  intervalSeconds: {
    name: 'aws-load-balancer-healthcheck-interval',
    field: 'Interval',
    least: 5,
    otherwise: 10,
  },
} satisfies { [field: string]: Threshold };

const describeParsing = (text: string) =>
  `strconv.ParseInt: parsing ${quoteGo(text)}: ${
    /^[+-]?\d+$/.test(text) ? 'value out of range' : 'invalid syntax'
  }`;

function refuse(name: InTreeName, problem: string, loadBalancer: string) {
  return new ControllerRefusal(
    `cannot update health check for load balancer ${quoteGo(
      loadBalancer,
    )}: ${quoteGo(problem)}`,
    [keyOf(name)],
  );
}

function readThreshold(
  service: KubernetesObject,
  { name, otherwise }: Threshold,
  loadBalancer: string,
): number {
  const text = read(service, name);
  if (text === undefined) return otherwise;
  const value = parseGoInteger(text);
  if (value === undefined)
    throw refuse(
      name,
      `failed parsing health check annotation value: ${describeParsing(text)}`,
      loadBalancer,
    );
  return value;
}

/** The four numbers. All are read before one is judged. */
function readThresholds(
  service: KubernetesObject,
  loadBalancer: string,
): Record<keyof typeof THRESHOLDS, number> {
  const value = (threshold: Threshold) =>
    readThreshold(service, threshold, loadBalancer);
  const values = {
    healthyThresholdCount: value(THRESHOLDS.healthyThresholdCount),
    unhealthyThresholdCount: value(THRESHOLDS.unhealthyThresholdCount),
    timeoutSeconds: value(THRESHOLDS.timeoutSeconds),
    intervalSeconds: value(THRESHOLDS.intervalSeconds),
  };
  for (const key of Object.keys(THRESHOLDS) as (keyof typeof THRESHOLDS)[]) {
    const { name, field, least } = THRESHOLDS[key];
    if (values[key] < least)
      throw refuse(
        name,
        `some of the load balancer health check parameters are invalid: minimum field value of ${least}, ${field}`,
        loadBalancer,
      );
  }
  return values;
}

function readPort(service: KubernetesObject, otherwise: number): number {
  const text = read(service, PORT);
  if (text === undefined || text === 'traffic-port') return otherwise;
  const port = parseGoInteger(text);
  if (port !== undefined) return port;
  throw new ControllerRefusal(describeParsing(text), [keyOf(PORT)]);
}

/** The path of a check; protocols other than http and https have none. */
function readPath(
  service: KubernetesObject,
  protocol: string,
  otherwise: string,
): string {
  if (!['HTTP', 'HTTPS'].includes(protocol.toUpperCase())) return '';
  return (
    read(service, 'aws-load-balancer-healthcheck-path') || otherwise || '/'
  );
}

/**
 * Plans the health check of a Classic load balancer.
 *
 * @remarks `ensureLoadBalancerHealthCheck` of cloud-provider-aws. The protocol is passed on as it stands.
 *
 * @param defaults - What is checked where the Service says nothing: the first port, or the port for
 * `externalTrafficPolicy: Local`.
 * @param loadBalancer - Name of the load balancer, for messages.
 * @throws {@link ControllerRefusal} for numbers that are none, or that AWS doesn't take.
 *
 * @public
 */
export function planClassicHealthCheck(
  service: KubernetesObject,
  defaults: ClassicHealthCheckDefaults,
  loadBalancer = '',
): ClassicHealthCheck {
  const protocol =
    read(service, 'aws-load-balancer-healthcheck-protocol') ??
    defaults.protocol;
  const port = readPort(service, defaults.port);
  const path = readPath(service, protocol, defaults.path);
  return {
    target: `${protocol}:${port}${path}`,
    ...readThresholds(service, loadBalancer),
  };
}
