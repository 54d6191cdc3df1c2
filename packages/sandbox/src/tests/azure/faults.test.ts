import { networkClient } from '../../__testUtils__/azureClients';
import { collect } from '../../__testUtils__/collect';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  addAzureLoadBalancer,
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PLACE,
  AZURE_PROVIDER,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { PrivateEndpoint, PrivateLinkService } from '../../azureWorld';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP } = AZURE_PLACE;

describe('what goes wrong with Azure', () => {
  let sandbox: Sandbox;
  let service: PrivateLinkService;
  let endpoint: PrivateEndpoint;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
    service = addLinkService(sandbox, 'payments');
    endpoint = sandbox.azure.connect({
      subscriptionId: AZURE_CONSUMER.subscriptionId,
      target: service.id,
    });
  });
  afterEach(() => sandbox.stop());

  const services = () => networkClient(sandbox).privateLinkServices;
  const decide = (status: string) =>
    services().updatePrivateEndpointConnection(
      GROUP,
      'payments',
      endpoint.connection.name,
      { privateLinkServiceConnectionState: { status } },
    );

  it('throttles a principal after its burst, and says when to come again', async () => {
    sandbox.armLimits.setLimits({
      reads: { capacity: 3, refillPerSecond: 1 },
    });
    const client = services();
    const remaining: (string | undefined)[] = [];
    const read = () =>
      client.get(GROUP, 'payments', {
        onResponse: ({ headers }) =>
          remaining.push(
            headers.get('x-ms-ratelimit-remaining-subscription-reads'),
          ),
      });
    for (const _ of [1, 2, 3]) await read();
    expect(remaining).toEqual(['2', '1', '0']);

    const error = await errorOf(read());

    expect(error).toMatchObject({
      statusCode: 429,
      code: 'SubscriptionRequestsThrottled',
    });
    expect(error.response?.headers.get('retry-after')).toBe('1');
    sandbox.clock.advance(1000);
    await read();
  });

  it('keeps a second write out for a moment after a decision', async () => {
    await decide('Approved');

    const error = await errorOf(decide('Rejected'));

    expect(error).toMatchObject({ statusCode: 429, code: 'RetryableError' });
    expect(error.response?.headers.get('retry-after')).toBe('1');
    expect(endpoint.connection.status).toBe('Approved');
    sandbox.clock.advance(sandbox.azure.timings.connectionUpdate);
    await decide('Rejected');
    expect(endpoint.connection.status).toBe('Rejected');
  });

  it('keeps a second write out while a connection is deleted', async () => {
    const { name } = endpoint.connection;
    await services().beginDeletePrivateEndpointConnection(
      GROUP,
      'payments',
      name,
    );

    expect(await errorOf(decide('Approved'))).toMatchObject({
      statusCode: 409,
      code: 'AnotherOperationInProgress',
    });
  });

  it('breaks off a listing in the middle', async () => {
    sandbox.azureSettings.pageSize = 1;
    addLinkService(sandbox, 'ledger');
    sandbox.faults.inject({
      service: 'Microsoft.Network',
      action: 'PrivateLinkServices_ListBySubscription',
      effect: {
        type: 'failed-page',
        page: 2,
        code: 'GatewayTimeout',
        status: 504,
      },
    });

    const error = await errorOf(collect(services().listBySubscription()));

    expect(error).toMatchObject({ statusCode: 504, code: 'GatewayTimeout' });
  });

  it('leaves a call without an answer until the client gives up', async () => {
    const { faults } = sandbox;
    faults.inject({ effect: { type: 'timeout' } });

    const answer = services().get(GROUP, 'payments', {
      requestOptions: { timeout: 100 },
    });

    await expect(answer).rejects.toThrow(/abort/i);
    faults.clear();
    await services().get(GROUP, 'payments');
  });

  it('answers with state words that nobody knows', async () => {
    sandbox.faults.inject({
      accountId: AZURE_PROVIDER.subscriptionId,
      effect: { type: 'state-word', word: 'Hibernating' },
    });

    const read = await services().getPrivateEndpointConnection(
      GROUP,
      'payments',
      endpoint.connection.name,
    );

    expect(read.privateLinkServiceConnectionState?.status).toBe('Hibernating');
  });

  it('says yes to a decision and does nothing', async () => {
    sandbox.faults.inject({ effect: { type: 'unsuccessful' }, times: 1 });

    const answer = await decide('Approved');

    expect(answer.privateLinkServiceConnectionState?.status).toBe('Pending');
    expect(endpoint.connection.status).toBe('Pending');
  });

  it('lets a deletion fail after it was taken', async () => {
    sandbox.faults.inject({
      effect: { type: 'unsuccessful', code: 'Conflict', message: 'Busy' },
      times: 1,
    });
    const poller = await services().beginDeletePrivateEndpointConnection(
      GROUP,
      'payments',
      endpoint.connection.name,
      { updateIntervalInMs: 1 },
    );

    sandbox.clock.advance(sandbox.azure.timings.armOperation);

    await expect(poller.pollUntilDone()).rejects.toThrow(/Busy|failed/);
    expect(endpoint.connection.status).toBe('Pending');
  });

  it('ends a deletion as failed when an accident has been faster', async () => {
    const loadBalancers = networkClient(sandbox).loadBalancers;
    const { loadBalancers: known } = sandbox.azure;
    const spare = addAzureLoadBalancer(sandbox, 'spare');
    const poller = await loadBalancers.beginDelete(GROUP, 'spare', {
      updateIntervalInMs: 1,
    });
    known.deleteLoadBalancer(spare.id, { force: true });

    sandbox.clock.advance(sandbox.azure.timings.armOperation);

    await expect(poller.pollUntilDone()).rejects.toThrow(/not found|failed/);
  });

  it('does the work and loses the answer', async () => {
    sandbox.faults.inject({
      effect: { type: 'reset' },
      action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
      afterEffect: true,
    });

    await errorOf(decide('Approved'));

    expect(endpoint.connection.status).toBe('Approved');
  });

  it('shows new connections late, as its listings may', async () => {
    sandbox.azure.timings.armVisibility = 5000;
    sandbox.azure.connect({
      subscriptionId: AZURE_CONSUMER.subscriptionId,
      target: service.id,
    });
    const count = async () =>
      (
        await collect(
          services().listPrivateEndpointConnections(GROUP, 'payments'),
        )
      ).length;
    expect(await count()).toBe(1);

    sandbox.clock.advance(5000);

    expect(await count()).toBe(2);
  });
});
