import { networkClient } from '../../__testUtils__/azureClients';
import { collect } from '../../__testUtils__/collect';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PLACE,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;

describe('private link services over the wire', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
  });
  afterEach(() => sandbox.stop());

  const client = () => networkClient(sandbox);
  const connect = (target: string, requestMessage?: string) =>
    sandbox.azure.connect({
      subscriptionId: AZURE_CONSUMER.subscriptionId,
      target,
      requestMessage,
    });

  it('lists those of the subscription, with their connections', async () => {
    const service = addLinkService(sandbox, 'payments');
    connect(service.alias, 'From globex');

    const [listed] = await collect(
      client().privateLinkServices.listBySubscription(),
    );

    expect(listed).toMatchObject({
      id: service.id,
      name: 'payments',
      location: 'westeurope',
      provisioningState: 'Succeeded',
      alias: expect.stringMatching(
        /^payments\.[0-9a-f-]{36}\.westeurope\.azure\.privatelinkservice$/,
      ),
      visibility: { subscriptions: ['*'] },
      enableProxyProtocol: false,
      ipConfigurations: [{ name: 'nat', primary: true }],
      privateEndpointConnections: [
        {
          privateLinkServiceConnectionState: {
            status: 'Pending',
            description: 'From globex',
            actionsRequired: 'None',
          },
          privateEndpointLocation: 'westeurope',
        },
      ],
    });
    expect(listed.networkInterfaces).toHaveLength(1);
    expect(listed.loadBalancerFrontendIpConfigurations?.[0].id).toMatch(
      /\/loadBalancers\/payments-lb\/frontendIPConfigurations\/frontend$/,
    );
  });

  it('leaves out where an endpoint is, as the published examples do, where it is told to', async () => {
    sandbox.azureSettings.showsEndpointLocation = false;
    const service = addLinkService(sandbox, 'payments');
    connect(service.alias, 'From globex');
    const { privateLinkServices } = client();

    const [listed] = await collect(privateLinkServices.listBySubscription());
    const [alone] = await collect(
      privateLinkServices.listPrivateEndpointConnections(GROUP, 'payments'),
    );

    for (const connection of [listed.privateEndpointConnections?.[0], alone]) {
      expect(connection?.name).toEqual(expect.any(String));
      expect(connection).not.toHaveProperty('privateEndpointLocation');
    }
  });

  it('hands a long listing over page by page', async () => {
    sandbox.azureSettings.pageSize = 2;
    for (const name of ['a', 'b', 'c', 'd', 'e']) addLinkService(sandbox, name);
    const { privateLinkServices } = client();

    const pages = await collect(privateLinkServices.list(GROUP).byPage());

    expect(pages.map(page => page.map(({ name }) => name))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
    ]);
  });

  it('approves a connection, and the endpoint shows it', async () => {
    const service = addLinkService(sandbox, 'payments');
    const endpoint = connect(service.id);
    const { privateLinkServices } = client();

    const answer = await privateLinkServices.updatePrivateEndpointConnection(
      GROUP,
      'payments',
      endpoint.connection.name,
      {
        privateLinkServiceConnectionState: {
          status: 'Approved',
          description: 'Agreed in CHG-7',
        },
      },
    );

    expect(answer.privateLinkServiceConnectionState).toMatchObject({
      status: 'Approved',
      description: 'Agreed in CHG-7',
    });
    const read = await privateLinkServices.getPrivateEndpointConnection(
      GROUP,
      'payments',
      endpoint.connection.name,
    );
    expect(read.privateLinkServiceConnectionState?.status).toBe('Approved');
    expect(read.privateEndpoint?.id).toBe(endpoint.id);
  });

  it('removes a connection in the background, and its endpoint is disconnected', async () => {
    const service = addLinkService(sandbox, 'payments');
    const endpoint = connect(service.id);
    const { privateLinkServices } = client();

    const poller =
      await privateLinkServices.beginDeletePrivateEndpointConnection(
        GROUP,
        'payments',
        endpoint.connection.name,
      );
    expect(endpoint.connection.provisioningState).toBe('Deleting');
    await poller.poll();
    expect(poller.isDone()).toBe(false);
    sandbox.clock.advance(sandbox.azure.timings.armOperation);
    await poller.poll();

    expect(poller.isDone()).toBe(true);
    expect(endpoint.connection.status).toBe('Disconnected');
    const left = await collect(
      privateLinkServices.listPrivateEndpointConnections(GROUP, 'payments'),
    );
    expect(left).toEqual([]);
  });

  it('refuses to make a connection that no consumer asked for', async () => {
    addLinkService(sandbox, 'payments');

    const error = await errorOf(
      client().privateLinkServices.updatePrivateEndpointConnection(
        GROUP,
        'payments',
        'nobody.0000',
        { privateLinkServiceConnectionState: { status: 'Approved' } },
      ),
    );

    expect(error).toMatchObject({
      statusCode: 400,
      code: 'PrivateEndpointConnectionCannotBeCreatedByServiceProvider',
    });
  });

  it('tells what is not there from what may not be seen', async () => {
    addLinkService(sandbox, 'payments');
    const missing = await errorOf(
      client().privateLinkServices.get(GROUP, 'ledger'),
    );
    const group = await errorOf(
      collect(client().privateLinkServices.list('nowhere')),
    );

    expect(missing).toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
    expect(group).toMatchObject({
      statusCode: 404,
      code: 'ResourceGroupNotFound',
    });
  });
});
