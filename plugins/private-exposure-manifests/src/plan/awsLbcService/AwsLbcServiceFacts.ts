import { ClusterProfile } from '../../intents/clusterProfile';

/** Whether a load balancer can be reached from the internet. @public */
export type LoadBalancerScheme = 'internal' | 'internet-facing';

/** The addresses that a load balancer has. @public */
export type LoadBalancerAddressType = 'ipv4' | 'dualstack';

/** A subnet that a load balancer may stand in. @public */
export interface SubnetFact {
  id: string;
  /** Its `Name` tag. */
  name?: string;
  /** Its zone, by name or id; what counts is which subnets share one. */
  zone?: string;
  /** Its networks; `undefined` where they are not known, empty where it has none. */
  ipv4Cidrs?: readonly string[];
  ipv6Cidrs?: readonly string[];
}

/** The load balancer that the controller has made for the Service before. @public */
export interface ExistingLoadBalancer {
  scheme: LoadBalancerScheme;
  /** Ids; empty where it was made without, which can't be changed. */
  securityGroups: readonly string[];
  /** Ids. */
  subnets: readonly string[];
}

/** Switches of the controller that the outcome for a Service depends on. @public */
export interface AwsLbcFeatureGates {
  NLBSecurityGroup: boolean;
  NLBHealthCheckAdvancedConfig: boolean;
  LBCapacityReservation: boolean;
  EnableIPTargetType: boolean;
  EnableTCPUDPListener: boolean;
  EnableDefaultTagsLowPriority: boolean;
  ServiceTypeLoadBalancerOnly: boolean;
}

/**
 * What the outcome for a Service depends on besides the Service.
 *
 * @public
 */
export interface AwsLbcServiceFacts {
  clusterName: string;
  vpcId?: string;
  /** Networks of the VPC; `undefined` where they are not known. */
  vpcIpv4Cidrs?: readonly string[];
  vpcIpv6Cidrs?: readonly string[];
  /** Subnets that load balancers may use; `undefined` where they are not known. */
  subnets?: readonly SubnetFact[];
  /** Security groups that a Service may name. */
  securityGroups: readonly { id: string; name?: string }[];
  existingLoadBalancer?: ExistingLoadBalancer;
  /** Whether the Service is being deleted. */
  isBeingDeleted: boolean;
  /** The `spec.loadBalancerClass` that the controller answers to. */
  loadBalancerClass: string;
  defaultScheme: LoadBalancerScheme;
  defaultAddressType: LoadBalancerAddressType;
  defaultTargetType: string;
  defaultSslPolicy: string;
  defaultTags: Readonly<Record<string, string>>;
  /** Tag keys that something else manages, so that no Service may set them. */
  externalManagedTags: readonly string[];
  /** Whether one shared security group stands between all load balancers and the nodes. */
  hasBackendSecurityGroup: boolean;
  /** Id of that group; `undefined` where it is not known. */
  backendSecurityGroup?: string;
  /** What `manage-backend-security-group-rules` is beside `security-groups` where it is missing. */
  managesBackendSecurityGroupRules: boolean;
  /** Whether rules for targets are for all ports instead of those in use. */
  hasUnrestrictedSecurityGroupRules: boolean;
  featureGates: AwsLbcFeatureGates;
}

/**
 * How the controller behaves unless its flags say otherwise.
 *
 * @remarks From `docs/deploy/configurations.md` and `pkg/config`, version 3.5.
 *
 * @public
 */
export const awsLbcServiceDefaults: Omit<AwsLbcServiceFacts, 'clusterName'> = {
  securityGroups: [],
  isBeingDeleted: false,
  loadBalancerClass: 'service.k8s.aws/nlb',
  defaultScheme: 'internal',
  defaultAddressType: 'ipv4',
  defaultTargetType: 'instance',
  defaultSslPolicy: 'ELBSecurityPolicy-2016-08',
  defaultTags: {},
  externalManagedTags: [],
  hasBackendSecurityGroup: true,
  managesBackendSecurityGroupRules: false,
  hasUnrestrictedSecurityGroupRules: false,
  featureGates: {
    NLBSecurityGroup: true,
    NLBHealthCheckAdvancedConfig: true,
    LBCapacityReservation: true,
    EnableIPTargetType: true,
    EnableTCPUDPListener: false,
    EnableDefaultTagsLowPriority: false,
    ServiceTypeLoadBalancerOnly: false,
  },
};

/** What a cluster's profile tells of the facts; the rest is as by default. @public */
export function factsFromProfile({
  name,
  vpc,
  subnets,
  securityGroups,
}: ClusterProfile): AwsLbcServiceFacts {
  return {
    ...awsLbcServiceDefaults,
    clusterName: name,
    ...(vpc ? { vpcId: vpc } : {}),
    ...(subnets.length
      ? {
          subnets: subnets.map(subnet => ({
            id: subnet.id,
            name: subnet.name,
            zone: subnet.zoneId,
            ...(subnet.cidr ? { ipv4Cidrs: [subnet.cidr] } : {}),
          })),
        }
      : {}),
    securityGroups,
  };
}
