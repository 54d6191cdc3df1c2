import { Octokit } from '@octokit/rest';
import { startSandbox, Sandbox } from '../startSandbox';
import { createDemoMount } from './createDemoMount';
import { demoLinkServiceIds, demoWebAppId } from './demoAzureIds';
import { demoEndpointIds, demoNetworks, demoServiceIds } from './demoIds';
import { demoPublishing } from './demoPublishingIds';
import { demoScopes } from './seedAccounts';

const ownerOf = (tags: Record<string, string>) =>
  `${tags['k8s-azure-cluster-name']}/${tags['k8s-azure-owner-service']}`;

describe('the demo world', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ mounts: { git: createDemoMount() } });
  });

  afterAll(() => sandbox.stop());

  const serviceOf = (scope: keyof typeof demoScopes, id: string) =>
    sandbox.world.endpointServices.getEndpointService(demoScopes[scope], id);
  const statesOf = (id: string) =>
    sandbox.world.endpoints
      .endpointsOf(id)
      .map(endpoint => [endpoint.id, endpoint.state]);

  it('has ids that AWS could have given', () => {
    const ids = [
      ...Object.values(demoServiceIds),
      ...Object.values(demoEndpointIds),
      ...Object.values(demoNetworks).flatMap(({ vpcId, subnets }) => [
        vpcId,
        ...subnets.map(subnet => subnet.id),
      ]),
      demoPublishing.loadBalancerGroup,
      demoPublishing.podGroup,
    ];
    expect(ids.filter(id => !/^[a-z-]+-0[0-9a-f]{16}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the endpoint services with their owners, all available', () => {
    const found = (
      [
        ['payments', 'ledger'],
        ['paymentsUs', 'checkout'],
        ['platform', 'orders'],
        ['platform', 'webhooks'],
        ['platform', 'search'],
        ['platform', 'reports'],
        ['legacy', 'archive'],
      ] as const
    ).map(([scope, name]) => serviceOf(scope, demoServiceIds[name]));
    expect(found.map(service => service.state)).toEqual(
      Array(7).fill('Available'),
    );
    expect(found.map(service => service.tags['backstage-entity-ref'])).toEqual(
      [
        'ledger',
        'checkout',
        'orders',
        'webhooks',
        'search',
        'reports',
        'archive',
      ].map(name => `component:default/${name}`),
    );
    const { tags } = serviceOf('platform', demoServiceIds.unclaimed);
    expect(tags['backstage-entity-ref']).toBeUndefined();
    const all = sandbox.world.endpointServices.services.all();
    expect(all).toHaveLength(8);
  });

  it('has connections in the states of the story', () => {
    const ids = demoEndpointIds;
    expect(statesOf(demoServiceIds.ledger)).toEqual([
      [ids.ledgerConnected, 'available'],
      [ids.ledgerPendingGlobex, 'pendingAcceptance'],
      [ids.ledgerPendingAnalytics, 'pendingAcceptance'],
    ]);
    expect(statesOf(demoServiceIds.orders)).toEqual([
      [ids.ordersAnalytics, 'available'],
      [ids.ordersGlobex, 'available'],
    ]);
    expect(statesOf(demoServiceIds.checkout)).toEqual([
      [ids.checkoutPending, 'pendingAcceptance'],
    ]);
    expect(statesOf(demoServiceIds.reports)).toEqual([]);
  });

  it('has the troubles of the story', () => {
    const { world } = sandbox;
    const checkout = serviceOf('paymentsUs', demoServiceIds.checkout);
    expect([...checkout.allowedPrincipals.keys()]).toEqual(['*']);
    expect(checkout.acceptanceRequired).toBe(true);
    const webhooks = serviceOf('platform', demoServiceIds.webhooks);
    expect(webhooks.privateDns).toMatchObject({
      dnsName: '*.k.acme.example',
      state: 'pendingVerification',
    });
    const reports = serviceOf('platform', demoServiceIds.reports);
    expect(
      world.loadBalancing.loadBalancers.get(reports.loadBalancerArns[0]),
    ).toBeUndefined();
    const healthOf = (name: 'search' | 'orders') => {
      const [arn] = serviceOf(
        'platform',
        demoServiceIds[name],
      ).loadBalancerArns;
      return world.listeners
        .targetGroupsOf(arn)
        .flatMap(group => [
          ...world.targetGroups
            .getTargetGroup(demoScopes.platform, group)
            .targets.values(),
        ])
        .map(target => (target.pinnedHealth ?? target.health).state);
    };
    expect(healthOf('search')).toEqual(Array(3).fill('unhealthy'));
    expect(healthOf('orders')).toEqual(Array(3).fill('healthy'));
    for (const name of ['orders', 'ledger'] as const) {
      const scope = name === 'orders' ? 'platform' : 'payments';
      expect(serviceOf(scope, demoServiceIds[name]).privateDns?.state).toBe(
        'verified',
      );
    }
    const archive = world.accounts.getAccount(demoScopes.legacy.accountId);
    expect(archive.roles.get('Postern')?.assumable).toBe(false);
  });

  it('has private link services in a cluster of Azure, and one of nobody', () => {
    const { azure } = sandbox;
    const services = azure.privateLinkServices.services.all();
    expect(services.map(({ id, tags }) => [id, ownerOf(tags)])).toEqual([
      [demoLinkServiceIds.storefront, 'shop-weu/storefront/storefront'],
      [demoLinkServiceIds.stock, 'shop-weu/stock/stock'],
      [demoLinkServiceIds.unclaimed, 'undefined/undefined'],
    ]);
    const connectionsOf = (id: string) =>
      azure.connections
        .listOf(id)
        .map(({ name, status }) => [name.split('.')[0], status]);
    expect(connectionsOf(demoLinkServiceIds.stock)).toEqual([
      ['pe-analytics-stock', 'Approved'],
      ['pe-globex-stock', 'Rejected'],
      ['pe-globex-stock-old', 'Disconnected'],
      ['pe-analytics-stock-reporting', 'Pending'],
    ]);
    const [frontDoor, ...others] = azure.connections.listOf(
      demoLinkServiceIds.storefront,
    );
    expect(frontDoor).toMatchObject({
      status: 'Pending',
      description: 'Front Door of storefront',
    });
    expect(others.map(({ status }) => status)).toEqual(['Approved', 'Pending']);
    expect(azure.frontDoors.profiles.all()).toMatchObject([
      { name: 'fd-storefront', sku: 'Premium_AzureFrontDoor' },
    ]);
  });

  it('has a web app at which a consumer waits', () => {
    const { azure } = sandbox;

    expect(azure.linkTargets.getTarget(demoWebAppId).tags).toEqual({
      'backstage-entity-ref': 'component:default/returns',
    });
    expect(azure.connections.listOf(demoWebAppId)).toMatchObject([
      {
        status: 'Pending',
        description: 'globex would like to announce returns',
      },
    ]);
  });

  it('lies in the past, and leaves the clock running with the machine', () => {
    expect(sandbox.clock.isFrozen).toBe(false);
    expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(5000);
    const pending = sandbox.world.findEndpoint(
      demoEndpointIds.ledgerPendingGlobex,
    );
    const hours = (Date.now() - pending.createdAt) / 3_600_000;
    expect(Math.round(hours)).toBe(24);
  });

  it('has one repository per component, deployed without an error', async () => {
    const octokit = new Octokit({
      auth: 'postern-demo-token',
      baseUrl: `${sandbox.urls.git}/api/v3`,
    });
    const { data } = await octokit.repos.listForOrg({ org: 'acme' });
    expect(data.map(repository => repository.name)).toEqual([
      'payments',
      'ledger',
      'checkout',
      'orders',
      'webhooks',
      'search',
      'reports',
      'invoices',
      'archive',
      'storefront',
      'stock',
      'parcels',
      'returns',
      'delivery-eu',
      'entrance',
      'website',
      'newsletter',
      'offers',
      'tracking',
      'pickup',
    ]);
    const { data: manifest } = await octokit.repos.getContent({
      owner: 'acme',
      repo: 'payments',
      path: 'k8s/payments.yaml',
    });
    const text = Buffer.from(
      (manifest as { content: string }).content,
      'base64',
    ).toString();
    expect(text).toContain('type: ClusterIP');
    expect(text).not.toContain('annotations:');
  });
});
