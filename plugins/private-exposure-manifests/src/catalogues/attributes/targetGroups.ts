import { AttributeSpec } from '../types';

const COOKIE_SECONDS = [1, 604_800] as const;
const off = (key: string) =>
  ({ key, type: 'boolean', default: 'false' } as const);
/** A number, a percentage, or `off`. */
const health = (key: string) => ({ key, type: 'string' } as const);

/** Attributes that all target groups have in common (Elastic Load Balancing API, TargetGroupAttribute). */
const anyTargetGroup = [
  {
    key: 'deregistration_delay.timeout_seconds',
    type: 'integer',
    default: '300',
    range: [0, 3600],
  },
  off('stickiness.enabled'),
  {
    key: 'load_balancing.cross_zone.enabled',
    type: 'string',
    default: 'use_load_balancer_configuration',
    allowed: ['true', 'false', 'use_load_balancer_configuration'],
  },
  health('target_group_health.dns_failover.minimum_healthy_targets.count'),
  health('target_group_health.dns_failover.minimum_healthy_targets.percentage'),
  health(
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count',
  ),
  health(
    'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage',
  ),
] as const satisfies readonly AttributeSpec[];

/** Attributes of a Network Load Balancer's target group (Elastic Load Balancing API, TargetGroupAttribute). @internal */
export const networkTargetGroupAttributes = [
  ...anyTargetGroup,
  off('deregistration_delay.connection_termination.enabled'),
  { key: 'preserve_client_ip.enabled', type: 'boolean' },
  off('proxy_protocol_v2.enabled'),
  { key: 'stickiness.type', type: 'string', allowed: ['source_ip'] },
  {
    key: 'target_health_state.unhealthy.connection_termination.enabled',
    type: 'boolean',
    default: 'true',
  },
  {
    key: 'target_health_state.unhealthy.draining_interval_seconds',
    type: 'integer',
    default: '0',
    range: [0, 360_000],
  },
] as const satisfies readonly AttributeSpec[];

/** Attributes of an Application Load Balancer's target group (Elastic Load Balancing API, TargetGroupAttribute). @internal */
export const applicationTargetGroupAttributes = [
  ...anyTargetGroup,
  {
    key: 'load_balancing.algorithm.type',
    type: 'string',
    default: 'round_robin',
    allowed: ['round_robin', 'least_outstanding_requests', 'weighted_random'],
  },
  {
    key: 'load_balancing.algorithm.anomaly_mitigation',
    type: 'string',
    default: 'off',
    allowed: ['on', 'off'],
  },
  // 0 switches it off; what lies between is refused.
  {
    key: 'slow_start.duration_seconds',
    type: 'integer',
    default: '0',
    allowed: ['0'],
    range: [30, 900],
  },
  {
    key: 'stickiness.type',
    type: 'string',
    allowed: ['lb_cookie', 'app_cookie'],
  },
  { key: 'stickiness.app_cookie.cookie_name', type: 'string' },
  {
    key: 'stickiness.app_cookie.duration_seconds',
    type: 'integer',
    default: '86400',
    range: COOKIE_SECONDS,
  },
  {
    key: 'stickiness.lb_cookie.duration_seconds',
    type: 'integer',
    default: '86400',
    range: COOKIE_SECONDS,
  },
] as const satisfies readonly AttributeSpec[];
