import type {
  DomainVerification,
  Grant,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type {
  InspectedLoadBalancer,
  Subnet,
} from '../../inspection/InspectedLoadBalancer';
import type { Seen } from '../../inspection/Seen';
import type { AwsScope } from '../../scopes';

/** Everything that the rules and the path are made from. @internal */
export interface ServiceInspection {
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
  /** The ranges that its clients' addresses can be in: those of all subnets of the network, in the endpoint's versions. */
  clientRanges: Seen<string[]>;
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
