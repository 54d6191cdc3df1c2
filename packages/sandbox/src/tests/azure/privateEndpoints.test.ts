import { networkClient } from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PROVIDER,
  startAzureSandbox,
  AZURE_PLACE,
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
