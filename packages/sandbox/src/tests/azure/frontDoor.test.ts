import { cdnClient, networkClient } from '../../__testUtils__/azureClients';
import { collect } from '../../__testUtils__/collect';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addLinkService,
  AZURE_PLACE,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { frontDoorSubscription } from '../../azureWorld';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;

describe('Front Door over the wire', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox({ armOperation: 0 });
    addLinkService(sandbox, 'shop');
  });
  afterEach(() => sandbox.stop());

  const client = () => cdnClient(sandbox);
  const service = () =>
    networkClient(sandbox).privateLinkServices.get(GROUP, 'shop');

  async function putProfile(sku = 'Premium_AzureFrontDoor') {
    await client().profiles.beginCreateAndWait(GROUP, 'fd-shop', {
      location: 'global',
      sku: { name: sku },
    });
    await client().afdOriginGroups.beginCreateAndWait(
      GROUP,
      'fd-shop',
      'shop',
      {},
    );
  }

  async function putOrigin(name: string) {
    return client().afdOrigins.beginCreateAndWait(
      GROUP,
      'fd-shop',
      'shop',
      name,
      {
        hostName: 'shop.acme.example',
        originHostHeader: 'shop.acme.example',
        sharedPrivateLinkResource: {
          privateLink: { id: (await service()).id },
          privateLinkLocation: 'westeurope',
          requestMessage: 'postern-4711',
        },
      },
    );
  }

  it('asks for one private endpoint from a subscription of Microsoft, and shows what became of it', async () => {
    await putProfile();
    const origin = await putOrigin('blue');
    await putOrigin('green');
    expect(origin).toMatchObject({
      originGroupName: 'shop',
      enforceCertificateNameCheck: true,
      sharedPrivateLinkResource: {
        privateLinkLocation: 'westeurope',
        requestMessage: 'postern-4711',
        status: 'Pending',
      },
    });
    expect((await service()).privateEndpointConnections).toEqual([]);

    sandbox.clock.advance(sandbox.azure.timings.frontDoorPrivateLink);

    const [connection, ...more] =
      (await service()).privateEndpointConnections ?? [];
    expect(more).toEqual([]);
    expect(connection.privateEndpoint?.id).toMatch(
      `/subscriptions/${frontDoorSubscription.subscriptionId}/`,
    );
    expect(connection.privateLinkServiceConnectionState).toMatchObject({
      status: 'Pending',
      description: 'postern-4711',
    });
    await networkClient(
      sandbox,
    ).privateLinkServices.updatePrivateEndpointConnection(
      GROUP,
      'shop',
      connection.name ?? '',
      { privateLinkServiceConnectionState: { status: 'Approved' } },
    );
    const origins = await collect(
      client().afdOrigins.listByOriginGroup(GROUP, 'fd-shop', 'shop'),
    );
    expect(
      origins.map(({ name, sharedPrivateLinkResource }) => [
        name,
        sharedPrivateLinkResource?.status,
      ]),
    ).toEqual([
      ['blue', 'Approved'],
      ['green', 'Approved'],
    ]);
  });

  it('keeps the endpoint until the last origin that uses it is gone', async () => {
    await putProfile();
    await putOrigin('blue');
    await putOrigin('green');
    sandbox.clock.advance(sandbox.azure.timings.frontDoorPrivateLink);
    const remove = (name: string) =>
      client().afdOrigins.beginDeleteAndWait(GROUP, 'fd-shop', 'shop', name);

    await remove('blue');
    expect((await service()).privateEndpointConnections).toHaveLength(1);
    await remove('green');

    expect((await service()).privateEndpointConnections).toEqual([]);
  });

  it('reaches private origins with the premium SKU alone', async () => {
    await putProfile('Standard_AzureFrontDoor');

    const error = await errorOf(putOrigin('blue'));

    expect(error.message).toMatch(/Premium_AzureFrontDoor/);
  });

  it('lists profiles, endpoints, routes, domains and what protects them', async () => {
    await putProfile();
    const { frontDoors, firewallPolicies } = sandbox.azure;
    const [profile] = frontDoors.profiles.all();
    const policy = firewallPolicies.putPolicy({
      ...AZURE_PLACE,
      name: 'wafshop',
      sku: 'Premium_AzureFrontDoor',
      policySettings: { mode: 'Prevention' },
      managedRuleSets: [
        {
          ruleSetType: 'Microsoft_DefaultRuleSet',
          ruleSetVersion: '2.1',
          ruleSetAction: 'Block',
        },
      ],
    });
    await client().afdEndpoints.beginCreateAndWait(GROUP, 'fd-shop', 'shop', {
      location: 'global',
    });
    await client().afdCustomDomains.beginCreateAndWait(
      GROUP,
      'fd-shop',
      'shop-acme',
      { hostName: 'shop.acme.example' },
    );
    await client().routes.beginCreateAndWait(GROUP, 'fd-shop', 'shop', 'all', {
      originGroup: { id: `${profile.id}/originGroups/shop` },
      httpsRedirect: 'Enabled',
    });
    await client().securityPolicies.beginCreateAndWait(
      GROUP,
      'fd-shop',
      'waf',
      {
        parameters: {
          type: 'WebApplicationFirewall',
          wafPolicy: { id: policy.id },
          associations: [
            {
              domains: [{ id: `${profile.id}/customDomains/shop-acme` }],
              patternsToMatch: ['/*'],
            },
          ],
        },
      },
    );

    const profiles = await collect(client().profiles.list());
    const [endpoint] = await collect(
      client().afdEndpoints.listByProfile(GROUP, 'fd-shop'),
    );
    const [route] = await collect(
      client().routes.listByEndpoint(GROUP, 'fd-shop', 'shop'),
    );
    const [domain] = await collect(
      client().afdCustomDomains.listByProfile(GROUP, 'fd-shop'),
    );
    const [security] = await collect(
      client().securityPolicies.listByProfile(GROUP, 'fd-shop'),
    );

    expect(profiles).toMatchObject([
      { name: 'fd-shop', sku: { name: 'Premium_AzureFrontDoor' } },
    ]);
    expect(endpoint.hostName).toMatch(/^shop-[a-z0-9]{16}\.z01\.azurefd\.net$/);
    expect(route).toMatchObject({
      httpsRedirect: 'Enabled',
      patternsToMatch: ['/*'],
    });
    expect(domain).toMatchObject({
      hostName: 'shop.acme.example',
      domainValidationState: 'Pending',
      validationProperties: { validationToken: expect.any(String) },
    });
    expect(security.parameters).toMatchObject({
      type: 'WebApplicationFirewall',
      wafPolicy: { id: policy.id },
    });
  });
});
