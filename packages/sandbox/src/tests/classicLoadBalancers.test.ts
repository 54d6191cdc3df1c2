import {
  DescribeInstanceHealthCommand,
  DescribeLoadBalancersCommand,
  DescribeTagsCommand,
  ElasticLoadBalancingClient,
  paginateDescribeLoadBalancers,
} from '@aws-sdk/client-elastic-load-balancing';
import { DescribeLoadBalancersCommand as DescribeV2Command } from '@aws-sdk/client-elastic-load-balancing-v2';
import { awsSettings, elbClient } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

const { accountId } = PROVIDER;

describe('Classic Load Balancers', () => {
  let sandbox: Sandbox;
  let client: ElasticLoadBalancingClient;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = new ElasticLoadBalancingClient(
      awsSettings(sandbox, { accountId }),
    );
    const { network, classicLoadBalancers } = sandbox.world;
    const vpc = network.ensureDefaultVpc(PROVIDER);
    for (const name of ['old', 'older', 'oldest']) {
      classicLoadBalancers.create(PROVIDER, {
        name,
        subnetIds: network.subnetsOfVpc(PROVIDER, vpc.id).map(({ id }) => id),
        listeners: [
          {
            protocol: 'TCP',
            port: 443,
            instanceProtocol: 'TCP',
            instancePort: 30443,
          },
        ],
        instanceIds: ['i-0aaaaaaaaaaaaaaa1', 'i-0aaaaaaaaaaaaaaa2'],
        tags: { 'kubernetes.io/cluster/payments': 'owned' },
      });
    }
  });
  afterEach(() => sandbox.stop());

  it('are described by the API of 2012 beside that of 2015', async () => {
    const { LoadBalancerDescriptions } = await client.send(
      new DescribeLoadBalancersCommand({ LoadBalancerNames: ['old'] }),
    );
    const { LoadBalancers } = await elbClient(sandbox, { accountId }).send(
      new DescribeV2Command({}),
    );

    expect(LoadBalancers).toEqual([]);
    expect(LoadBalancerDescriptions).toMatchObject([
      {
        LoadBalancerName: 'old',
        Scheme: 'internet-facing',
        DNSName: expect.stringMatching(
          /^old-\d+\.eu-west-1\.elb\.amazonaws\.com$/,
        ),
        ListenerDescriptions: [
          { Listener: { LoadBalancerPort: 443, InstancePort: 30443 } },
        ],
        Instances: [
          { InstanceId: 'i-0aaaaaaaaaaaaaaa1' },
          { InstanceId: 'i-0aaaaaaaaaaaaaaa2' },
        ],
        HealthCheck: { Target: 'TCP:30443' },
        AvailabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      },
    ]);
  });

  it('are paged through', async () => {
    const names: (string | undefined)[][] = [];

    const pages = paginateDescribeLoadBalancers({ client }, { PageSize: 2 });
    for await (const page of pages) {
      names.push(
        (page.LoadBalancerDescriptions ?? []).map(one => one.LoadBalancerName),
      );
    }

    expect(names).toEqual([['old', 'older'], ['oldest']]);
  });

  it('show tags and the health of their instances', async () => {
    sandbox.world.classicLoadBalancers.setInstanceHealth(
      PROVIDER,
      'old',
      {
        state: 'OutOfService',
        reasonCode: 'Instance',
        description: 'Instance has failed the health check.',
      },
      'i-0aaaaaaaaaaaaaaa2',
    );

    const { InstanceStates } = await client.send(
      new DescribeInstanceHealthCommand({ LoadBalancerName: 'old' }),
    );
    const { TagDescriptions } = await client.send(
      new DescribeTagsCommand({ LoadBalancerNames: ['old'] }),
    );

    expect(InstanceStates?.map(one => [one.State, one.ReasonCode])).toEqual([
      ['InService', 'N/A'],
      ['OutOfService', 'Instance'],
    ]);
    expect(TagDescriptions).toEqual([
      {
        LoadBalancerName: 'old',
        Tags: [{ Key: 'kubernetes.io/cluster/payments', Value: 'owned' }],
      },
    ]);
  });

  it('are not found under a name that is not there', async () => {
    await expect(
      client.send(
        new DescribeLoadBalancersCommand({ LoadBalancerNames: ['none'] }),
      ),
    ).rejects.toMatchObject({
      message: "There is no ACTIVE Load Balancer named 'none'",
      $metadata: { httpStatusCode: 400 },
    });
  });
});
