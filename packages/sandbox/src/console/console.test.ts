import request from 'supertest';
import { createDemoMount } from '../seed/createDemoMount';
import { demoAzure, demoLinkServiceIds } from '../seed/demoAzureIds';
import { demoAccounts, demoEndpointIds, demoServiceIds } from '../seed/demoIds';
import { demoScopes } from '../seed/seedAccounts';
import { Sandbox, startSandbox } from '../startSandbox';
import { globalScope } from '../world';

describe('the console', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ mounts: { git: createDemoMount() } });
    sandbox.clock.freeze();
  });

  afterAll(() => sandbox.stop());

  const get = (path: string) => request(sandbox.urls.console).get(path);
  const act = (action: string, fields: Record<string, string | number>) =>
    request(sandbox.urls.console)
      .post(`/actions/${action}`)
      .type('form')
      .set('Origin', sandbox.urls.console)
      .send(fields);
  const page = `/services/${demoServiceIds.webhooks}`;
  const service = () =>
    sandbox.world.endpointServices.getEndpointService(
      demoScopes.platform,
      demoServiceIds.webhooks,
    );

  it('lists every endpoint service, and filters', async () => {
    const { text } = await get('/').expect(200);
    for (const id of Object.values(demoServiceIds)) {
      expect(text).toContain(id);
    }
    const filtered = await get('/?filter=ledger');
    expect(filtered.text).toContain(demoServiceIds.ledger);
    expect(filtered.text).not.toContain(demoServiceIds.orders);
    expect(filtered.text).toContain('2 waiting');
    expect(filtered.headers['content-security-policy']).toContain(
      "default-src 'none'",
    );
  });

  it('lists distributions and load balancers, and says what protects them', async () => {
    const { world } = sandbox;
    const { accountId } = demoScopes.platform;
    const webAcl = world.webAcls.create(globalScope(accountId), {
      name: 'storefront-waf',
      wafScope: 'CLOUDFRONT',
    });
    for (const [comment, webAclId] of [
      ['storefront', webAcl.id],
      ['forgotten', ''],
    ]) {
      world.distributions.create(accountId, {
        config: {
          comment,
          webAclId,
          origins: [{ id: 'one', domainName: 'entrance.acme.example' }],
        },
      });
    }

    const all = await get('/entrances').expect(200);
    const one = await get('/entrances?filter=storefront');
    const other = await get('/entrances?filter=forgotten');

    const [loadBalancer] = world.loadBalancing.loadBalancers.all();
    expect(all.text).toContain(loadBalancer.id);
    expect(one.text).toContain('web ACL storefront-waf');
    expect(one.text).not.toContain('forgotten');
    expect(other.text).toContain('no web ACL');
  });

  it('escapes what others wrote', async () => {
    service().tags.Name = `<script>"'`;
    for (const path of ['/', page]) {
      const { text } = await get(path);
      expect(text).toContain('&lt;script&gt;&quot;&#39;');
      expect(text).not.toContain('<script');
    }
    const { text } = await get(`/?filter=${encodeURIComponent('"><script>')}`);
    expect(text).not.toContain('<script');
    service().tags.Name = 'webhooks';
  });

  it('connects from another account and disconnects', async () => {
    const { globex, analytics } = demoAccounts;
    const fields = { serviceId: demoServiceIds.webhooks, region: 'eu-west-1' };
    await act('connect', { ...fields, accountId: globex })
      .expect(303)
      .expect('Location', page);
    const endpointsOf = () =>
      sandbox.world.endpoints.endpointsOf(demoServiceIds.webhooks);
    expect(endpointsOf()).toEqual([
      expect.objectContaining({
        accountId: globex,
        state: 'pendingAcceptance',
      }),
    ]);
    const refused = await act('connect', {
      ...fields,
      accountId: analytics,
    }).expect(400);
    expect(refused.text).toContain('does not exist');
    const [{ id }] = endpointsOf();
    expect((await get(page)).text).toContain(id);
    await act('disconnect', { endpointId: id }).expect(303);
    sandbox.clock.advance(60_000);
    expect(endpointsOf()).toEqual([]);
  });

  it('shows what is published to a topic', async () => {
    expect((await get(page)).text).toContain('No topic is notified');
    sandbox.world.notifications.createNotification(demoScopes.platform, {
      topicArn: 'arn:aws:sns:eu-west-1:111122223333:inbox',
      events: ['Connect'],
      serviceId: demoServiceIds.webhooks,
    });
    expect((await get(page)).text).toContain('Nothing was published yet');
    await act('connect', {
      serviceId: demoServiceIds.webhooks,
      region: 'eu-west-1',
      accountId: demoAccounts.globex,
    }).expect(303);
    const [{ id }] = sandbox.world.endpoints.endpointsOf(
      demoServiceIds.webhooks,
    );

    const { text } = await get(page);

    expect(text).toMatch(new RegExp(`ConnectionEvent.*${id}`));
    await act('disconnect', { endpointId: id }).expect(303);
    sandbox.clock.advance(60_000);
  });

  it('publishes and removes the TXT record that AWS looks for', async () => {
    const { endpointServices, dns } = sandbox.world;
    const configuration = service().privateDns!;
    const name = endpointServices.domains.recordName(configuration);
    expect((await get(page)).text).toContain('not published');
    await act('publish-txt', { serviceId: demoServiceIds.webhooks }).expect(
      303,
    );
    expect(dns.lookupTxt(name)).toEqual([configuration.value]);
    endpointServices.startDomainVerification(service(), service().id);
    sandbox.clock.advance(60_000);
    expect((await get(page)).text).toContain('>verified<');
    await act('remove-txt', { serviceId: demoServiceIds.webhooks }).expect(303);
    expect(dns.lookupTxt(name)).toEqual([]);
  });

  it('breaks and heals targets, and deletes a load balancer', async () => {
    const serviceId = demoServiceIds.webhooks;
    expect((await get(page)).text).toContain('>healthy<');
    await act('break-targets', { serviceId }).expect(303);
    expect((await get(page)).text).not.toContain('>healthy<');
    await act('heal-targets', { serviceId }).expect(303);
    expect((await get(page)).text).toContain('>healthy<');
    const [arn] = service().loadBalancerArns;
    await act('delete-load-balancer', { serviceId: 'none', arn }).expect(404);
    await act('delete-load-balancer', {
      serviceId: demoServiceIds.ledger,
      arn,
    }).expect(400);
    await act('delete-load-balancer', { serviceId, arn }).expect(303);
    expect(sandbox.world.loadBalancing.loadBalancers.get(arn)).toBeUndefined();
    expect((await get(page)).text).toContain('>gone<');
  });

  it('injects and clears faults, advances the clock, and seeds', async () => {
    await act('inject-fault', {
      cloud: 'aws',
      effect: 'throttle',
      times: 2,
      action: ' DescribeVpcs ',
      accountId: '',
    }).expect(303);
    expect(sandbox.faults.list()).toEqual([
      expect.objectContaining({
        cloud: 'aws',
        action: 'DescribeVpcs',
        times: 2,
        accountId: undefined,
      }),
    ]);
    const unknown = { cloud: 'aws', effect: 'constructor', times: 1 };
    await act('inject-fault', unknown).expect(400);
    await act('clear-faults', {}).expect(303);
    expect(sandbox.faults.list()).toEqual([]);

    const before = sandbox.clock.now();
    await act('advance-clock', { minutes: 60 }).expect(303);
    expect(sandbox.clock.now() - before).toBe(3_600_000);
    await act('advance-clock', { minutes: -1 }).expect(400);

    const scope = { accountId: demoAccounts.analytics, region: 'eu-west-1' };
    await act('seed', { ...scope, services: 60, connections: 1 }).expect(303);
    expect(sandbox.world.endpointServices.services.list(scope)).toHaveLength(
      60,
    );
    expect((await get('/?page=2')).text).toContain('Page 2 of 2');
  });

  it('connects to a private link service from another tenant, and disconnects', async () => {
    const { azure } = sandbox;
    const id = demoLinkServiceIds.stock;
    const { alias } = azure.privateLinkServices.getService(id);
    const azurePage = `/azure/service?id=${encodeURIComponent(id)}`;
    expect((await get('/azure')).text).toContain('pls-storefront');
    const before = azure.connections.listOf(id).length;

    await act('azure-connect', {
      target: alias,
      subscriptionId: demoAzure.subscriptions.globex,
      requestMessage: '<b>please</b>',
    })
      .expect(303)
      .expect('Location', azurePage);

    const added = azure.connections.listOf(id).slice(before);
    expect(added).toMatchObject([{ status: 'Pending' }]);
    const { text } = await get(azurePage).expect(200);
    expect(text).toContain(added[0].name);
    expect(text).toContain('&lt;b&gt;please');
    const { privateEndpointId } = added[0];
    await act('azure-disconnect', { privateEndpointId }).expect(303);
    expect(azure.connections.listOf(id)).toHaveLength(before);
    await act('azure-connect', { target: 'nowhere' }).expect(404);
  });

  it('refuses a consumer who cannot see the private link service', async () => {
    const { azure } = sandbox;
    const stock = azure.privateLinkServices.getService(
      demoLinkServiceIds.stock,
    );
    stock.visibility = [demoAzure.subscriptions.analytics];

    const { text } = await act('azure-connect', {
      target: stock.alias,
      subscriptionId: demoAzure.subscriptions.globex,
    }).expect(400);

    expect(text).toContain('was not found');
  });

  it('breaks and heals the backends of a private link service', async () => {
    const serviceId = demoLinkServiceIds.storefront;
    const azurePage = `/azure/service?id=${encodeURIComponent(serviceId)}`;
    expect((await get(azurePage)).text).not.toContain('>Down<');

    await act('azure-break-backends', { serviceId }).expect(303);
    const broken = (await get(azurePage)).text;
    expect(broken).toContain('>Down<');
    expect(broken).not.toContain('>Up<');

    await act('azure-heal-backends', { serviceId }).expect(303);
    expect((await get(azurePage)).text).toContain('>Up<');
  });

  it('injects faults in the words of Azure, which AWS does not meet', async () => {
    const { shop } = demoAzure.subscriptions;
    const { text } = await get('/controls').expect(200);
    expect(text).toContain('Access denied (AuthorizationFailed)');
    expect(text).toContain(`<option value="${shop}">`);

    await act('inject-fault', {
      cloud: 'azure',
      effect: 'denied',
      times: 5,
      action: '',
      subscriptionId: '',
    }).expect(303);

    expect((await get('/controls')).text).toContain(
      'error AuthorizationFailed',
    );
    const call = {
      service: '',
      action: '',
      accountId: '',
      region: '',
      page: 1,
    };
    const stage = { types: ['error' as const], afterEffect: false };
    const { faults } = sandbox;
    expect(faults.take({ ...call, cloud: 'aws' }, stage)).toBeUndefined();
    expect(
      faults.take({ ...call, cloud: 'azure' }, stage)?.effect,
    ).toMatchObject({ code: 'AuthorizationFailed', status: 403 });
    await act('inject-fault', {
      cloud: 'azure',
      effect: 'denied',
      times: 1,
      subscriptionId: shop,
    }).expect(303);
    expect(faults.list().pop()?.accountId).toBe(shop);
    await act('clear-faults', {}).expect(303);
  });

  it('seeds private link services, and deletes one by accident', async () => {
    const { services } = sandbox.azure.privateLinkServices;
    const subscriptionId = demoAzure.subscriptions.analytics;
    const fields = { subscriptionId, services: 60, connections: 1 };
    await act('azure-seed', fields).expect(303);
    expect(services.list(subscriptionId)).toHaveLength(60);
    expect((await get('/azure?page=2')).text).toContain('Page 2 of 2');

    const [{ id }] = services.list(subscriptionId);
    await act('azure-delete-service', { id }).expect(303);

    expect(services.get(id)).toBeUndefined();
    await get(`/azure/service?id=${encodeURIComponent(id)}`).expect(400);
  });

  it('shows the deployments, none of them failed', async () => {
    const { text } = await get('/deployments').expect(200);
    expect(text).toContain('aws_vpc_endpoint_service.ledger');
    expect(text).not.toMatch(/>(failed|waiting)</);
  });

  it('does nothing for a form of another page', async () => {
    const endpointId = demoEndpointIds.ledgerConnected;
    const form = () =>
      request(sandbox.urls.console)
        .post('/actions/disconnect')
        .type('form')
        .send({ endpointId });
    await form().expect(403);
    await form().set('Origin', 'http://evil.example').expect(403);
    expect(sandbox.world.findEndpoint(endpointId).state).toBe('available');
  });
});
