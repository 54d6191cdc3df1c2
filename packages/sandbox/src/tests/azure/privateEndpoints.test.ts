import { networkClient } from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PLACE,
  AZURE_PROVIDER,
  providerNetwork,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;
const CONSUMER_GROUP = 'consumers';

describe('private endpoints over the wire', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
  });
  afterEach(() => sandbox.stop());

  const provider = () => networkClient(sandbox);
  const consumer = () => networkClient(sandbox, AZURE_CONSUMER);

  function consumerSubnet() {
    const network = sandbox.azure.ensureNetwork({
      subscriptionId: AZURE_CONSUMER.subscriptionId,
      resourceGroup: CONSUMER_GROUP,
      location: 'northeurope',
    });
    return { id: `${network.id}/subnets/default` };
  }

  const ask = (target: string, options: { isManual: boolean }) => {
    const connection = {
      name: 'to-payments',
      privateLinkServiceId: target,
      requestMessage: 'CHG-7',
    };
    return consumer().privateEndpoints.beginCreateOrUpdate(
      CONSUMER_GROUP,
      'pe-payments',
      {
        location: 'northeurope',
        subnet: consumerSubnet(),
        ...(options.isManual
          ? { manualPrivateLinkServiceConnections: [connection] }
          : { privateLinkServiceConnections: [connection] }),
      },
      { updateIntervalInMs: 1 },
    );
  };

  /** Lets the sandbox finish what it has begun, and the client see it. */
  async function finish<TResult>(poller: {
    pollUntilDone(): Promise<TResult>;
  }): Promise<TResult> {
    sandbox.clock.advance(sandbox.azure.timings.armOperation);
    return poller.pollUntilDone();
  }

  it('wait for the owner in another tenant, who finds their message', async () => {
    const service = addLinkService(sandbox, 'payments');

    const endpoint = await finish(await ask(service.alias, { isManual: true }));

    expect(endpoint).toMatchObject({
      provisioningState: 'Succeeded',
      privateLinkServiceConnections: [],
      manualPrivateLinkServiceConnections: [
        {
          name: 'to-payments',
          privateLinkServiceId: service.alias,
          requestMessage: 'CHG-7',
          privateLinkServiceConnectionState: {
            status: 'Pending',
            description: 'Awaiting approval',
          },
        },
      ],
    });
    const seen = await provider().privateLinkServices.get(GROUP, 'payments');
    expect(seen.privateEndpointConnections).toMatchObject([
      {
        name: expect.stringMatching(/^pe-payments\.[0-9a-f-]{36}$/),
        privateEndpoint: { id: endpoint.id },
        privateEndpointLocation: 'northeurope',
        privateLinkServiceConnectionState: {
          status: 'Pending',
          description: 'CHG-7',
        },
      },
    ]);
  });

  it('are approved at once where their subscription is on the list', async () => {
    const { subscriptionId } = AZURE_CONSUMER;
    const service = addLinkService(sandbox, 'payments', {
      visibility: [subscriptionId],
      autoApproval: [subscriptionId],
    });

    const endpoint = await finish(await ask(service.id, { isManual: false }));

    expect(
      endpoint.privateLinkServiceConnections?.[0]
        .privateLinkServiceConnectionState,
    ).toMatchObject({ status: 'Approved', description: 'Auto Approved' });
  });

  it('need a right to approve where they ask for no approval', async () => {
    const service = addLinkService(sandbox, 'payments');

    const error = await errorOf(ask(service.id, { isManual: false }));

    expect(error).toMatchObject({
      statusCode: 403,
      code: 'LinkedAuthorizationFailed',
    });
    expect(sandbox.azure.connections.listOf(service.id)).toEqual([]);
  });

  it('cannot find a service that is not visible to their subscription', async () => {
    const service = addLinkService(sandbox, 'payments', {
      visibility: [AZURE_PROVIDER.subscriptionId],
    });

    const error = await errorOf(ask(service.alias, { isManual: true }));
    const answer =
      await consumer().privateLinkServices.beginCheckPrivateLinkServiceVisibilityAndWait(
        'westeurope',
        { privateLinkServiceAlias: service.alias },
      );

    expect(error).toMatchObject({
      statusCode: 400,
      code: 'InvalidResourceReference',
    });
    expect(answer.visible).toBe(false);
  });

  it('take their connection along when they are deleted', async () => {
    const service = addLinkService(sandbox, 'payments');
    await finish(await ask(service.alias, { isManual: true }));

    const deletion = await consumer().privateEndpoints.beginDelete(
      CONSUMER_GROUP,
      'pe-payments',
      { updateIntervalInMs: 1 },
    );
    await finish(deletion);

    expect(sandbox.azure.connections.listOf(service.id)).toEqual([]);
    expect(
      await errorOf(
        consumer().privateEndpoints.get(CONSUMER_GROUP, 'pe-payments'),
      ),
    ).toMatchObject({ statusCode: 404 });
  });

  it('stay disconnected once the owner has removed the service', async () => {
    const service = addLinkService(sandbox, 'payments');
    await finish(await ask(service.alias, { isManual: true }));
    const { privateLinkServices } = provider();
    const refused = await errorOf(
      privateLinkServices.beginDelete(GROUP, 'payments'),
    );
    expect(refused.message).toMatch(/has private endpoint connections/);

    sandbox.azure.privateLinkServices.deleteService(service.id, {
      force: true,
    });

    const endpoint = await consumer().privateEndpoints.get(
      CONSUMER_GROUP,
      'pe-payments',
    );
    expect(
      endpoint.manualPrivateLinkServiceConnections?.[0]
        .privateLinkServiceConnectionState?.status,
    ).toBe('Disconnected');
  });
});

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
