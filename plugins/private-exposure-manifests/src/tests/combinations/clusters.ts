import { parseClusterProfile } from '../../intents';

const AWS = { accountId: '111122223333', region: 'eu-west-1' };
const LBC = {
  ...AWS,
  controller: 'aws-load-balancer-controller',
  version: '3.5.0',
};

/** Runs the AWS Load Balancer Controller, with two subnets and external-dns. @internal */
export const lbcCluster = parseClusterProfile('platform-eu', {
  ...LBC,
  subnets: [
    { id: 'subnet-0000000000000000a', zoneId: 'euw1-az1' },
    { id: 'subnet-0000000000000000b', zoneId: 'euw1-az2' },
    { id: 'subnet-0000000000000000c', zoneId: 'euw1-az2' },
  ],
  ingressGroups: [{ name: 'payments' }],
  externalDnsPrefix: 'external-dns.kubernetes.io/',
  externalDnsDomains: ['example.com'],
});

/** Runs an older version of the AWS Load Balancer Controller. @internal */
export const oldCluster = parseClusterProfile('platform-old', {
  ...LBC,
  version: '2.5.4',
});

/** The same without its webhook. @internal */
export const quietCluster = parseClusterProfile('platform-quiet', {
  ...LBC,
  webhook: false,
});

/** Has the in-tree provider alone. @internal */
export const inTreeCluster = parseClusterProfile('legacy', {
  ...AWS,
  controller: 'in-tree',
  version: '1.36.0',
});

/** In EKS Auto Mode. @internal */
export const autoModeCluster = parseClusterProfile('auto', {
  ...AWS,
  controller: 'eks-auto-mode',
});

/** On Azure, with its subnets. @internal */
export const azureCluster = parseClusterProfile('platform-we', {
  cloud: 'azure',
  subscriptionId: '00000000-0000-0000-0000-000000000000',
  resourceGroup: 'nodes',
  location: 'westeurope',
  defaultSubnet: 'nodes',
  subnets: [{ name: 'nodes' }, { name: 'private-link' }],
});
