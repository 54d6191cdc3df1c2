import { ScopedRecord } from './types';

/** A load balancer; `id` is its ARN. @public */
export interface LoadBalancer extends ScopedRecord {
  name: string;
  type: 'network' | 'application';
  scheme: 'internal' | 'internet-facing';
  vpcId: string;
  subnetIds: string[];
  /** A network load balancer made without any can never get one. */
  securityGroupIds: string[];
  /** Only where security groups exist; `on` unless said otherwise. */
  enforceInboundRulesOnPrivateLink?: 'on' | 'off';
  ipAddressType: 'ipv4' | 'dualstack';
  dnsName: string;
  canonicalHostedZoneId: string;
  state: 'provisioning' | 'active' | 'active_impaired' | 'failed';
  stateReason?: string;
  attributes: Record<string, string>;
  networkInterfaceIds: string[];
}

/** A listener; `id` is its ARN. It forwards to one target group. @public */
export interface Listener extends ScopedRecord {
  loadBalancerArn: string;
  port: number;
  protocol: string;
  targetGroupArn: string;
  certificateArn?: string;
  sslPolicy?: string;
  alpnPolicy?: string;
  attributes: Record<string, string>;
}

/** A target's state of health, in the service's words. @public */
export interface TargetHealth {
  state:
    | 'initial'
    | 'healthy'
    | 'unhealthy'
    | 'unhealthy.draining'
    | 'unused'
    | 'draining'
    | 'unavailable';
  reason?: string;
  description?: string;
}

/** A registered target. @public */
export interface Target {
  targetId: string;
  port: number;
  zoneName?: string;
  health: TargetHealth;
  /** Set by `setTargetHealth`: stays until healed, whatever time passes. */
  pinnedHealth?: TargetHealth;
}

/** How a target group checks its targets. @public */
export interface HealthCheck {
  protocol: string;
  port: string;
  path?: string;
  intervalSeconds: number;
  timeoutSeconds: number;
  healthyThreshold: number;
  unhealthyThreshold: number;
  matcher?: string;
}

/** A target group; `id` is its ARN. @public */
export interface TargetGroup extends ScopedRecord {
  name: string;
  protocol: string;
  port: number;
  vpcId: string;
  targetType: 'ip' | 'instance' | 'alb';
  ipAddressType: 'ipv4' | 'ipv6';
  healthCheck: HealthCheck;
  attributes: Record<string, string>;
  /** Keyed by id and port. */
  targets: Map<string, Target>;
}
