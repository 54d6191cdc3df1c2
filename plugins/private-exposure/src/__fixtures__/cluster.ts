import type { Cluster } from '@postern/backstage-plugin-private-exposure-common';

/** A cluster as the backend tells of it. */
export const cluster: Cluster = {
  name: 'payments-eu',
  profile: {
    controller: 'aws-load-balancer-controller',
    version: '3.5.0',
    accountId: '222233334444',
    region: 'eu-west-1',
    subnets: [{ id: 'subnet-02222000000000021', zoneId: 'euw1-az1' }],
  },
};
