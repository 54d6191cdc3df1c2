import { parseGoInteger } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { IngressAnnotations } from './LbcIngress';
import {
  AlbHealthCheckPlan,
  parseHealthCheckProtocol,
} from './planHealthCheck';

// All of this is from pkg/ingress/model_build_frontend_nlb.go, version 3.5.

/** The settings of a health check that an Ingress names itself. */
type Named = Partial<AlbHealthCheckPlan>;

/** What one Ingress says of the health check of one port. @internal */
export interface FrontendHealthCheck {
  named: Named;
  targetPort: number;
}

const DEFAULTS: AlbHealthCheckPlan = {
  port: 'traffic-port',
  protocol: 'HTTP',
  path: '/',
  matcher: { httpCode: '200' },
  intervalSeconds: 15,
  timeoutSeconds: 5,
  healthyThresholdCount: 2,
  unhealthyThresholdCount: 2,
};

function readPort(annotations: IngressAnnotations): Named['port'] {
  const name = 'frontend-nlb-healthcheck-port';
  const asked = annotations.string(name);
  if (asked === undefined || asked === 'traffic-port') return asked;
  const port = parseGoInteger(asked, 32);
  if (port !== undefined) return port;
  throw new ControllerRefusal('failed to resolve healthCheckPort', [
    annotations.keyOf(name),
  ]);
}

function readProtocol(annotations: IngressAnnotations): Named['protocol'] {
  const name = 'frontend-nlb-healthcheck-protocol';
  const asked = annotations.string(name);
  return asked === undefined
    ? undefined
    : parseHealthCheckProtocol(asked, [annotations.keyOf(name)]);
}

/** What an Ingress itself says of health checks from the Network Load Balancer in front. @internal */
export function readFrontendHealthCheck(
  annotations: IngressAnnotations,
): Partial<AlbHealthCheckPlan> {
  const port = readPort(annotations);
  const protocol = readProtocol(annotations);
  const codes = annotations.string('frontend-nlb-healthcheck-success-codes');
  return {
    port,
    protocol,
    path: annotations.string('frontend-nlb-healthcheck-path'),
    matcher: codes === undefined ? undefined : { httpCode: codes },
    intervalSeconds: annotations.int32(
      'frontend-nlb-healthcheck-interval-seconds',
    ),
    timeoutSeconds: annotations.int32(
      'frontend-nlb-healthcheck-timeout-seconds',
    ),
    healthyThresholdCount: annotations.int32(
      'frontend-nlb-healthcheck-healthy-threshold-count',
    ),
    unhealthyThresholdCount: annotations.int32(
      'frontend-nlb-healthcheck-unhealthy-threshold-count',
    ),
  };
}

// In the order in which the controller looks for conflicts.
const SETTINGS = [
  ['intervalSeconds', 'IntervalSeconds'],
  ['timeoutSeconds', 'TimeoutSeconds'],
  ['healthyThresholdCount', 'HealthyThresholdCount'],
  ['unhealthyThresholdCount', 'UnhealthyThresholdCount'],
  ['protocol', 'Protocol'],
  ['path', 'Path'],
  ['matcher', 'Matcher'],
  ['port', 'Port'],
] as const;

const toText = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

/**
 * What all Ingresses together say of the health check of one port. What none says has its default.
 *
 * @throws ControllerRefusal where two say different things, or lead the port to different ones.
 *
 * @internal
 */
export function mergeFrontendHealthChecks(
  configs: readonly FrontendHealthCheck[],
): AlbHealthCheckPlan {
  const merged: Named = {};
  configs.forEach(({ named, targetPort }, index) => {
    const refuse = (what: string, now: unknown, before: unknown): never => {
      throw new ControllerRefusal(
        `conflicting ${what}, config ${index + 1}: ${toText(
          now,
        )}, previous: ${toText(before)}`,
        ['alb.ingress.kubernetes.io/frontend-nlb-listener-port-mapping'],
      );
    };
    for (const [setting, word] of SETTINGS) {
      const now = named[setting];
      const before = merged[setting];
      if (now === undefined) continue;
      if (before !== undefined && toText(before) !== toText(now))
        refuse(word, now, before);
      Object.assign(merged, { [setting]: now });
    }
    const [first] = configs;
    if (first.targetPort !== targetPort)
      refuse('Target Port', targetPort, first.targetPort);
  });
  return { ...DEFAULTS, ...merged };
}
