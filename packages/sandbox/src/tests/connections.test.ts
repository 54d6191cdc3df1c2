import {
  AcceptVpcEndpointConnectionsCommand,
  DescribeVpcEndpointConnectionsCommand,
  RejectVpcEndpointConnectionsCommand,
} from '@aws-sdk/client-ec2';
import { ec2Client } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('endpoint connections over the wire', () => {
  let sandbox: Sandbox;
  const client = () => ec2Client(sandbox, { accountId: PROVIDER.accountId });

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.stop());

  function connect(serviceName: string) {
    return sandbox.world.connect({
      consumerAccount: CONSUMER.accountId,
      region: CONSUMER.region,
      serviceName,
    });
  }

  async function stateOf(endpointId: string) {
    const { VpcEndpointConnections } = await client().send(
      new DescribeVpcEndpointConnectionsCommand({
        Filters: [{ Name: 'vpc-endpoint-id', Values: [endpointId] }],
      }),
    );
    return VpcEndpointConnections?.[0]?.VpcEndpointState;
  }

  it('shows the provider who asks, and nothing to others', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const endpoint = connect(service.serviceName);

    const seen = await client().send(
      new DescribeVpcEndpointConnectionsCommand({}),
    );
    expect(seen.VpcEndpointConnections).toEqual([
      {
        ServiceId: service.id,
        VpcEndpointId: endpoint.id,
        VpcEndpointOwner: CONSUMER.accountId,
        VpcEndpointState: 'pendingAcceptance',
        CreationTimestamp: new Date(sandbox.clock.now()),
        DnsEntries: expect.arrayContaining([
          expect.objectContaining({
            DnsName: expect.stringContaining(endpoint.id),
          }),
        ]),
        NetworkLoadBalancerArns: service.loadBalancerArns,
        IpAddressType: 'ipv4',
        VpcEndpointConnectionId: endpoint.connectionId,
        Tags: [],
        VpcEndpointRegion: 'eu-west-1',
      },
    ]);

    const elsewhere = await ec2Client(sandbox, {
      accountId: CONSUMER.accountId,
    }).send(new DescribeVpcEndpointConnectionsCommand({}));
    expect(elsewhere.VpcEndpointConnections).toEqual([]);
  });

  it('lets an accepted connection come up after its time', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const endpoint = connect(service.serviceName);

    const answer = await client().send(
      new AcceptVpcEndpointConnectionsCommand({
        ServiceId: service.id,
        VpcEndpointIds: [endpoint.id],
      }),
    );

    expect(answer.Unsuccessful).toEqual([]);
    expect(await stateOf(endpoint.id)).toBe('pending');
    sandbox.clock.advance(sandbox.world.timings.endpointAvailable);
    expect(await stateOf(endpoint.id)).toBe('available');
  });

  it('brings a connection up by itself where no acceptance is required', async () => {
    const service = addEndpointService(sandbox, 'search', {
      acceptanceRequired: false,
    });

    const endpoint = connect(service.serviceName);

    expect(await stateOf(endpoint.id)).toBe('pending');
    sandbox.clock.advance(sandbox.world.timings.endpointAvailable);
    expect(await stateOf(endpoint.id)).toBe('available');
  });

  it('answers 200 with what it could not decide', async () => {
    const ledger = addEndpointService(sandbox, 'ledger');
    const orders = addEndpointService(sandbox, 'orders');
    const pending = connect(ledger.serviceName);
    const foreign = connect(orders.serviceName);

    const answer = await client().send(
      new AcceptVpcEndpointConnectionsCommand({
        ServiceId: ledger.id,
        VpcEndpointIds: [pending.id, foreign.id, 'vpce-0123456789abcdef0'],
      }),
    );

    expect(answer.$metadata.httpStatusCode).toBe(200);
    expect(answer.Unsuccessful).toEqual([
      {
        ResourceId: foreign.id,
        Error: {
          Code: 'InvalidVpcEndpoint.NotFound',
          Message: expect.stringContaining(foreign.id),
        },
      },
      {
        ResourceId: 'vpce-0123456789abcdef0',
        Error: {
          Code: 'InvalidVpcEndpoint.NotFound',
          Message: expect.any(String),
        },
      },
    ]);
    expect(await stateOf(pending.id)).toBe('pending');
    expect(await stateOf(foreign.id)).toBe('pendingAcceptance');
  });

  it('refuses a second accept, and rejects what is up', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const endpoint = connect(service.serviceName);
    const ids = { ServiceId: service.id, VpcEndpointIds: [endpoint.id] };
    await client().send(new AcceptVpcEndpointConnectionsCommand(ids));
    sandbox.clock.advance(sandbox.world.timings.endpointAvailable);

    const again = await client().send(
      new AcceptVpcEndpointConnectionsCommand(ids),
    );
    expect(again.Unsuccessful?.[0].Error?.Code).toBe('InvalidState');

    const rejected = await client().send(
      new RejectVpcEndpointConnectionsCommand(ids),
    );
    expect(rejected.Unsuccessful).toEqual([]);
    expect(await stateOf(endpoint.id)).toBe('rejected');
  });

  it.each([
    ['vpc-endpoint-state', 'pendingAcceptance', 1],
    ['vpc-endpoint-state', 'available', 0],
    ['vpc-endpoint-owner', CONSUMER.accountId, 1],
    ['vpc-endpoint-owner', PROVIDER.accountId, 0],
    ['vpc-endpoint-region', 'eu-west-*', 1],
    ['service-id', 'vpce-svc-0000000000000000', 0],
    ['ip-address-type', 'ipv4', 1],
  ])('filters by %s = %s', async (Name, value, count) => {
    connect(addEndpointService(sandbox, 'ledger').serviceName);

    const { VpcEndpointConnections } = await client().send(
      new DescribeVpcEndpointConnectionsCommand({
        Filters: [{ Name, Values: [value] }],
      }),
    );

    expect(VpcEndpointConnections).toHaveLength(count);
  });

  it('names a filter that does not exist', async () => {
    const sent = client().send(
      new DescribeVpcEndpointConnectionsCommand({
        Filters: [{ Name: 'requester', Values: ['x'] }],
      }),
    );

    await expect(sent).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining('requester'),
    });
  });
});
