import { armId } from '../azureWorld';

/**
 * The tenants and subscriptions of the demo world.
 * @public
 */
export const demoAzure = {
  tenantId: '00000000-aaaa-4000-8000-000000000001',
  /** A partner's, which the portal cannot look into. */
  globexTenantId: '00000000-aaaa-4000-8000-000000000009',
  subscriptions: {
    /** Runs the cluster `shop-weu`; the portal has a role here. */
    shop: '00000000-cccc-4000-8000-000000000001',
    /** A consumer of ours. */
    analytics: '00000000-cccc-4000-8000-000000000002',
    /** The partner's. */
    globex: '00000000-cccc-4000-8000-000000000009',
  },
  location: 'westeurope',
  /** The cluster, as its cloud provider writes it on what it makes. */
  cluster: 'shop-weu',
  /** Where the cloud provider makes load balancers and private link services. */
  nodeResourceGroup: 'MC_shop_shop-weu_westeurope',
  /** Where the pipelines make what lies outside the cluster. */
  resourceGroup: 'shop',
  /** Names of the cluster's network and of its subnets. */
  network: 'aks-vnet',
  subnets: { nodes: 'nodes', privateLink: 'private-link' },
} as const;

/**
 * The id of a private link service of the demo's cluster.
 * @public
 */
export function demoLinkServiceId(name: string): string {
  return armId('Microsoft.Network/privateLinkServices', {
    subscriptionId: demoAzure.subscriptions.shop,
    resourceGroup: demoAzure.nodeResourceGroup,
    name,
  });
}

/**
 * The private link services of the demo world.
 * @public
 */
export const demoLinkServiceIds = {
  storefront: demoLinkServiceId('pls-storefront'),
  stock: demoLinkServiceId('pls-stock'),
  /** Nobody's. */
  unclaimed: demoLinkServiceId('pls-proof-of-concept'),
} as const;

/**
 * The web app of the demo world, which takes private endpoints itself.
 * @public
 */
export const demoWebAppId = armId('Microsoft.Web/sites', {
  subscriptionId: demoAzure.subscriptions.shop,
  resourceGroup: demoAzure.resourceGroup,
  name: 'app-returns',
});
