import { AccountDirectory } from './AccountDirectory';
import { Certificates } from './Certificates';
import { ClassicLoadBalancers } from './ClassicLoadBalancers';
import { ConnectionNotifications } from './ConnectionNotifications';
import { ClientTokens } from './ClientTokens';
import { Connections } from './Connections';
import { DnsRecords } from './DnsRecords';
import { Distributions } from './Distributions';
import { DomainVerification } from './DomainVerification';
import { Endpoints } from './Endpoints';
import { EndpointServices } from './EndpointServices';
import { ListenerRules } from './ListenerRules';
import { HostedZones } from './HostedZones';
import { IdentityProviders } from './IdentityProviders';
import { IpSets } from './IpSets';
import { KubernetesClusters } from './KubernetesClusters';
import { Listeners } from './Listeners';
import { LoadBalancerUse } from './LoadBalancerUse';
import { LoadBalancing } from './LoadBalancing';
import { Network } from './Network';
import { Policies } from './Policies';
import { ResourceShares } from './ResourceShares';
import { Roles } from './Roles';
import { SecurityGroups } from './SecurityGroups';
import { TargetGroups } from './TargetGroups';
import { VpcOrigins } from './VpcOrigins';
import { WebAcls } from './WebAcls';
import { WorldContext } from './WorldContext';

/** The parts of one world. @internal */
export interface WorldParts {
  context: WorldContext;
  accounts: AccountDirectory;
  network: Network;
  securityGroups: SecurityGroups;
  loadBalancing: LoadBalancing;
  targetGroups: TargetGroups;
  listeners: Listeners;
  listenerRules: ListenerRules;
  endpointServices: EndpointServices;
  endpoints: Endpoints;
  connections: Connections;
  notifications: ConnectionNotifications;
  dns: DnsRecords;
  clientTokens: ClientTokens;
  shares: ResourceShares;
  hostedZones: HostedZones;
  certificates: Certificates;
  ipSets: IpSets;
  webAcls: WebAcls;
  vpcOrigins: VpcOrigins;
  distributions: Distributions;
  classicLoadBalancers: ClassicLoadBalancers;
  clusters: KubernetesClusters;
  identityProviders: IdentityProviders;
  policies: Policies;
  roles: Roles;
}

/** Builds an empty world; each part gets those that it rests on. @internal */
export function createWorldParts(context: WorldContext): WorldParts {
  const use = new LoadBalancerUse();
  const dns = new DnsRecords();
  const domains = new DomainVerification(context, dns);
  const accounts = new AccountDirectory();
  const shares = new ResourceShares(context);
  const network = new Network(context, { accounts, shares });
  const securityGroups = new SecurityGroups(context, network);
  const place = { network, securityGroups };
  const loadBalancing = new LoadBalancing(context, { ...place, use });
  const targetGroups = new TargetGroups(context, network);
  const listenerRules = new ListenerRules(context, targetGroups);
  const listeners = new Listeners(context, {
    loadBalancing,
    targetGroups,
    network,
    rules: listenerRules,
    use,
  });
  const services = new EndpointServices(context, {
    loadBalancing,
    network,
    use,
    domains,
  });
  const notifications = new ConnectionNotifications(context);
  const endpoints = new Endpoints(context, {
    ...place,
    accounts,
    services,
    notifications,
  });
  return {
    context,
    accounts,
    network,
    securityGroups,
    loadBalancing,
    targetGroups,
    listeners,
    listenerRules,
    endpointServices: services,
    endpoints,
    connections: new Connections({ services, endpoints, notifications }),
    notifications,
    dns,
    clientTokens: new ClientTokens(),
    shares,
    ...createEdgeParts(context, { dns, use, loadBalancing }),
    classicLoadBalancers: new ClassicLoadBalancers(context, place),
    clusters: new KubernetesClusters(context, network),
    ...createIdentityParts(context),
  };
}

/** What stands between the internet and load balancers. */
function createEdgeParts(
  context: WorldContext,
  parts: {
    dns: DnsRecords;
    use: LoadBalancerUse;
    loadBalancing: LoadBalancing;
  },
) {
  const hostedZones = new HostedZones(context, parts.dns);
  const certificates = new Certificates(context, hostedZones);
  const ipSets = new IpSets(context);
  const webAcls = new WebAcls(context, { ipSets, use: parts.use });
  const vpcOrigins = new VpcOrigins(context, parts.loadBalancing);
  const distributions = new Distributions(context, {
    certificates,
    webAcls,
    vpcOrigins,
  });
  return {
    hostedZones,
    certificates,
    ipSets,
    webAcls,
    vpcOrigins,
    distributions,
  };
}

function createIdentityParts(context: WorldContext) {
  const policies = new Policies(context);
  return {
    identityProviders: new IdentityProviders(context),
    policies,
    roles: new Roles(context, policies),
  };
}
