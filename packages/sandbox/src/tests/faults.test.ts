import {
  AcceptVpcEndpointConnectionsCommand,
  DescribeVpcEndpointConnectionsCommand,
  DescribeVpcsCommand,
  EC2Client,
  paginateDescribeVpcEndpointConnections,
} from '@aws-sdk/client-ec2';
import { DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ec2Client, elbClient } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';
import { Endpoint } from '../world';

describe('faults on demand', () => {
  let sandbox: Sandbox;
  let client: EC2Client;
  let endpoint: Endpoint;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
    const service = addEndpointService(sandbox, 'ledger');
    endpoint = sandbox.world.connect({
      consumerAccount: CONSUMER.accountId,
      region: CONSUMER.region,
      serviceName: service.serviceName,
    });
  });
  afterEach(() => sandbox.stop());

  const describeVpcs = () => client.send(new DescribeVpcsCommand({}));
  const accept = () =>
    client.send(
      new AcceptVpcEndpointConnectionsCommand({
        ServiceId: endpoint.serviceId,
        VpcEndpointIds: [endpoint.id],
      }),
    );

  it('answers an error as often as it should, and only where it should', async () => {
    sandbox.faults.inject({
      service: 'ec2',
      action: 'DescribeVpcs',
      accountId: PROVIDER.accountId,
      effect: { type: 'error', code: 'InternalError', status: 500 },
      times: 1,
    });

    const other = ec2Client(sandbox, { accountId: CONSUMER.accountId });
    await other.send(new DescribeVpcsCommand({}));
    await expect(describeVpcs()).rejects.toMatchObject({
      name: 'InternalError',
      $metadata: { httpStatusCode: 500 },
    });
    await describeVpcs();
  });

  it('breaks the connection', async () => {
    sandbox.faults.inject({ effect: { type: 'reset' }, times: 1 });

    await expect(describeVpcs()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it('does the work and then loses the answer', async () => {
    sandbox.faults.inject({
      action: 'AcceptVpcEndpointConnections',
      effect: { type: 'reset' },
      afterEffect: true,
    });

    await expect(accept()).rejects.toThrow();

    expect(endpoint.state).toBe('pending');
  });

  it('lets a call hang until the client gives up', async () => {
    const action = 'DescribeVpcs';
    sandbox.faults.inject({ action, effect: { type: 'timeout' } });
    const giveUp = new AbortController();
    const sent = client.send(new DescribeVpcsCommand({}), {
      abortSignal: giveUp.signal,
    });
    // The log has the call once it hangs.
    while (sandbox.requestLog.total({ action }) === 0) {
      await new Promise(resolve => setImmediate(resolve));
    }
    giveUp.abort();

    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fails a listing at the page that was named', async () => {
    const service = sandbox.world.endpointServices.getEndpointService(
      PROVIDER,
      endpoint.serviceId,
    );
    for (let index = 0; index < 9; index += 1) {
      sandbox.world.connect({
        consumerAccount: CONSUMER.accountId,
        region: CONSUMER.region,
        serviceName: service.serviceName,
      });
    }
    sandbox.faults.inject({
      effect: {
        type: 'failed-page',
        page: 2,
        code: 'Unavailable',
        status: 503,
      },
    });
    const sizes: (number | undefined)[] = [];
    const walk = async () => {
      const pages = paginateDescribeVpcEndpointConnections(
        { client, pageSize: 5 },
        {},
      );
      for await (const page of pages) {
        sizes.push(page.VpcEndpointConnections?.length);
      }
    };

    await expect(walk()).rejects.toMatchObject({ name: 'Unavailable' });
    expect(sizes).toEqual([5]);
  });

  it('says states that nobody knows', async () => {
    sandbox.faults.inject({
      action: 'DescribeVpcEndpointConnections',
      effect: { type: 'state-word', word: 'quarantined' },
    });

    const answer = await client.send(
      new DescribeVpcEndpointConnectionsCommand({}),
    );

    expect(answer.VpcEndpointConnections?.[0].VpcEndpointState).toBe(
      'quarantined',
    );
  });

  it('puts what it was asked for among the unsuccessful, and does nothing', async () => {
    sandbox.faults.inject({
      action: 'AcceptVpcEndpointConnections',
      effect: { type: 'unsuccessful', code: 'Busy', message: 'Later' },
    });

    const { Unsuccessful } = await accept();

    expect(Unsuccessful).toEqual([
      {
        ResourceId: endpoint.id,
        Error: { Code: 'Busy', Message: 'Later' },
      },
    ]);
    expect(endpoint.state).toBe('pendingAcceptance');
  });

  it('throttles by account and action until the bucket fills again', async () => {
    sandbox.throttle.setRules([{ capacity: 2, refillPerSecond: 1 }]);
    await describeVpcs();
    await describeVpcs();

    await expect(describeVpcs()).rejects.toMatchObject({
      name: 'RequestLimitExceeded',
      $metadata: { httpStatusCode: 503 },
    });
    // Another account has a bucket of its own.
    await ec2Client(sandbox, { accountId: CONSUMER.accountId }).send(
      new DescribeVpcsCommand({}),
    );
    sandbox.clock.advance(1000);
    await describeVpcs();
  });

  it('throttles load balancing in its own words', async () => {
    sandbox.throttle.setRules([
      {
        service: 'elasticloadbalancing',
        capacity: 0,
        refillPerSecond: 0,
      },
    ]);

    await expect(
      elbClient(sandbox, { accountId: PROVIDER.accountId }).send(
        new DescribeLoadBalancersCommand({}),
      ),
    ).rejects.toMatchObject({ name: 'Throttling' });
  });

  it('is ridden out by the retries of the SDK', async () => {
    sandbox.faults.inject({
      action: 'DescribeVpcs',
      effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
      times: 2,
    });
    const patient = ec2Client(sandbox, {
      accountId: PROVIDER.accountId,
      maxAttempts: 3,
    });

    const { $metadata } = await patient.send(new DescribeVpcsCommand({}));

    expect($metadata.attempts).toBe(3);
  });
});
