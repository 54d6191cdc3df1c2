import type { WithCertificates } from '../../inspection/InspectedCertificate';
import type { WithFirewall } from '../../inspection/InspectedFirewall';
import type {
  InspectedLoadBalancer,
  SecurityGroup,
  Target,
  WithLoadBalancers,
} from '../../inspection/InspectedLoadBalancer';
import type { Seen } from '../../inspection/Seen';
import type { AwsScope } from '../../scopes';

/** Everything that the rules and the path of one load balancer are made from. @internal */
export interface LoadBalancerInspection
  extends WithLoadBalancers,
    WithCertificates,
    WithFirewall {
  /** Where the load balancer is. */
  scope: AwsScope;
  /** The load balancer, alone. */
  loadBalancers: readonly [InspectedLoadBalancer];
  /** What its listeners do besides what they do by default. */
  rules: Seen<ListenerRule[]>;
  /** The certificates that its listeners answer with, by ARN. */
  certificateArns: Seen<string[]>;
  /** The shares that its subnets come from; left out where all of them are the account's own. */
  shares?: Seen<SubnetShare[]>;
  /** Subnets of the account's own whose sharing with another has ended; looked at where a controller made it. */
  endedShares?: Seen<EndedShare[]>;
  /** Roles of load balancer controllers, where one has made the load balancer. */
  controllerRoles?: Seen<ControllerRole[]>;
  /** Where the targets are that do not answer. */
  silentTargets: SilentTarget[];
  /** Identities that a load balancer controller wrote. */
  kubernetesServices: string[];
}

/** A rule of a listener. @internal */
export interface ListenerRule {
  /** Its ARN. */
  arn: string;
  /** Host names and paths that it is for, for a person. */
  conditions: string[];
  /** Where it forwards to. */
  targetGroupArns: string[];
}

/** A subnet of another account that is shared with this one. @internal */
export interface SubnetShare {
  /** `subnet-…`. */
  subnetId: string;
  /** The ARN of the resource share. */
  shareArn?: string;
  /** `AVAILABLE`, or why not. */
  status: string;
}

/** A subnet of this account that is no longer shared with some others. @internal */
export interface EndedShare {
  /** `subnet-…`. */
  subnetId: string;
  /** Account ids, or ARNs of organizations and units. */
  principals: string[];
}

/** A role that a load balancer controller may run as, and who may assume it. @internal */
export interface ControllerRole {
  /** Its ARN. */
  arn: string;
  /** Its name. */
  name: string;
  /** Clusters, by the host and path of their issuer, of which any service account may assume it. */
  openTo: string[];
  /** Clusters of which it takes a token for any audience. */
  forAnyAudience: string[];
}

/** A target that does not answer, and what lets traffic to it. @internal */
export interface SilentTarget {
  /** The target group, by ARN. */
  groupArn: string;
  /** The target. */
  target: Target;
  /** Port of the health check, where it is not the target's. */
  checkPort?: number;
  /** The account of its network interface. */
  accountId: string;
  /** The security groups of its network interface. */
  securityGroups: Seen<SecurityGroup[]>;
}
