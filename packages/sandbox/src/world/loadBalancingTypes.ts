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

/** What a listener answers by itself, in the words of the ELBv2 API's `Action`. @public */
export type ListenerAnswer =
  | {
      type: 'fixed-response';
      statusCode: string;
      contentType?: string;
      messageBody?: string;
    }
  | {
      type: 'redirect';
      statusCode: string;
      protocol?: string;
      port?: string;
      host?: string;
      path?: string;
      query?: string;
    };

/** A listener; `id` is its ARN. By default it forwards to one target group, or answers. @public */
export interface Listener extends ScopedRecord {
  loadBalancerArn: string;
  port: number;
  protocol: string;
  /** Where requests go that no rule takes, unless the listener answers them. */
  targetGroupArn?: string;
  /** Only of application load balancers. */
  answer?: ListenerAnswer;
  certificateArn?: string;
  /** ARNs of the certificates beside the default one. */
  furtherCertificateArns?: string[];
  sslPolicy?: string;
  alpnPolicy?: string;
  attributes: Record<string, string>;
}

/** What a request must be for a rule, in the words of the ELBv2 API's `RuleCondition`. @public */
export interface RuleCondition {
  field:
    | 'host-header'
    | 'path-pattern'
    | 'http-header'
    | 'http-request-method'
    | 'query-string'
    | 'source-ip';
  values: string[];
  httpHeaderName?: string;
}

/** A rule of an application load balancer's listener; `id` is its ARN. @public */
export interface ListenerRule extends ScopedRecord {
  listenerArn: string;
  /** 1 is looked at first. */
  priority: number;
  conditions: RuleCondition[];
  targetGroupArn?: string;
  answer?: ListenerAnswer;
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
  /** Only of groups that speak HTTP or HTTPS. */
  protocolVersion?: 'HTTP1' | 'HTTP2' | 'GRPC';
  port: number;
  vpcId: string;
  targetType: 'ip' | 'instance' | 'alb';
  ipAddressType: 'ipv4' | 'ipv6';
  healthCheck: HealthCheck;
  attributes: Record<string, string>;
  /** Keyed by id and port. */
  targets: Map<string, Target>;
}
