import { ControllerRefusal } from '../ControllerRefusal';
import { parseGoInteger } from '../../values/goParsers';
import { ALLOCATED } from '../nameLbcResource';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { AllocatedPort, LbcService } from './LbcService';
import { TargetType } from './planTargetType';

/** How a load balancer learns whether a target works. Times are in seconds. @public */
export interface HealthCheckPlan {
  /** A number, or `traffic-port`. */
  port: AllocatedPort | 'traffic-port';
  protocol: 'TCP' | 'HTTP' | 'HTTPS';
  /** Not for TCP. */
  path?: string;
  /** Which answers are healthy. Not for TCP. */
  matcher?: { httpCode: string };
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

/** What holds where an annotation is missing. */
interface HealthCheckDefaults {
  port: string;
  protocol: string;
  path: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

const TRAFFIC_PORT = 'traffic-port';

const DEFAULTS: HealthCheckDefaults = {
  port: TRAFFIC_PORT,
  protocol: 'TCP',
  path: '/',
  intervalSeconds: 10,
  timeoutSeconds: 10,
  healthyThresholdCount: 3,
  unhealthyThresholdCount: 3,
};

// Nodes answer at a port of their own whether they have pods of the Service.
const localDefaults = (port: AllocatedPort): HealthCheckDefaults => ({
  port: String(port),
  protocol: 'HTTP',
  path: '/healthz',
  intervalSeconds: 10,
  timeoutSeconds: 6,
  healthyThresholdCount: 2,
  unhealthyThresholdCount: 2,
});

/** The port that is checked. @internal */
export function planHealthCheckPort(
  { annotations, ports, namespace, name }: LbcService,
  targetType: TargetType,
  defaultPort: string = TRAFFIC_PORT,
): HealthCheckPlan['port'] {
  const key = 'aws-load-balancer-healthcheck-port';
  const about = [annotations.keyOf(key)];
  const asked = annotations.string(key) ?? defaultPort;
  if (asked === TRAFFIC_PORT || asked === ALLOCATED) return asked;
  const number = parseGoInteger(asked, 32);
  if (number !== undefined) return number;
  const port = ports.find(candidate => candidate.name === asked);
  if (!port)
    throw new ControllerRefusal(
      `failed to resolve healthCheckPort: unable to find port ${asked} on service ${namespace}/${name}`,
      about,
    );
  if (targetType === 'instance') return port.nodePort;
  if (typeof port.targetPort === 'number') return port.targetPort;
  throw new ControllerRefusal(
    "cannot use named healthCheckPort for IP TargetType when service's targetPort is a named port",
    about,
  );
}

/** What the check speaks. @internal */
export function planHealthCheckProtocol(
  { annotations }: LbcService,
  defaultProtocol: string = DEFAULTS.protocol,
): HealthCheckPlan['protocol'] {
  const key = 'aws-load-balancer-healthcheck-protocol';
  const asked = annotations.string(key) ?? defaultProtocol;
  const protocol = asked.toUpperCase();
  if (protocol === 'TCP' || protocol === 'HTTP' || protocol === 'HTTPS')
    return protocol;
  throw new ControllerRefusal(`unsupported health check protocol ${asked}`, [
    annotations.keyOf(key),
  ]);
}

/**
 * The health check of a target group. For nodes with `externalTrafficPolicy: Local` other defaults hold.
 *
 * @remarks `buildTargetGroupHealthCheckConfig` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planHealthCheck(
  service: LbcService,
  { featureGates }: Pick<AwsLbcServiceFacts, 'featureGates'>,
  targetType: TargetType,
): HealthCheckPlan {
  const { annotations, externalTrafficPolicy, type } = service;
  const isLocal =
    targetType === 'instance' &&
    externalTrafficPolicy === 'Local' &&
    type === 'LoadBalancer';
  const defaults = isLocal
    ? localDefaults(service.healthCheckNodePort)
    : DEFAULTS;
  const isAdvanced = featureGates.NLBHealthCheckAdvancedConfig;
  const protocol = planHealthCheckProtocol(service, defaults.protocol);
  const path =
    annotations.string('aws-load-balancer-healthcheck-path') ?? defaults.path;
  const httpCode =
    annotations.string('aws-load-balancer-healthcheck-success-codes') ??
    '200-399';
  return {
    protocol,
    ...(protocol === 'TCP' ? {} : { path }),
    ...(protocol === 'TCP' || !isAdvanced ? {} : { matcher: { httpCode } }),
    port: planHealthCheckPort(service, targetType, defaults.port),
    intervalSeconds:
      annotations.int32('aws-load-balancer-healthcheck-interval') ??
      defaults.intervalSeconds,
    timeoutSeconds:
      (isAdvanced
        ? annotations.int32('aws-load-balancer-healthcheck-timeout')
        : undefined) ?? defaults.timeoutSeconds,
    healthyThresholdCount:
      annotations.int32('aws-load-balancer-healthcheck-healthy-threshold') ??
      defaults.healthyThresholdCount,
    unhealthyThresholdCount:
      annotations.int32('aws-load-balancer-healthcheck-unhealthy-threshold') ??
      defaults.unhealthyThresholdCount,
  };
}
