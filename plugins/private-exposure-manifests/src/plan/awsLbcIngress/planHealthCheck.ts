import { parseGoInteger } from '../../values/goParsers';
import { AllocatedPort } from '../awsLbcService';
import { ControllerRefusal } from '../ControllerRefusal';
import { ALLOCATED } from '../nameLbcResource';
import { BackendService } from './BackendServices';
import { IngressAnnotations } from './LbcIngress';
import { AlbProtocol } from './planListenPorts';

/** The version of HTTP that targets speak. @public */
export type ProtocolVersion = 'HTTP1' | 'HTTP2' | 'GRPC';

/** Where targets are: ports of nodes, or addresses of pods. @public */
export type AlbTargetType = 'instance' | 'ip';

/** Which answers are healthy. @public */
export type HealthCheckMatcher = { httpCode: string } | { grpcCode: string };

/** How a load balancer learns whether a target works. Times are in seconds. @public */
export interface AlbHealthCheckPlan {
  /** A number, or `traffic-port`. */
  port: AllocatedPort | 'traffic-port';
  protocol: AlbProtocol;
  path: string;
  matcher: HealthCheckMatcher;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
}

const TRAFFIC_PORT = 'traffic-port';

/** The port of a Service by number or name, or why there is none. @internal */
export function findServicePort(
  { ports, namespace, name }: BackendService,
  port: number | string,
) {
  const found = ports.find(candidate =>
    typeof port === 'number'
      ? candidate.port === port
      : candidate.name === port,
  );
  return (
    found ?? {
      problem: `unable to find port ${port} on service ${namespace}/${name}`,
    }
  );
}

/** The port that is checked. @internal */
export function planHealthCheckPort(
  annotations: IngressAnnotations,
  service: BackendService | undefined,
  targetType: AlbTargetType,
): AlbHealthCheckPlan['port'] {
  const name = 'healthcheck-port';
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, [annotations.keyOf(name)]);
  };
  const asked = annotations.string(name) ?? TRAFFIC_PORT;
  if (asked === TRAFFIC_PORT) return asked;
  const number = parseGoInteger(asked, 32);
  if (number !== undefined) return number;
  if (!service) return ALLOCATED;
  const port = findServicePort(service, asked);
  if ('problem' in port)
    return refuse(`failed to resolve healthCheckPort: ${port.problem}`);
  if (targetType === 'instance') return port.nodePort;
  return typeof port.targetPort === 'number'
    ? port.targetPort
    : refuse(
        "cannot use named healthCheckPort for IP TargetType when service's targetPort is a named port",
      );
}

/** Reads a protocol of health checks, or refuses what is none. @internal */
export function parseHealthCheckProtocol(
  text: string,
  about: readonly string[],
): AlbProtocol {
  if (text === 'HTTP' || text === 'HTTPS') return text;
  throw new ControllerRefusal(
    'healthCheckProtocol must be within [HTTP, HTTPS]',
    about,
  );
}

/** The path that is asked for. @internal */
export function planHealthCheckPath(
  annotations: IngressAnnotations,
  version: ProtocolVersion,
): string {
  return (
    annotations.string('healthcheck-path') ??
    (version === 'GRPC' ? '/AWS.ALB/healthcheck' : '/')
  );
}

/** Which answers are healthy. @internal */
export function planHealthCheckMatcher(
  annotations: IngressAnnotations,
  version: ProtocolVersion,
): HealthCheckMatcher {
  const codes = annotations.string('success-codes');
  return version === 'GRPC'
    ? { grpcCode: codes ?? '12' }
    : { httpCode: codes ?? '200' };
}

/**
 * The health check of a target group.
 *
 * @remarks `buildTargetGroupHealthCheckConfig` in `pkg/ingress/model_build_target_group.go`, version 3.5.
 *
 * @param annotations - Those of Ingress and Service together.
 *
 * @internal
 */
export function planHealthCheck(
  annotations: IngressAnnotations,
  service: BackendService | undefined,
  target: {
    targetType: AlbTargetType;
    protocol: AlbProtocol;
    version: ProtocolVersion;
  },
): AlbHealthCheckPlan {
  const { targetType, protocol, version } = target;
  const port = planHealthCheckPort(annotations, service, targetType);
  const name = 'healthcheck-protocol';
  return {
    port,
    protocol: parseHealthCheckProtocol(annotations.string(name) ?? protocol, [
      annotations.keyOf(name),
    ]),
    path: planHealthCheckPath(annotations, version),
    matcher: planHealthCheckMatcher(annotations, version),
    intervalSeconds: annotations.int32('healthcheck-interval-seconds') ?? 15,
    timeoutSeconds: annotations.int32('healthcheck-timeout-seconds') ?? 5,
    healthyThresholdCount: annotations.int32('healthy-threshold-count') ?? 2,
    unhealthyThresholdCount:
      annotations.int32('unhealthy-threshold-count') ?? 2,
  };
}
