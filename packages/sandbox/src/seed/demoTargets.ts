import { DeploymentTarget } from '../apply/types';
import { armId } from '../azureWorld';
import { demoAzure } from './demoAzureIds';
import { demoNetworks, demoServiceIds } from './demoIds';
import { demoPublishing } from './demoPublishingIds';
import { demoScopes } from './seedAccounts';

type Place = 'platform' | 'payments' | 'paymentsUs' | 'legacy' | 'delivery';

const CLUSTERS: Record<Place, string> = {
  platform: 'platform-eu',
  payments: 'payments-eu',
  paymentsUs: 'payments-us',
  legacy: 'legacy-eu',
  delivery: 'delivery-eu',
};

/** The domain that each cluster's external-dns may write to, of those that have one. */
const EXTERNAL_DNS: Partial<Record<Place, string>> = {
  platform: demoPublishing.entranceName,
  delivery: demoPublishing.deliveryDomain,
};

const PLACES: Record<string, Place> = {
  payments: 'payments',
  ledger: 'payments',
  invoices: 'platform',
  checkout: 'paymentsUs',
  orders: 'platform',
  webhooks: 'platform',
  search: 'platform',
  reports: 'platform',
  archive: 'legacy',
  entrance: 'platform',
  website: 'platform',
  newsletter: 'platform',
  offers: 'platform',
  'delivery-eu': 'delivery',
  tracking: 'delivery',
  pickup: 'delivery',
};

const AZURE_COMPONENTS = ['storefront', 'stock', 'parcels'];

/**
 * Where each repository of the demo world is deployed to, by `owner/name`. The repositories themselves
 * do not say: as in most companies, their pipelines know.
 * @internal
 */
export function createDemoTargets(): Map<string, DeploymentTarget> {
  const places = Object.entries(PLACES).map(
    ([component, place]) =>
      [`acme/${component}`, createTarget(component, place)] as const,
  );
  const onAzure = AZURE_COMPONENTS.map(
    component => [`acme/${component}`, createAzureTarget(component)] as const,
  );
  return new Map([...places, ...onAzure]);
}

// Should such a repository make something in AWS after all, the platform's account is the place.
function createAzureTarget(component: string): DeploymentTarget {
  const { subscriptions, nodeResourceGroup, location, network } = demoAzure;
  return {
    ...createTarget(component, 'platform'),
    cluster: demoAzure.cluster,
    azure: {
      subscriptionId: subscriptions.shop,
      location,
      nodeResourceGroup,
      resourceGroup: demoAzure.resourceGroup,
      networkId: armId('Microsoft.Network/virtualNetworks', {
        subscriptionId: subscriptions.shop,
        resourceGroup: nodeResourceGroup,
        name: network,
      }),
      subnet: demoAzure.subnets.nodes,
    },
  };
}

function createTarget(component: string, place: Place): DeploymentTarget {
  // The pods of delivery-eu stand in subnets that the network account shares.
  const { vpcId, subnets } =
    demoNetworks[place === 'delivery' ? 'network' : place];
  const ids: Record<string, string> = demoServiceIds;
  const domain = EXTERNAL_DNS[place];
  return {
    ...demoScopes[place],
    cluster: CLUSTERS[place],
    vpcId,
    subnetIds: subnets.map(subnet => subnet.id),
    namespace: component,
    ...(domain && {
      externalDns: {
        prefix: 'external-dns.alpha.kubernetes.io/',
        domainFilters: [domain],
        ownerId: CLUSTERS[place],
        accountId: demoScopes.platform.accountId,
      },
    }),
    ...(ids[component] && {
      plannedIds: { [`aws_vpc_endpoint_service.${component}`]: ids[component] },
    }),
  };
}
