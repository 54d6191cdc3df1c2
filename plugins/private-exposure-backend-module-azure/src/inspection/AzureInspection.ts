import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type { LinkResource } from '../mapping/LinkResource';
import type { AccessLists } from '../mapping/toGrants';
import type { AzureScope } from '../scopes';
import type { FrontDoorEndpoint, FrontDoorOrigin } from '../survey/FrontDoor';

/** Something that was looked at, or that nobody let us look at. Never a guess. @internal */
export type Seen<Value> =
  | { type: 'seen'; value: Value }
  | { type: 'unseen'; blind: BlindSpot };

/** Why something could not be looked at. @internal */
export interface BlindSpot {
  /** The RBAC action that is missing; without one, something else went wrong. */
  action?: string;
  /** The subscription that could not be looked into. */
  subscriptionId: string;
  /** What Azure said, for a person. */
  message: string;
}

/** Everything that the rules and the path of one exposure are made from. @internal */
export type AzureInspection =
  | ServiceInspection
  | FrontDoorInspection
  | LinkResourceInspection;

/** The deep look at a private link service. @internal */
export interface ServiceInspection {
  /** What was looked at. */
  type: 'service';
  /** Where it is. */
  scope: AzureScope;
  /** What stands at its end and behind. */
  path: ServicePath;
  /** The addresses that its traffic comes from, chosen by somebody or by Azure. */
  natAddresses: Seen<string[]>;
  /** Consumers in subscriptions of ours; of the others nothing can be seen. */
  consumers: InspectedConsumer[];
  /** Its connections, whoever has them. */
  connections: SurveyedConnection[];
}

/** The deep look at another resource that takes private endpoints. @internal */
export interface LinkResourceInspection {
  /** What was looked at. */
  type: 'resource';
  /** Where it is. */
  scope: AzureScope;
  /** The resource itself. What stands behind it is Azure's own. */
  resource: LinkResource;
  /** Consumers in subscriptions of ours; of the others nothing can be seen. */
  consumers: InspectedConsumer[];
  /** Its connections, whoever has them. */
  connections: SurveyedConnection[];
}

/** A private link service with what stands behind it. @internal */
export interface ServicePath {
  /** The private link service. */
  service: InspectedService;
  /** The load balancers behind it, in the order of the service. */
  loadBalancers: InspectedLoadBalancer[];
  /** The subnets of its NAT addresses, each once. */
  natSubnets: InspectedSubnet[];
}

/** A private link service. @internal */
export interface InspectedService {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** The name for consumers who cannot see the id. */
  alias?: string;
  /** The cloud's own word. */
  state: string;
  /** Region. */
  location?: string;
  /** Who may ask, and whom nobody is asked about. */
  access: AccessLists;
  /** Ids of the load balancer frontends, in our spelling. */
  frontendIds: string[];
  /** How many addresses its traffic comes from. */
  natAddresses: number;
  /** Those of them that were chosen. Azure tells the others with the network interfaces alone. */
  chosenNatAddresses: string[];
  /** Ids of the network interfaces that have the addresses, as Azure spells them. */
  networkInterfaceIds: string[];
  /** Ids of those addresses' subnets, as Azure spells them. */
  natSubnetIds: string[];
  /** Whether each connection begins with a PROXY protocol header. */
  proxyProtocol: boolean;
  /** Identities that the cloud provider wrote. */
  kubernetesServices: string[];
}

/** A load balancer that a private link service stands in front of. @internal */
export interface InspectedLoadBalancer {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** What it is; `undefined` if it does not exist. */
  description: Seen<LoadBalancerDescription | undefined>;
}

/** A load balancer, as far as it is this service's. @internal */
export interface LoadBalancerDescription {
  /** `Succeeded`, … */
  state: string;
  /** `Standard`, `Basic`, … */
  sku?: string;
  /** The frontends that the service names, as far as they exist. */
  frontends: Frontend[];
  /** The rules of these frontends. */
  rules: BalancingRule[];
  /** The probes of these rules. */
  probes: Probe[];
  /** The backend pools of these rules. */
  pools: BackendPool[];
}

/** A frontend of a load balancer. @internal */
export interface Frontend {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** Its own address, of an internal one. */
  privateAddress?: string;
  /** The public address that it has, of a public one. */
  publicAddressId?: string;
}

/** A rule of a load balancer: a port of a frontend, and where it leads. @internal */
export interface BalancingRule {
  /** Its name. */
  name: string;
  /** The frontend, in our spelling. */
  frontendId: string;
  /** `Tcp`, `Udp` or `All`. */
  protocol: string;
  /** 0 for all. */
  frontendPort: number;
  /** Port of the backends. */
  backendPort?: number;
  /** The probe, in our spelling. */
  probeId?: string;
  /** The backend pools, in our spelling. */
  poolIds: string[];
  /** Whether backends see the frontend's address as the destination. */
  floatingIp: boolean;
}

