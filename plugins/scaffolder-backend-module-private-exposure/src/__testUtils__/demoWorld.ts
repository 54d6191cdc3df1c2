import type { Entity } from '@backstage/catalog-model';

/** The Git host of the tests. */
export const GIT_HOST = 'localhost:7071';

function component(
  name: string,
  owner: string,
  annotations: Record<string, string> = {
    'backstage.io/source-location': `url:http://${GIT_HOST}/acme/${name}/tree/main/`,
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner },
  };
}

/** Entities of the demo, and a few with a source that is hard to find. */
export const entities: Entity[] = [
  component('payments', 'team-payments'),
  component('ledger', 'team-payments'),
  component('orders', 'team-orders'),
  component('parcels', 'team-orders'),
  component('storefront', 'team-orders'),
  component('slug-only', 'team-orders', {
    'github.com/project-slug': 'acme/slug-only',
  }),
  component('nested', 'team-orders', {
    'backstage.io/source-location': `url:http://${GIT_HOST}/acme/mono/tree/main/services/nested/`,
  }),
  component('grouped', 'team-orders', {
    'backstage.io/source-location':
      'url:https://gitlab.acme.example/acme/platform/grouped/-/tree/main/',
  }),
  component('elsewhere', 'team-orders', {
    'backstage.io/source-location': 'url:https://unknown.example/acme/x/',
  }),
  component('unplaced', 'team-orders', {}),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-payments', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];

/** The configuration of a portal with the demo's clusters and Git host. */
export const config = {
  integrations: {
    github: [
      {
        host: GIT_HOST,
        apiBaseUrl: `http://${GIT_HOST}/api/v3`,
        token: 'demo',
      },
    ],
    gitlab: [
      {
        host: 'gitlab.acme.example',
        apiBaseUrl: 'https://gitlab.acme.example/api/v4',
      },
    ],
  },
  privateExposure: {
    clusters: {
      'platform-eu': {
        controller: 'aws-load-balancer-controller',
        version: '3.5.0',
        externalDnsPrefix: 'external-dns.alpha.kubernetes.io/',
        accountId: '111122223333',
        region: 'eu-west-1',
        vpcId: 'vpc-0a1b2c3d4e5f60001',
        subnets: [
          { id: 'subnet-0a1b2c3d4e5f6a001', zoneId: 'euw1-az1' },
          { id: 'subnet-0a1b2c3d4e5f6a002', zoneId: 'euw1-az2' },
          { id: 'subnet-0a1b2c3d4e5f6a003', zoneId: 'euw1-az3' },
        ],
        securityGroups: ['sg-0a1b2c3d4e5f6b001'],
      },
      'payments-eu': {
        controller: 'aws-load-balancer-controller',
        version: '3.5.0',
        externalDnsPrefix: 'external-dns.alpha.kubernetes.io/',
        accountId: '222233334444',
        region: 'eu-west-1',
        vpcId: 'vpc-0a1b2c3d4e5f60002',
        subnets: [
          { id: 'subnet-0a1b2c3d4e5f6c001', zoneId: 'euw1-az1' },
          { id: 'subnet-0a1b2c3d4e5f6c002', zoneId: 'euw1-az2' },
        ],
        securityGroups: ['sg-0a1b2c3d4e5f6d001'],
      },
      'shared-eu': {
        controller: 'aws-load-balancer-controller',
        version: '3.5.0',
        accountId: '111122223333',
        loadBalancerAccount: '999988887777',
        region: 'eu-west-1',
        vpcId: 'vpc-0a1b2c3d4e5f60003',
        subnets: [
          { id: 'subnet-0a1b2c3d4e5f6e001', zoneId: 'euw1-az1' },
          { id: 'subnet-0a1b2c3d4e5f6e002', zoneId: 'euw1-az2' },
        ],
        securityGroups: ['sg-0a1b2c3d4e5f6f001'],
        ingressGroups: [{ name: 'internal', namespaces: ['payments'] }],
      },
      'platform-we': {
        cloud: 'azure',
        version: '1.33.0',
        subscriptionId: '0a1b2c3d-0000-4000-8000-00000000000a',
        resourceGroup: 'MC_platform_platform-we_westeurope',
        location: 'westeurope',
        vnet: 'platform',
        defaultSubnet: 'nodes',
        subnets: [
          { name: 'nodes', cidr: '10.224.0.0/17' },
          { name: 'private-link', cidr: '10.225.10.0/24' },
        ],
      },
    },
  },
};
