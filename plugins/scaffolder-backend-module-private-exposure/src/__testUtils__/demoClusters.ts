import { demoAccounts, demoAzure, demoNetworks } from 'sandbox';

function cluster(
  accountId: string,
  network: (typeof demoNetworks)['platform' | 'payments'],
) {
  return {
    controller: 'aws-load-balancer-controller',
    version: '3.5.0',
    externalDnsPrefix: 'external-dns.alpha.kubernetes.io/',
    accountId,
    region: 'eu-west-1',
    vpcId: network.vpcId,
    subnets: network.subnets,
  };
}

/** Cluster profiles of the demo world, as the portal's configuration has them. */
export const demoClusters = {
  'platform-eu': cluster(demoAccounts.platform, demoNetworks.platform),
  'payments-eu': cluster(demoAccounts.payments, demoNetworks.payments),
  [demoAzure.cluster]: {
    cloud: 'azure',
    version: '1.33.0',
    subscriptionId: demoAzure.subscriptions.shop,
    resourceGroup: demoAzure.nodeResourceGroup,
    location: demoAzure.location,
    vnet: demoAzure.network,
    defaultSubnet: demoAzure.subnets.nodes,
  },
};