/** How a load balancer finds out whether a backend works. @internal */
export interface Probe {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** `Tcp`, `Http` or `Https`. */
  protocol: string;
  /** Port of the backends. */
  port: number;
  /** Path, of `Http` and `Https`. */
  path?: string;
}

/** A backend pool of a load balancer. @internal */
export interface BackendPool {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** How many backends it has. */
  backends: number;
  /** Whether backends are listed by address instead of by network interface. */
  byAddress: boolean;
  /** What each of the probes finds; not there where nothing was asked. */
  probed?: Seen<RuleHealth>[];
}

/** What the probe of a rule finds at the backends. @internal */
export interface RuleHealth {
  /** Name of the rule, or of one of several with the same probe. */
  rule: string;
  /** Backends that answer. */
  up: number;
  /** Backends that do not. */
  down: number;
  /** Azure's codes for why not, each once. */
  reasons: string[];
  /** Whether the probe asks for pods on the node, so that a node without one is down and nothing is wrong. */
  asksForPods: boolean;
}

/** A subnet of NAT addresses. @internal */
export interface InspectedSubnet {
  /** Its ARM id, as Azure spells it. */
  id: string;
  /** What it is; `undefined` if it does not exist. */
  description: Seen<SubnetDescription | undefined>;
}

/** A subnet. @internal */
export interface SubnetDescription {
  /** Its address range. */
  cidr?: string;
  /** `Enabled` or `Disabled`: whether policies apply to private link services in it. */
  linkServicePolicies?: string;
}

/** A consumer in a subscription of ours. @internal */
export interface InspectedConsumer {
  /** The connection as the survey saw it. */
  connection: SurveyedConnection;
  /** What the private endpoint says of the connection; `undefined` if there is no such endpoint. */
  endpoint: Seen<{ state: string; connectionStatus: string } | undefined>;
}

/** The deep look at a Front Door. @internal */
export interface FrontDoorInspection {
  /** What was looked at. */
  type: 'front-door';
  /** Where it is. */
  scope: AzureScope;
  /** The profile. */
  profile: InspectedProfile;
  /** Its origins. */
  origins: Seen<InspectedOrigin[]>;
  /** What clients can ask it for: the domains that its routes serve. */
  domains: Seen<ServedDomain[]>;
  /** What filters requests before they go on. */
  firewalls: Seen<Firewall[]>;
  /** Its own connections at resources that are no private link service. */
  connections: SurveyedConnection[];
}

/** A Front Door profile. @internal */
export interface InspectedProfile {
  /** Its ARM id in our spelling. */
  id: string;
  /** Its name. */
  name: string;
  /** `Active`, … */
  state: string;
  /** `Premium_AzureFrontDoor` or `Standard_AzureFrontDoor`. */
  sku: string;
  /** Its endpoints. */
  endpoints: Seen<FrontDoorEndpoint[]>;
}

/** An origin, with what Front Door's way in has come to. @internal */
export interface InspectedOrigin {
  /** As it is set. */
  origin: FrontDoorOrigin;
  /** What the resource's side says of the connection, where it can be found: `Pending`, `Approved`, … */
  connectionStatus?: string;
  /** What stands behind it, where that is a private link service of ours. */
  path?: Seen<ServicePath>;
}

/** A domain of a profile, by which an enabled route takes requests. @internal */
export interface ServedDomain {
  /** Id of the endpoint or custom domain, in our spelling. */
  id: string;
  /** Its host name; its own name where nothing says which that is. */
  name: string;
  /** The paths that routes serve by it, such as `/*`. */
  patterns: string[];
  /** Whether one of the routes goes on to the origin by HTTPS, so that a certificate is checked there. */
  isHttpsBehind: boolean;
}

/** The domains and paths that a firewall is put before. @internal */
export interface FirewallAssociation {
  /** Ids of endpoints and custom domains, in our spelling. */
  domainIds: string[];
  /** The paths, such as `/*`. */
  patterns: string[];
}

/** A web application firewall policy that a profile uses. @internal */
export interface Firewall {
  /** The policy's ARM id, as Azure spells it. */
  policyId: string;
  /** What of which domains it looks at. */
  associations: FirewallAssociation[];
  /** How it is set; `undefined` if it does not exist. */
  policy: Seen<FirewallPolicy | undefined>;
}

/** How a web application firewall policy is set. @internal */
export interface FirewallPolicy {
  /** Whether it does anything. */
  enabled: boolean;
  /** `Prevention` or `Detection`. */
  mode: string;
}
