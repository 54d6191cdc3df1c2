import {
  addTestCluster,
  CONSUMER,
  GROUP,
  SUBSCRIPTION,
} from './__testUtils__/addTestCluster';
import { startTestDeployments } from './__testUtils__/startTestDeployments';

const PREFIX = 'service.beta.kubernetes.io';

function serviceYaml(annotations: Record<string, string>): string {
  const lines = Object.entries(annotations).map(
    ([name, value]) => `    ${PREFIX}/${name}: "${value}"`,
  );
  return `apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: shop
  annotations:
${lines.join('\n')}
spec:
  type: LoadBalancer
  selector: { app: shop }
  ports:
    - { name: https, port: 443, targetPort: 8443 }
`;
}

const INTERNAL = { 'azure-load-balancer-internal': 'true' };
const EXPOSED = {
  ...INTERNAL,
  'azure-pls-create': 'true',
  'azure-pls-name': 'pls-shop',
  'azure-pls-ip-configuration-subnet': 'nat',
  'azure-pls-ip-configuration-ip-address-count': '2',
  'azure-pls-visibility': CONSUMER,
};

describe('a cluster of Azure', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({ azure: addTestCluster });
  });
  afterEach(() => test.stop());

  const balancers = () => test.azure.loadBalancers.loadBalancers.all();
  const links = () => test.azure.privateLinkServices.services.all();
  const commitService = (annotations: Record<string, string>) =>
    test.commit({ 'k8s/shop.yaml': serviceYaml(annotations) });

  it('makes a frontend and a private link service of an annotated Service', async () => {
    const steps = await commitService(EXPOSED);

    expect(steps().map(({ state }) => state)).toEqual(['applied']);
    const [balancer] = balancers();
    expect(balancer).toMatchObject({
      name: 'platform-eu-internal',
      resourceGroup: GROUP,
      sku: 'Standard',
      frontends: [{ privateIPAddress: '10.224.0.4' }],
      rules: [{ frontendPort: 443, backendPort: 443, enableFloatingIP: true }],
    });
    const [link] = links();
    expect(link).toMatchObject({
      name: 'pls-shop',
      frontendIds: [balancer.frontends[0].id],
      visibility: [CONSUMER],
      tags: {
        'k8s-azure-cluster-name': 'platform-eu',
        'k8s-azure-owner-service': 'shop/shop',
      },
    });
    expect(
      link.ipConfigurations.map(({ privateIPAddress }) => privateIPAddress),
    ).toEqual(['10.225.0.4', '10.225.0.5']);
    const subnet = test.azure.networks.findSubnet(
      link.ipConfigurations[0].subnetId,
    );
    expect(subnet?.privateLinkServiceNetworkPolicies).toBe('Disabled');
  });

  it('changes who may see the service, and keeps its connections', async () => {
    await commitService(EXPOSED);
    const { alias } = links()[0];
    const { connection } = test.azure.connect({
      subscriptionId: CONSUMER,
      target: alias,
    });

    await commitService({ ...EXPOSED, 'azure-pls-visibility': '*' });

    expect(links()).toHaveLength(1);
    expect(links()[0]).toMatchObject({ alias, visibility: ['*'] });
    expect(test.azure.connections.listOf(links()[0].id)).toEqual([connection]);
  });

  it('leaves the private link service when only its annotations go', async () => {
    await commitService(EXPOSED);

    await commitService(INTERNAL);

    expect(links()).toHaveLength(1);
  });

  it('takes service, connections and load balancer away with the Service', async () => {
    await commitService(EXPOSED);
    const { connection } = test.azure.connect({
      subscriptionId: CONSUMER,
      target: links()[0].id,
    });

    await test.commit({ 'k8s/shop.yaml': null });

    expect(links()).toEqual([]);
    expect(balancers()).toEqual([]);
    expect(connection.status).toBe('Disconnected');
  });

  it('opens a Service to the Internet whose annotation is not quite true', async () => {
    await commitService({ 'azure-load-balancer-internal': 'True' });

    expect(balancers()).toMatchObject([
      { name: 'platform-eu', frontends: [{ subnetId: undefined }] },
    ]);
  });

  it('refuses in the words of the cloud provider, and keeps what there was', async () => {
    await commitService(EXPOSED);

    const steps = await commitService({
      ...EXPOSED,
      'azure-pls-ip-configuration-ip-address-count': '9',
    });

    expect(steps()).toMatchObject([
      { state: 'failed', message: expect.stringContaining('maximum number') },
    ]);
    expect(links()[0].ipConfigurations).toHaveLength(2);
  });
});

