import type {
  DomainVerification,
  Grant,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type { TargetCondition } from '../mapping/states';
import type { AwsScope } from '../scopes';

/** Something that was looked at, or that nobody let us look at. Never a guess. @internal */
export type Seen<Value> =
  | { type: 'seen'; value: Value }
  | { type: 'unseen'; blind: BlindSpot };

/** Why something could not be looked at. @internal */
export interface BlindSpot {
  /** The IAM action that is missing; without one, something else went wrong. */
  action?: string;
  /** The account that could not be looked into. */
  accountId: string;
  /** What AWS said, for a person. */
  message: string;
}

/** Everything that the rules and the path are made from. @internal */
export interface AwsInspection {
  /** Where the endpoint service is. */
  scope: AwsScope;
  /** The endpoint service. */
  service: InspectedService;
  /** Who may ask to connect. */
  grants: Seen<Grant[]>;
  /** The load balancers behind it, in the order of the service. */
  loadBalancers: InspectedLoadBalancer[];
  /** Consumers in accounts of ours; of the others nothing can be seen. */
  consumers: InspectedConsumer[];
  /** Connections that wait, come up or are up, whoever has them. */
  connections: SurveyedConnection[];
}

/** An endpoint service. @internal */
export interface InspectedService {
  /** Its ARN. */
  arn: string;
  /** `vpce-svc-…`. */
  id: string;
  /** What people call it. */
  name: string;
  /** The cloud's own word. */
  state: string;
  /** Whether a consumer waits for approval. */
  acceptanceRequired: boolean;
  /** Zone ids in which a consumer can have an endpoint; names of zones differ by account. */
  zoneIds: string[];
  /** The private domain name, where one is set. */
  domain?: DomainVerification;
  /** Regions other than its own from which consumers can connect. */
  remoteRegions: string[];
  /** Identities that a load balancer controller wrote. */
  kubernetesServices: string[];
}

/** A load balancer that an endpoint service points at. @internal */
export interface InspectedLoadBalancer {
  /** Its ARN, as the service names it. */
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
  /** `network` or `gateway`. */
  type: string;
  /** `internal` or `internet-facing`. */
  scheme?: string;
  /** Its own name. */
  dnsName?: string;
  /** Its network. */
  vpcId?: string;
  /** Its security groups; a load balancer made without any can never have one. */
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
  /** Its IPv4 range. */
  cidr?: string;
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
  /** Where it forwards to. */
  targetGroupArns: string[];
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

/** A consumer in an account of ours. @internal */
export interface InspectedConsumer {
  /** The connection as the survey saw it. */
  connection: SurveyedConnection;
  /** The endpoint; `undefined` if it does not exist. */
  endpoint: Seen<ConsumerEndpoint | undefined>;
}

/** A VPC endpoint, seen from the consumer's account. @internal */
export interface ConsumerEndpoint {
  /** The cloud's own word. */
  state: string;
  /** What went wrong, in AWS's words. */
  lastError?: string;
  /** Whether the service's private name works in the consumer's network. */
  privateDnsEnabled: boolean;
  /** The consumer's network. */
  vpcId?: string;
  /** Where its network interfaces are. */
  subnets: Seen<Subnet[]>;
  /** DNS settings of the consumer's network. Looked at where the service has a private name. */
  vpcDns?: Seen<VpcDns>;
}

/** DNS settings of a network. Private names need both. @internal */
export interface VpcDns {
  /** `enableDnsSupport`. */
  support: boolean;
  /** `enableDnsHostnames`. */
  hostnames: boolean;
}
