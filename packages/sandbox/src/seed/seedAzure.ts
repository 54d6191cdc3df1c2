import { AzureWorld, PrivateEndpointConnection } from '../azureWorld';
import { demoAzure, demoLinkServiceIds, demoWebAppId } from './demoAzureIds';

const { subscriptions, location } = demoAzure;

/**
 * Adds the subscriptions of the demo world and the cluster's network. The portal's own application is there already.
 * @internal
 */
export function seedSubscriptions(azure: AzureWorld): void {
  const { directory, networks } = azure;
  const { tenantId, globexTenantId } = demoAzure;
  directory.addTenant({ tenantId, name: 'acme' });
  directory.addTenant({ tenantId: globexTenantId, name: 'globex' });
  for (const [name, subscriptionId] of Object.entries(subscriptions)) {
    const isGlobex = name === 'globex';
    directory.addSubscription({
      subscriptionId,
      tenantId: isGlobex ? globexTenantId : tenantId,
      name: isGlobex ? name : `acme-${name}`,
    });
  }
  for (const group of [demoAzure.resourceGroup, demoAzure.nodeResourceGroup]) {
    directory.ensureGroup(subscriptions.shop, group, location);
  }
  const { nodes, privateLink } = demoAzure.subnets;
  networks.putVirtualNetwork({
    subscriptionId: subscriptions.shop,
    resourceGroup: demoAzure.nodeResourceGroup,
    location,
    name: demoAzure.network,
    addressPrefixes: ['10.224.0.0/12'],
    subnets: [
      { name: nodes, addressPrefix: '10.224.0.0/16' },
      { name: privateLink, addressPrefix: '10.225.0.0/24' },
    ],
  });
}

/**
 * Lets the first consumers connect, and what became of them since: some are approved, one is rejected, and one has left.
 * @internal
 */
export function seedAzureHistory(azure: AzureWorld): void {
  const { storefront, stock } = demoLinkServiceIds;
  decide(azure, connect(azure, storefront, 'analytics'), 'Approved');
  decide(azure, connect(azure, stock, 'analytics'), 'Approved');
  decide(azure, connect(azure, stock, 'globex'), 'Rejected');
  const left = connect(azure, stock, 'globex', 'old');
  azure.connections.setState(left, { status: 'Disconnected' });
  addUnclaimed(azure);
  addWebApp(azure);
}

/**
 * Lets the consumers connect whose requests wait.
 * @internal
 */
export function seedAzureRequests(azure: AzureWorld): void {
  connect(azure, demoLinkServiceIds.storefront, 'globex');
  connect(azure, demoLinkServiceIds.stock, 'analytics', 'reporting');
  azure.connect({
    subscriptionId: subscriptions.globex,
    resourceGroup: 'globex-network',
    location: 'northeurope',
    name: 'pe-globex-returns',
    target: demoWebAppId,
    groupIds: ['sites'],
    requestMessage: 'globex would like to announce returns',
  });
}

function connect(
  azure: AzureWorld,
  target: string,
  consumer: 'analytics' | 'globex',
  suffix?: string,
): PrivateEndpointConnection {
  const { name: service } = azure.privateLinkServices.getService(target);
  const name = [consumer, service.replace('pls-', ''), suffix]
    .filter(Boolean)
    .join('-');
  return azure.connect({
    subscriptionId: subscriptions[consumer],
    resourceGroup: `${consumer}-network`,
    location: consumer === 'globex' ? 'northeurope' : location,
    name: `pe-${name}`,
    target,
    requestMessage: `${consumer} would like to use ${service.replace(
      'pls-',
      '',
    )}`,
  }).connection;
}

function decide(
  azure: AzureWorld,
  connection: PrivateEndpointConnection,
  status: 'Approved' | 'Rejected',
): void {
  const description =
    status === 'Approved' ? 'Agreed with the owners' : 'No contract yet';
  azure.connections.decide(connection, { status, description });
}

// Outside the cluster: a platform that takes private endpoints without a private link service.
function addWebApp(azure: AzureWorld): void {
  azure.linkTargets.addTarget({
    subscriptionId: subscriptions.shop,
    resourceGroup: demoAzure.resourceGroup,
    location,
    type: 'Microsoft.Web/sites',
    name: 'app-returns',
    groupIds: ['sites'],
    tags: { 'backstage-entity-ref': 'component:default/returns' },
  });
}

// Somebody tried something out by hand, and lets everybody in.
function addUnclaimed(azure: AzureWorld): void {
  const place = {
    subscriptionId: subscriptions.shop,
    resourceGroup: demoAzure.nodeResourceGroup,
    location,
  };
  const [network] = azure.networks.virtualNetworks.list(subscriptions.shop);
  const subnetId = `${network.id}/subnets/${demoAzure.subnets.privateLink}`;
  const loadBalancer = azure.loadBalancers.putLoadBalancer({
    ...place,
    name: 'lb-proof-of-concept',
    frontends: [{ name: 'frontend', subnetId }],
  });
  azure.privateLinkServices.putService({
    ...place,
    name: 'pls-proof-of-concept',
    frontendIds: [loadBalancer.frontends[0].id],
    ipConfigurations: [{ name: 'nat', subnetId }],
    visibility: ['*'],
    autoApproval: ['*'],
  });
}
