import { AnnotationSpec } from './types';

const PROTOCOLS = {
  allowed: ['tcp', 'http', 'https'],
  ignoresCase: true,
} as const;
const TOTAL = 'Interval times number of probes must be less than 120 seconds.';

/** The annotations of an Azure load balancer that concern its probes and single ports. @internal */
export const azureLoadBalancerProbes = [
  {
    key: 'azure-load-balancer-health-probe-protocol',
    type: 'string',
    ...PROTOCOLS,
    default: 'tcp; http with externalTrafficPolicy: Local',
    since: '1.10.0',
    example: 'tcp',
  },
  {
    key: 'azure-load-balancer-health-probe-interval',
    type: 'integer',
    default: '5',
    range: [5, 59],
    since: '1.21.0',
    example: '5',
    note: `Seconds. ${TOTAL}`,
  },
  {
    key: 'azure-load-balancer-health-probe-num-of-probe',
    type: 'integer',
    default: '2',
    range: [2, 23],
    since: '1.21.0',
    example: '2',
    note: TOTAL,
  },
  {
    key: 'azure-load-balancer-health-probe-request-path',
    clashes: [
      { key: 'azure-load-balancer-health-probe-protocol', values: ['tcp'] },
    ],
    type: 'string',
    default: '/',
    since: '1.20.0',
    example: '/healthz',
    note: 'Read for http and https.',
  },
  {
    key: 'port_<port>_no_lb_rule',
    type: 'boolean',
    default: 'false',
    allowed: ['true', 'false'],
    ignoresCase: true,
    since: '1.24.0',
    example: 'true',
    note: 'The port gets no rule, and so no probe.',
  },
  {
    key: 'port_<port>_no_probe_rule',
    type: 'boolean',
    default: 'false',
    allowed: ['true', 'false'],
    ignoresCase: true,
    since: '1.24.0',
    example: 'true',
  },
  {
    key: 'port_<port>_health-probe_protocol',
    type: 'string',
    ...PROTOCOLS,
    default: 'azure-load-balancer-health-probe-protocol',
    since: '1.24.0',
    example: 'http',
  },
  {
    key: 'port_<port>_health-probe_port',
    type: 'integer-or-name',
    default: 'the port itself',
    since: '1.24.0',
    example: '8080',
    note: 'A number or the name of a port of the Service.',
  },
  {
    key: 'port_<port>_health-probe_interval',
    type: 'integer',
    default: 'azure-load-balancer-health-probe-interval',
    range: [5, 59],
    since: '1.21.0',
    example: '5',
    note: `Seconds. ${TOTAL}`,
  },
  {
    key: 'port_<port>_health-probe_num-of-probe',
    type: 'integer',
    default: 'azure-load-balancer-health-probe-num-of-probe',
    range: [2, 23],
    since: '1.21.0',
    example: '2',
    note: TOTAL,
  },
  {
    key: 'port_<port>_health-probe_request-path',
    type: 'string',
    default: 'azure-load-balancer-health-probe-request-path',
    since: '1.20.0',
    example: '/healthz',
    note: 'Read for http and https.',
  },
] as const satisfies readonly AnnotationSpec[];
