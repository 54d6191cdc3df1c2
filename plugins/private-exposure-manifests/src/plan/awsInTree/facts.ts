/** What the in-tree AWS provider's config file says, as far as load balancers depend on it. @public */
export interface InTreeCloudConfig {
  /** `Managed` gives Network Load Balancers a security group each. */
  NLBSecurityGroupMode?: string;
  /** Security group of all Classic load balancers, in place of one each. */
  ElbSecurityGroup?: string;
  clusterServiceLoadBalancerHealthProbeMode?: string;
  clusterServiceSharedLoadBalancerHealthProbePort?: number;
  clusterServiceSharedLoadBalancerHealthProbePath?: string;
}

/** A load balancer that stands for the Service already. @public */
export interface InTreeLoadBalancer {
  /** Ids of its security groups. */
  securityGroups?: readonly string[];
  /** Whether the controller made these groups. */
  ownedByController?: boolean;
}

/** What is known of the cluster and its cloud when a Service is planned. @public */
export interface InTreeContext {
  cloudConfig?: InTreeCloudConfig;
  /** `null` for none; `undefined` where it is not known. */
  existingLoadBalancer?: InTreeLoadBalancer | null;
  /** Host name in the Service's status: that of the load balancer which stands. */
  hostname?: string;
  /** Ids of the subnets that the annotation's ids and names stand for; `undefined` where they are not known. */
  subnetsFound?: readonly string[];
  /** Attributes of the target groups that stand. */
  targetGroupAttributes?: Readonly<Record<string, string>>;
  /** Id of the security group that the controller would make. Default: `<managed>`. */
  newSecurityGroup?: string;
}
