export * from './loadBalancingTypes';

/** An account and a region. @public */
export interface Scope {
  accountId: string;
  region: string;
}

/** Tags by key. @public */
export type Tags = Record<string, string>;

/** What every record of a region has. @public */
export interface ScopedRecord extends Scope {
  /** The id by which AWS names it; an ARN for load balancing. */
  id: string;
  /** Grows with each record; listings and their tokens follow it. */
  sequence: number;
  createdAt: number;
  /** Before this moment the describe operations do not know the record. */
  visibleAt: number;
  tags: Tags;
}

/** A role that other accounts may assume. @public */
export interface Role {
  name: string;
  /** False makes every AssumeRole fail with `AccessDenied`. */
  assumable: boolean;
  /** When set, AssumeRole must name it. */
  externalId?: string;
  /**
   * Actions that the role may not call, such as
   * `ec2:AcceptVpcEndpointConnections`; a trailing `*` matches any ending.
   */
  deniedActions: string[];
}

/** An AWS account. @public */
export interface Account {
  accountId: string;
  name: string;
  roles: Map<string, Role>;
  /** Shifts which zone name stands for which zone id in this account. */
  zoneOffset: number;
}

/** A zone as one account sees it. @public */
export interface AvailabilityZone {
  zoneName: string;
  zoneId: string;
  region: string;
}

/** A VPC. @public */
export interface Vpc extends ScopedRecord {
  cidrBlock: string;
  isDefault: boolean;
  enableDnsSupport: boolean;
  enableDnsHostnames: boolean;
}

/** A subnet. @public */
export interface Subnet extends ScopedRecord {
  vpcId: string;
  cidrBlock: string;
  zoneName: string;
  zoneId: string;
  /** Host numbers that are given out already. */
  usedAddresses: number;
  mapPublicIpOnLaunch: boolean;
}

/** One rule of a security group. @public */
export interface SecurityGroupRule {
  ruleId: string;
  isEgress: boolean;
  /** `tcp`, `udp`, `icmp` or `-1` for all. */
  ipProtocol: string;
  /** -1 for all ports. */
  fromPort: number;
  toPort: number;
  cidrIpv4?: string;
  cidrIpv6?: string;
  prefixListId?: string;
  referencedGroupId?: string;
  description?: string;
}

/** A security group. @public */
export interface SecurityGroup extends ScopedRecord {
  name: string;
  description: string;
  vpcId: string;
  rules: SecurityGroupRule[];
}

/** A network interface, made for a load balancer's node or an endpoint. @public */
export interface NetworkInterface extends ScopedRecord {
  vpcId: string;
  subnetId: string;
  zoneName: string;
  privateIpAddress: string;
  description: string;
  interfaceType: 'network_load_balancer' | 'vpc_endpoint' | 'interface';
  securityGroupIds: string[];
  macAddress: string;
}

/** The private DNS name of an endpoint service and its proof. @public */
export interface PrivateDnsConfiguration {
  /** The private name, possibly a wildcard. */
  dnsName: string;
  state: 'pendingVerification' | 'verified' | 'failed';
  /** Label of the TXT record under the domain. */
  name: string;
  /** Text that the record must hold. */
  value: string;
}

/** The states of an endpoint service. @public */
export type EndpointServiceState =
  | 'Pending'
  | 'Available'
  | 'Deleting'
  | 'Deleted'
  | 'Failed';

/** An allowed principal of an endpoint service. @public */
export interface AllowedPrincipal {
  permissionId: string;
  /** An IAM ARN, or `*`. */
  principal: string;
  principalType:
    | 'All'
    | 'Service'
    | 'OrganizationUnit'
    | 'Account'
    | 'User'
    | 'Role';
  tags: Tags;
}

/** An endpoint service configuration; `id` is `vpce-svc-…`. @public */
export interface EndpointService extends ScopedRecord {
  serviceName: string;
  state: EndpointServiceState;
  acceptanceRequired: boolean;
  loadBalancerArns: string[];
  zoneNames: string[];
  zoneIds: string[];
  supportedIpAddressTypes: string[];
  supportedRegions: string[];
  privateDns?: PrivateDnsConfiguration;
  allowedPrincipals: Map<string, AllowedPrincipal>;
}

/** The states of an endpoint, in the case that the wire has. @public */
export type EndpointState =
  | 'pendingAcceptance'
  | 'pending'
  | 'available'
  | 'rejected'
  | 'expired'
  | 'failed'
  | 'partial'
  | 'deleting'
  | 'deleted';

/**
 * An interface endpoint: the consumer's VPC endpoint and, seen from the other
 * side, the provider's endpoint connection. `id` is `vpce-…`; account and
 * region are the consumer's.
 *
 * @public
 */
export interface Endpoint extends ScopedRecord {
  connectionId: string;
  serviceId: string;
  serviceName: string;
  /** Account and region of the endpoint service. */
  provider: Scope;
  vpcId: string;
  subnetIds: string[];
  securityGroupIds: string[];
  networkInterfaceIds: string[];
  zoneNames: string[];
  ipAddressType: string;
  privateDnsEnabled: boolean;
  state: EndpointState;
  /** The random part of the endpoint's own DNS names. */
  dnsLabel: string;
  lastError?: { code: string; message: string };
  policyDocument: string;
  /** Tags on the provider's side. */
  connectionTags: Tags;
}

/** What happens to a connection, in the words of the EC2 API. @public */
export type ConnectionEvent = 'Accept' | 'Connect' | 'Delete' | 'Reject';

/** A notification to an SNS topic; `id` is `vpce-nfn-…`. @public */
export interface ConnectionNotification extends ScopedRecord {
  topicArn: string;
  events: ConnectionEvent[];
  serviceId?: string;
  endpointId?: string;
  state: 'Enabled' | 'Disabled';
}

/** An entry of the `Unsuccessful` list that comes with HTTP 200. @public */
export interface UnsuccessfulItem {
  resourceId: string;
  code: string;
  message: string;
}

/**
 * How long things take by themselves, in milliseconds on the sandbox's clock;
 * 0 means at once.
 *
 * @public
 */
export interface WorldTimings {
  /** Load balancer `provisioning` to `active`. Default 6000. */
  loadBalancerActive: number;
  /** Target `initial` to `healthy`. Default 6000. */
  targetHealthy: number;
  /** Target `draining` until it is gone. Default 10000. */
  targetDraining: number;
  /** Endpoint service `Pending` to `Available`. Default 3000. */
  serviceAvailable: number;
  /** Endpoint `pending` to `available`. Default 5000. */
  endpointAvailable: number;
  /** Endpoint `deleting` until it is gone. Default 4000. */
  endpointDeleted: number;
  /** From the start of a domain verification to its result. Default 4000. */
  domainVerification: number;
  /** Distribution `InProgress` to `Deployed`. Default 8000. */
  distributionDeployed: number;
  /** VPC origin `Deploying` to `Deployed`. Default 8000. */
  vpcOriginDeployed: number;
  /** From the record that proves a certificate to `ISSUED`. Default 4000. */
  certificateIssued: number;
  /** Change of DNS records `PENDING` to `INSYNC`. Default 2000. */
  recordsInSync: number;
  /**
   * What AssumeRole gives out, for callers that do not say how long they want it. Clients compare its end with the
   * machine's clock, so it does not follow the sandbox's. Default 3600000.
   */
  roleSession: number;
  /** From creation until the describe operations know a resource. Default 0. */
  visibility: number;
}
