import { AzureWorld } from '../../azureWorld';
import { AzureTarget } from '../types';

const TENANT = '11111111-aaaa-4000-8000-000000000001';

/** Where the test cluster is. */
export const SUBSCRIPTION = '11111111-cccc-4000-8000-000000000001';
/** Another subscription of the same tenant. */
export const CONSUMER = '11111111-cccc-4000-8000-000000000002';
/** The test cluster's node resource group. */
export const GROUP = 'MC_shop';

/** An empty cluster on Azure, with a network for it. */
export function addTestCluster(azure: AzureWorld): AzureTarget {
  azure.directory.addTenant({ tenantId: TENANT, name: 'acme' });
  for (const subscriptionId of [SUBSCRIPTION, CONSUMER]) {
    azure.directory.addSubscription({
      ...{ subscriptionId, tenantId: TENANT, name: 'acme' },
    });
  }
  const place = {
    subscriptionId: SUBSCRIPTION,
    resourceGroup: GROUP,
    location: 'westeurope',
  };
  azure.directory.ensureGroup(SUBSCRIPTION, GROUP, 'westeurope');
  azure.directory.ensureGroup(SUBSCRIPTION, 'shop', 'westeurope');
  const network = azure.networks.putVirtualNetwork({
    ...place,
    name: 'aks-vnet',
    addressPrefixes: ['10.224.0.0/12'],
    subnets: [
      { name: 'nodes', addressPrefix: '10.224.0.0/16' },
      { name: 'nat', addressPrefix: '10.225.0.0/24' },
    ],
  });
  return {
    subscriptionId: SUBSCRIPTION,
    location: 'westeurope',
    nodeResourceGroup: GROUP,
    resourceGroup: 'shop',
    networkId: network.id,
    subnet: 'nodes',
  };
}
