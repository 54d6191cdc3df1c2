import type { TargetCondition } from '../mapping/states';
import type { Seen } from './Seen';

/** What the rules about load balancers read, whatever stands in front of these. @internal */
export interface WithLoadBalancers {
  /** The load balancers on the path. */
  loadBalancers: readonly InspectedLoadBalancer[];
}

/** A load balancer with everything behind it. @internal */
export interface InspectedLoadBalancer {
  /** Its ARN, as what points at it names it. */
  arn: string;
  /** The name in its ARN. */
  name: string;
  /** What it is; `undefined` if it does not exist. */
  description: Seen<LoadBalancerDescription | undefined>;
  /** Whether a node sends to targets in other zones. */
  crossZone: Seen<boolean>;
  /** Its subnets. */
  subnets: Seen<Subnet[]>;
  /** Its security groups, with what they let in. */
  securityGroups: Seen<SecurityGroup[]>;
  /** Its listeners. */
  listeners: Seen<Listener[]>;
  /** The target groups that its listeners forward to. */
  targetGroups: Seen<TargetGroup[]>;
}

/** A load balancer as Elastic Load Balancing describes it. @internal */
export interface LoadBalancerDescription {
  /** `active`, `provisioning`, … */
  state: string;
  /** Why it is not active, in AWS's words. */
  stateReason?: string;
  /** `application`, `network`, `gateway` or `classic`. */
  type: string;
  /** `internal` or `internet-facing`. */
  scheme?: string;
  /** Its own name. */
  dnsName?: string;
  /** Its network. */
  vpcId?: string;
  /** Its subnets, by id; those that are not shared with its account any more too. */
  subnetIds: string[];
  /** Its security groups; a network load balancer made without any can never have one. */
  securityGroupIds: string[];
  /** Whether its security groups filter what comes over PrivateLink. AWS does unless told otherwise. */
  filtersPrivateLink: boolean;
}

/** A subnet and its place. @internal */
export interface Subnet {
  /** `subnet-…`. */
  id: string;
  /** The account's own name of the zone, such as `eu-west-1a`. */
  zoneName: string;
  /** The zone's name for all accounts, such as `euw1-az1`. */
  zoneId: string;
  /** Its network. */
  vpcId?: string;
  /** Its IPv4 range. */
  cidr?: string;
  /** Its IPv6 ranges. */
  ipv6Cidrs?: string[];
  /** The account that owns it, and may share it with others. */
  ownerId?: string;
}

/** A security group and what it lets in. @internal */
export interface SecurityGroup {
  /** `sg-…`. */
  id: string;
  /** Its inbound rules. */
  inbound: InboundRule[];
}

/** One inbound permission. @internal */
export interface InboundRule {
  /** `tcp`, `udp`, a number, or `-1` for all. */
  protocol: string;
  /** First port; left out for all. */
  fromPort?: number;
  /** Last port; left out for all. */
  toPort?: number;
  /** Address ranges, both versions. */
  cidrs: string[];
  /** Security groups. */
  groups: string[];
  /** Managed prefix lists, whose content is not looked at. */
  prefixLists: string[];
}

/** A listener of a load balancer. @internal */
export interface Listener {
  /** Its ARN. */
  arn: string;
  /** The port; a gateway load balancer's listener has none. */
  port?: number;
  /** `TCP`, `TLS`, `UDP`, `TCP_UDP`, … */
  protocol: string;
  /** Where it forwards to unless a rule says otherwise. */
  targetGroupArns: string[];
  /** The certificates that it answers with unless a name asks for another. */
  certificateArns?: string[];
  /** Its idle timeout in seconds, if one was set by somebody. Only looked at where it matters. */
  customIdleTimeout?: Seen<number | undefined>;
}

/** A target group with its targets. @internal */
export interface TargetGroup {
  /** Its ARN. */
  arn: string;
  /** What people call it. */
  name: string;
  /** `TCP`, `TLS`, … */
  protocol?: string;
  /** The targets' usual port. */
  port?: number;
  /** `ip`, `instance` or `alb`. */
  targetType?: string;
  /** How targets are checked, in short. */
  healthCheck?: string;
  /**
   * Its own setting of whether a node sends to targets in other zones, which goes before that of the load balancer;
   * `undefined` where that of the load balancer counts. Only looked at where it matters.
   */
  crossZone?: Seen<boolean | undefined>;
  /** Its targets. */
  targets: Seen<Target[]>;
}

/** One target of a target group. @internal */
export interface Target {
  /** Address or instance id. */
  id: string;
  /** Its port. */
  port?: number;
  /** What the load balancer thinks of it; `undefined` for a word that is new to us. */
  condition?: TargetCondition;
  /** AWS's own word. */
  state: string;
  /** AWS's reason code and description. */
  reason?: string;
  /** Where it is, where that can be told. */
  zoneId?: string;
}
