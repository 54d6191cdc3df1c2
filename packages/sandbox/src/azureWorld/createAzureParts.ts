import { ArmOperations } from './ArmOperations';
import { AzureDirectory } from './AzureDirectory';
import { AzureLoadBalancers } from './AzureLoadBalancers';
import { AzureNetworks } from './AzureNetworks';
import { AzureWorldContext } from './AzureWorldContext';
import { BackendHealth } from './BackendHealth';
import { FirewallPolicies } from './FirewallPolicies';
import { FrontDoorLinks } from './FrontDoorLinks';
import { FrontDoors } from './FrontDoors';
import { FrontendUse } from './FrontendUse';
import { LinkTargets } from './LinkTargets';
import { PrivateEndpointConnections } from './PrivateEndpointConnections';
import { PrivateEndpoints } from './PrivateEndpoints';
import { PrivateLinkServices } from './PrivateLinkServices';

/** The parts of one Azure world. @internal */
export interface AzureParts {
  context: AzureWorldContext;
  directory: AzureDirectory;
  networks: AzureNetworks;
  loadBalancers: AzureLoadBalancers;
  backendHealth: BackendHealth;
  privateLinkServices: PrivateLinkServices;
  linkTargets: LinkTargets;
  connections: PrivateEndpointConnections;
  privateEndpoints: PrivateEndpoints;
  frontDoors: FrontDoors;
  firewallPolicies: FirewallPolicies;
  operations: ArmOperations;
}

/** Builds an empty Azure world; each part gets those that it rests on. @internal */
export function createAzureParts(context: AzureWorldContext): AzureParts {
  const use = new FrontendUse();
  const networks = new AzureNetworks(context);
  const loadBalancers = new AzureLoadBalancers(context, { networks, use });
  const connections = new PrivateEndpointConnections(context);
  const services = new PrivateLinkServices(context, {
    networks,
    loadBalancers,
    connections,
    use,
  });
  const targets = new LinkTargets(context);
  const directory = new AzureDirectory();
  const endpoints = new PrivateEndpoints(context, {
    networks,
    services,
    targets,
    connections,
  });
  const links = new FrontDoorLinks(context, {
    directory,
    networks,
    endpoints,
    services,
    targets,
  });
  return {
    context,
    directory,
    networks,
    loadBalancers,
    backendHealth: new BackendHealth(),
    privateLinkServices: services,
    linkTargets: targets,
    connections,
    privateEndpoints: endpoints,
    frontDoors: new FrontDoors(context, links),
    firewallPolicies: new FirewallPolicies(context),
    operations: new ArmOperations(context),
  };
}
