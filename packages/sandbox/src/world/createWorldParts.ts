import { AccountDirectory } from './AccountDirectory';
import { ConnectionNotifications } from './ConnectionNotifications';
import { ClientTokens } from './ClientTokens';
import { Connections } from './Connections';
import { DnsRecords } from './DnsRecords';
import { DomainVerification } from './DomainVerification';
import { Endpoints } from './Endpoints';
import { EndpointServices } from './EndpointServices';
import { ListenerRules } from './ListenerRules';
import { Listeners } from './Listeners';
import { LoadBalancerUse } from './LoadBalancerUse';
import { LoadBalancing } from './LoadBalancing';
import { Network } from './Network';
import { SecurityGroups } from './SecurityGroups';
import { TargetGroups } from './TargetGroups';
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
}

/** Builds an empty world; each part gets those that it rests on. @internal */
export function createWorldParts(context: WorldContext): WorldParts {
  const use = new LoadBalancerUse();
  const dns = new DnsRecords();
  const domains = new DomainVerification(context, dns);
  const accounts = new AccountDirectory();
  const network = new Network(context, accounts);
  const securityGroups = new SecurityGroups(context, network);
  const loadBalancing = new LoadBalancing(context, {
    network,
    securityGroups,
    use,
  });
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
    accounts,
    network,
    securityGroups,
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
  };
}
