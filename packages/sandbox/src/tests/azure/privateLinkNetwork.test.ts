import { networkClient } from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  AZURE_PLACE,
  providerNetwork,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;

describe('the network behind a private link service', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox({ armOperation: 0 });
  });
  afterEach(() => sandbox.stop());

  it('is made over the wire: network, load balancer and service', async () => {
    sandbox.azure.directory.ensureGroup(
      AZURE_PLACE.subscriptionId,
      GROUP,
      'westeurope',
    );
    const client = networkClient(sandbox);
    const network = await client.virtualNetworks.beginCreateOrUpdateAndWait(
      GROUP,
      'aks-vnet',
      {
        location: 'westeurope',
        addressSpace: { addressPrefixes: ['10.224.0.0/12'] },
        subnets: [{ name: 'nat', addressPrefix: '10.225.0.0/24' }],
      },
    );
    const [subnet] = network.subnets ?? [];
    const frontendId = `/subscriptions/${AZURE_PLACE.subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.Network/loadBalancers/kubernetes-internal/frontendIPConfigurations/a1`;
    const loadBalancer = await client.loadBalancers.beginCreateOrUpdateAndWait(
      GROUP,
      'kubernetes-internal',
      {
        location: 'westeurope',
        sku: { name: 'Standard' },
        frontendIPConfigurations: [{ name: 'a1', subnet: { id: subnet.id } }],
        backendAddressPools: [{ name: 'kubernetes' }],
        probes: [{ name: 'a1-TCP-443', protocol: 'Tcp', port: 30443 }],
        loadBalancingRules: [
          {
            name: 'a1-TCP-443',
            protocol: 'Tcp',
            frontendPort: 443,
            backendPort: 443,
            enableFloatingIP: true,
            frontendIPConfiguration: { id: frontendId },
            probe: {
              id: frontendId.replace(
                'frontendIPConfigurations/a1',
                'probes/a1-TCP-443',
              ),
            },
          },
        ],
      },
    );
    expect(loadBalancer.frontendIPConfigurations?.[0]).toMatchObject({
      privateIPAddress: '10.225.0.4',
      loadBalancingRules: [{ id: expect.stringMatching(/a1-TCP-443$/) }],
    });

    const service = {
      location: 'westeurope',
      loadBalancerFrontendIpConfigurations: [{ id: frontendId }],
      ipConfigurations: [{ name: 'nat-0', subnet: { id: subnet.id } }],
      tags: { 'k8s-azure-owner-service': 'payments/payments' },
    };
    const put = () =>
      client.privateLinkServices.beginCreateOrUpdateAndWait(
        GROUP,
        'pls-payments',
        service,
      );
    expect(await errorOf(put())).toMatchObject({
      code: 'PrivateLinkServiceCannotBeCreatedInSubnetThatHasNetworkPoliciesEnabled',
    });
    await client.subnets.beginCreateOrUpdateAndWait(GROUP, 'aks-vnet', 'nat', {
      addressPrefix: '10.225.0.0/24',
      privateLinkServiceNetworkPolicies: 'Disabled',
    });
    const made = await put();

    expect(made).toMatchObject({
      provisioningState: 'Succeeded',
      tags: { 'k8s-azure-owner-service': 'payments/payments' },
    });
    const nicName = made.networkInterfaces?.[0].id?.split('/').pop() ?? '';
    const nic = await client.networkInterfaces.get(GROUP, nicName);
    expect(nic.privateLinkService?.id).toBe(made.id);
    expect(nic.ipConfigurations?.[0].privateIPAddress).toBe('10.225.0.5');
    expect(
      await errorOf(
        client.subnets.beginCreateOrUpdate(GROUP, 'aks-vnet', 'nat', {
          addressPrefix: '10.225.0.0/24',
          privateLinkServiceNetworkPolicies: 'Enabled',
        }),
      ),
    ).toMatchObject({
      code: 'PrivateLinkServiceNetworkPoliciesCannotBeEnabledOnPrivateLinkServiceSubnet',
    });
    expect(
      await errorOf(
        client.loadBalancers.beginDelete(GROUP, 'kubernetes-internal'),
      ),
    ).toMatchObject({ statusCode: 400 });
  });

  it('has no address for two', () => {
    const network = providerNetwork(sandbox);
    const subnet = sandbox.azure.networks.getSubnet(
      `${network.id}/subnets/default`,
    );
    const { networks } = sandbox.azure;
    networks.takeAddress(subnet, 'first', '10.100.0.9');

    expect(() => networks.takeAddress(subnet, 'second', '10.100.0.9')).toThrow(
      /already allocated to resource first/,
    );
  });
});