const FRONT_DOOR = `
resource "azurerm_cdn_frontdoor_profile" "shop" {
  name                = "fd-shop"
  resource_group_name = "shop"
  sku_name            = "Premium_AzureFrontDoor"
}
resource "azurerm_cdn_frontdoor_endpoint" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
  name                     = "shop"
}
resource "azurerm_cdn_frontdoor_origin_group" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
  name                     = "shop"
  load_balancing { sample_size = 4 }
}
resource "azurerm_cdn_frontdoor_origin" "shop" {
  cdn_frontdoor_origin_group_id  = azurerm_cdn_frontdoor_origin_group.shop.id
  name                           = "shop"
  enabled                        = true
  host_name                      = "shop.acme.example"
  certificate_name_check_enabled = true
  private_link {
    location               = "westeurope"
    private_link_target_id = "/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/Microsoft.Network/privateLinkServices/pls-shop"
    request_message        = "postern-42"
  }
}
resource "azurerm_cdn_frontdoor_firewall_policy" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  sku_name            = "Premium_AzureFrontDoor"
  mode                = "Prevention"
  managed_rule {
    action  = "Block"
    type    = "Microsoft_DefaultRuleSet"
    version = "2.1"
  }
}
resource "azurerm_cdn_frontdoor_security_policy" "shop" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.shop.id
  name                     = "shop"
  security_policies {
    firewall {
      cdn_frontdoor_firewall_policy_id = azurerm_cdn_frontdoor_firewall_policy.shop.id
      association {
        patterns_to_match = ["/*"]
        domain { cdn_frontdoor_domain_id = azurerm_cdn_frontdoor_endpoint.shop.id }
      }
    }
  }
}
resource "azurerm_cdn_frontdoor_route" "shop" {
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.shop.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.shop.id
  cdn_frontdoor_origin_ids      = [azurerm_cdn_frontdoor_origin.shop.id]
  name                          = "shop"
  patterns_to_match             = ["/*"]
  supported_protocols           = ["Https"]
  https_redirect_enabled        = false
  depends_on                    = [azurerm_cdn_frontdoor_security_policy.shop]
}
`;

describe('Terraform for Azure', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({ azure: addTestCluster });
  });
  afterEach(() => test.stop());

  const states = (steps: () => { state: string }[]) => [
    ...new Set(steps().map(({ state }) => state)),
  ];

  it('makes a Front Door that asks for a private connection, and takes it away again', async () => {
    await test.commit({ 'k8s/shop.yaml': serviceYaml(EXPOSED) });

    const steps = await test.commit({ 'infra/frontdoor.tf': FRONT_DOOR });

    expect(states(steps)).toEqual(['applied']);
    const { frontDoors, firewallPolicies, connections } = test.azure;
    const [profile] = frontDoors.profiles.all();
    const parts = (
      [
        'afdEndpoints',
        'originGroups',
        'origins',
        'routes',
        'securityPolicies',
      ] as const
    ).map(kind => frontDoors.partsOfProfile(profile.id, kind).length);
    expect(parts).toEqual([1, 1, 1, 1, 1]);
    const [policy] = firewallPolicies.policies.all();
    expect(policy).toMatchObject({
      policySettings: { mode: 'Prevention' },
      managedRuleSets: [{ ruleSetType: 'Microsoft_DefaultRuleSet' }],
    });
    test.clock.advance(test.azure.timings.frontDoorPrivateLink);
    const [link] = test.azure.privateLinkServices.services.all();
    expect(connections.listOf(link.id)).toMatchObject([
      { status: 'Pending', description: 'postern-42' },
    ]);

    await test.commit({ 'infra/frontdoor.tf': null });

    expect(frontDoors.profiles.all()).toEqual([]);
    expect(connections.listOf(link.id)).toEqual([]);
  });

  it('waits for the private link service that a Front Door refers to', async () => {
    const steps = await test.commit({ 'infra/frontdoor.tf': FRONT_DOOR });
    expect(states(steps)).toContain('failed');

    await test.commit({ 'k8s/shop.yaml': serviceYaml(EXPOSED) });

    const [profile] = test.azure.frontDoors.profiles.all();
    expect(
      test.azure.frontDoors.partsOfProfile(profile.id, 'origins'),
    ).toHaveLength(1);
  });

  it("makes a consumer's private endpoint, whose address others can use", async () => {
    await test.commit({ 'k8s/shop.yaml': serviceYaml(EXPOSED) });
    const [{ id, alias }] = test.azure.privateLinkServices.services.all();
    test.azure.privateLinkServices.services.get(id)?.visibility.push('*');
    const [network] = test.azure.networks.virtualNetworks.all();

    const steps = await test.commit({
      'infra/endpoint.tf': `
resource "azurerm_private_endpoint" "shop" {
  name                = "pe-shop"
  location            = "westeurope"
  resource_group_name = "shop"
  subnet_id           = "${network.id}/subnets/nodes"
  private_service_connection {
    name                              = "shop"
    is_manual_connection              = true
    private_connection_resource_alias = "${alias}"
    request_message                   = "postern-7"
  }
}
resource "azurerm_private_dns_a_record" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  zone_name           = "acme.example"
  ttl                 = 300
  records             = [azurerm_private_endpoint.shop.private_service_connection[0].private_ip_address]
}
`,
    });

    expect(states(steps)).toEqual(['applied']);
    const [endpoint] = test.azure.privateEndpoints.endpoints.all();
    expect(endpoint).toMatchObject({
      name: 'pe-shop',
      connection: { status: 'Pending', description: 'postern-7' },
    });
  });
});
