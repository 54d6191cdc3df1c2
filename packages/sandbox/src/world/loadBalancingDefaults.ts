import { HealthCheck, LoadBalancer, TargetGroup } from './types';

/**
 * The attributes of a new load balancer, as the ELBv2 API reference documents
 * them for `LoadBalancerAttribute`.
 *
 * @internal
 */
export function defaultLoadBalancerAttributes(
  type: LoadBalancer['type'],
): Record<string, string> {
  const common = {
    'access_logs.s3.enabled': 'false',
    'access_logs.s3.bucket': '',
    'access_logs.s3.prefix': '',
    'deletion_protection.enabled': 'false',
    'ipv6.deny_all_igw_traffic': 'false',
    'zonal_shift.config.enabled': 'false',
  };
  if (type === 'application') {
    return {
      ...common,
      'idle_timeout.timeout_seconds': '60',
      'load_balancing.cross_zone.enabled': 'true',
      'routing.http.drop_invalid_header_fields.enabled': 'false',
      'routing.http2.enabled': 'true',
    };
  }
  return {
    ...common,
    'dns_record.client_routing_policy': 'any_availability_zone',
    'load_balancing.cross_zone.enabled': 'false',
    'secondary_ips.auto_assigned.per_subnet': '0',
  };
}

/**
 * The attributes that a listener of this protocol has, with their defaults: of
 * those that the ELBv2 API reference documents for `ListenerAttribute`, the one
 * of network load balancers. Their guide lets TCP listeners alone change it.
 *
 * @internal
 */
export function defaultListenerAttributes(
  protocol: string,
): Record<string, string> {
  return protocol === 'TCP' ? { 'tcp.idle_timeout.seconds': '350' } : {};
}

const targetGroupHealthAttributes = {
  'target_group_health.dns_failover.minimum_healthy_targets.count': '1',
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': 'off',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count':
    '1',
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage':
    'off',
};

/**
 * The attributes of a new target group, as the ELBv2 API reference documents
 * them for `TargetGroupAttribute`. Behind a network load balancer client
 * addresses are kept by default except for TCP and TLS to IP targets.
 *
 * @internal
 */
export function defaultTargetGroupAttributes(
  protocol: string,
  targetType: TargetGroup['targetType'],
): Record<string, string> {
  if (protocol === 'HTTP' || protocol === 'HTTPS') {
    return {
      'deregistration_delay.timeout_seconds': '300',
      'load_balancing.algorithm.anomaly_mitigation': 'off',
      'load_balancing.algorithm.type': 'round_robin',
      'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
      'slow_start.duration_seconds': '0',
      'stickiness.app_cookie.cookie_name': '',
      'stickiness.app_cookie.duration_seconds': '86400',
      'stickiness.enabled': 'false',
      'stickiness.lb_cookie.duration_seconds': '86400',
      'stickiness.type': 'lb_cookie',
      ...targetGroupHealthAttributes,
    };
  }
  const keepsClientIp =
    targetType === 'instance' || protocol === 'UDP' || protocol === 'TCP_UDP';
  return {
    'deregistration_delay.timeout_seconds': '300',
    'deregistration_delay.connection_termination.enabled': 'false',
    'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration',
    'preserve_client_ip.enabled': String(keepsClientIp),
    'proxy_protocol_v2.enabled': 'false',
    'stickiness.enabled': 'false',
    'stickiness.type': 'source_ip',
    ...targetGroupHealthAttributes,
    'target_health_state.unhealthy.connection_termination.enabled': 'true',
    'target_health_state.unhealthy.draining_interval_seconds': '0',
  };
}

/** The health check of a new target group. @internal */
export function defaultHealthCheck(): HealthCheck {
  return {
    protocol: 'TCP',
    port: 'traffic-port',
    intervalSeconds: 30,
    timeoutSeconds: 10,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
  };
}
