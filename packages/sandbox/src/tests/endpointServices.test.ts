import {
  CreateVpcEndpointConnectionNotificationCommand,
  CreateVpcEndpointServiceConfigurationCommand,
  DeleteVpcEndpointConnectionNotificationsCommand,
  DeleteVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointConnectionNotificationsCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcEndpointServicePermissionsCommand,
  EC2Client,
  ModifyVpcEndpointConnectionNotificationCommand,
  ModifyVpcEndpointServiceConfigurationCommand,
  ModifyVpcEndpointServicePermissionsCommand,
  paginateDescribeVpcEndpointServiceConfigurations,
  StartVpcEndpointServicePrivateDnsVerificationCommand,
} from '@aws-sdk/client-ec2';
import { ec2Client } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  addLoadBalancer,
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('endpoint services over the wire', () => {
  let sandbox: Sandbox;
  let client: EC2Client;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
  });
  afterEach(() => sandbox.stop());

  async function describeOne(id: string) {
    const answer = await client.send(
      new DescribeVpcEndpointServiceConfigurationsCommand({ ServiceIds: [id] }),
    );
    return answer.ServiceConfigurations?.[0];
  }

  it('creates a service that becomes available after its time', async () => {
    const { id } = addLoadBalancer(sandbox, 'ledger');

    const { ServiceConfiguration } = await client.send(
      new CreateVpcEndpointServiceConfigurationCommand({
        NetworkLoadBalancerArns: [id],
        AcceptanceRequired: true,
        TagSpecifications: [
          {
            ResourceType: 'vpc-endpoint-service',
            Tags: [{ Key: 'owner', Value: 'a & <b>' }],
          },
        ],
      }),
    );

    const serviceId = ServiceConfiguration?.ServiceId ?? '';
    expect(ServiceConfiguration).toMatchObject({
      ServiceName: `com.amazonaws.vpce.eu-west-1.${serviceId}`,
      ServiceState: 'Pending',
      ServiceType: [{ ServiceType: 'Interface' }],
      NetworkLoadBalancerArns: [id],
      PrivateDnsNameConfiguration: {},
      Tags: [{ Key: 'owner', Value: 'a & <b>' }],
      AvailabilityZoneIds: ['euw1-az1', 'euw1-az2', 'euw1-az3'],
    });
    sandbox.clock.advance(sandbox.world.timings.serviceAvailable);
    expect(await describeOne(serviceId)).toMatchObject({
      ServiceState: 'Available',
    });
  });

  it('refuses tags for another type of resource', async () => {
    const { id } = addLoadBalancer(sandbox, 'ledger');

    await expect(
      client.send(
        new CreateVpcEndpointServiceConfigurationCommand({
          NetworkLoadBalancerArns: [id],
          TagSpecifications: [
            {
              ResourceType: 'vpc-endpoint',
              Tags: [{ Key: 'owner', Value: 'a' }],
            },
          ],
        }),
      ),
    ).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining("'vpc-endpoint'"),
    });
  });

  it('lets a load balancer belong to one service only', async () => {
    const service = addEndpointService(sandbox, 'ledger');

    const second = client.send(
      new CreateVpcEndpointServiceConfigurationCommand({
        NetworkLoadBalancerArns: service.loadBalancerArns,
      }),
    );

    await expect(second).rejects.toMatchObject({
      name: 'InvalidParameter',
      message: expect.stringContaining(service.id),
    });
  });

  it('refuses to delete a service that has connections, and says why', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const endpoint = sandbox.world.connect({
      consumerAccount: CONSUMER.accountId,
      region: CONSUMER.region,
      serviceName: service.serviceName,
    });
    const remove = () =>
      client.send(
        new DeleteVpcEndpointServiceConfigurationsCommand({
          ServiceIds: [service.id],
        }),
      );

    expect((await remove()).Unsuccessful).toEqual([
      {
        ResourceId: service.id,
        Error: {
          Code: 'ExistingVpcEndpointConnections',
          Message: expect.any(String),
        },
      },
    ]);

    sandbox.world.connections.reject(PROVIDER, service.id, [endpoint.id]);
    expect((await remove()).Unsuccessful).toEqual([]);
    await expect(describeOne(service.id)).rejects.toMatchObject({
      name: 'InvalidVpcEndpointServiceId.NotFound',
    });
  });

  it('verifies a private name by its TXT record', async () => {
    const service = addEndpointService(sandbox, 'hooks', {
      privateDnsName: '*.k.acme.example',
    });
    const verify = async () => {
      await client.send(
        new StartVpcEndpointServicePrivateDnsVerificationCommand({
          ServiceId: service.id,
        }),
      );
      sandbox.clock.advance(sandbox.world.timings.domainVerification);
      return (await describeOne(service.id))?.PrivateDnsNameConfiguration;
    };
    const { Name, Value = '' } =
      (await describeOne(service.id))?.PrivateDnsNameConfiguration ?? {};

    expect(await verify()).toMatchObject({ State: 'failed', Type: 'TXT' });

    // DNS compares names without case, but the token is exact.
    sandbox.world.publishTxtRecord(
      `${Name}.K.acme.example.`,
      Value.toLowerCase(),
    );
    expect(await verify()).toMatchObject({ State: 'failed' });
    sandbox.world.publishTxtRecord(`${Name}.K.acme.example.`, Value);
    expect(await verify()).toMatchObject({ State: 'verified' });
  });

  it('modifies acceptance, name and load balancers', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const other = addLoadBalancer(sandbox, 'ledger-2');

    await client.send(
      new ModifyVpcEndpointServiceConfigurationCommand({
        ServiceId: service.id,
        AcceptanceRequired: false,
        PrivateDnsName: 'ledger.acme.example',
        AddNetworkLoadBalancerArns: [other.id],
        RemoveNetworkLoadBalancerArns: service.loadBalancerArns,
      }),
    );

    expect(await describeOne(service.id)).toMatchObject({
      AcceptanceRequired: false,
      PrivateDnsName: 'ledger.acme.example',
      PrivateDnsNameConfiguration: { State: 'pendingVerification' },
      NetworkLoadBalancerArns: [other.id],
    });
  });

  it('keeps the allowed principals', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const root = `arn:aws:iam::${CONSUMER.accountId}:root`;

    const { AddedPrincipals } = await client.send(
      new ModifyVpcEndpointServicePermissionsCommand({
        ServiceId: service.id,
        AddAllowedPrincipals: ['*', root],
      }),
    );
    expect(AddedPrincipals).toMatchObject([
      { Principal: '*', PrincipalType: 'All' },
    ]);
    await client.send(
      new ModifyVpcEndpointServicePermissionsCommand({
        ServiceId: service.id,
        RemoveAllowedPrincipals: ['*'],
      }),
    );

    const { AllowedPrincipals } = await client.send(
      new DescribeVpcEndpointServicePermissionsCommand({
        ServiceId: service.id,
        Filters: [{ Name: 'principal-type', Values: ['Account', 'All'] }],
      }),
    );
    expect(AllowedPrincipals).toMatchObject([
      { Principal: root, PrincipalType: 'Account', ServiceId: service.id },
    ]);
  });

  it('creates, changes and deletes connection notifications', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const topic = 'arn:aws:sns:eu-west-1:222233334444:inbox';
    const created = await client.send(
      new CreateVpcEndpointConnectionNotificationCommand({
        ServiceId: service.id,
        ConnectionNotificationArn: topic,
        ConnectionEvents: ['Connect', 'Delete'],
      }),
    );
    const id = created.ConnectionNotification?.ConnectionNotificationId ?? '';
    await client.send(
      new ModifyVpcEndpointConnectionNotificationCommand({
        ConnectionNotificationId: id,
        ConnectionEvents: ['Accept'],
      }),
    );

    const described = await client.send(
      new DescribeVpcEndpointConnectionNotificationsCommand({
        Filters: [{ Name: 'service-id', Values: [service.id] }],
      }),
    );
    expect(described.ConnectionNotificationSet).toEqual([
      {
        ConnectionNotificationId: id,
        ServiceId: service.id,
        ConnectionNotificationType: 'Topic',
        ConnectionNotificationArn: topic,
        ConnectionEvents: ['Accept'],
        ConnectionNotificationState: 'Enabled',
      },
    ]);

    const removed = await client.send(
      new DeleteVpcEndpointConnectionNotificationsCommand({
        ConnectionNotificationIds: [id, 'vpce-nfn-0'],
      }),
    );
    expect(removed.Unsuccessful).toMatchObject([{ ResourceId: 'vpce-nfn-0' }]);
  });

  it('pages without repeats while services come and go', async () => {
    for (let index = 0; index < 12; index += 1) {
      addEndpointService(sandbox, `service-${index}`);
    }
    const seen: (string | undefined)[] = [];
    const sizes: number[] = [];
    for await (const page of paginateDescribeVpcEndpointServiceConfigurations(
      { client, pageSize: 5 },
      {},
    )) {
      const ids = page.ServiceConfigurations?.map(one => one.ServiceId) ?? [];
      seen.push(...ids);
      sizes.push(ids.length);
      sandbox.world.endpoints.deleteServices(PROVIDER, [ids[0] ?? '']);
    }

    expect(sizes).toEqual([5, 5, 2]);
    expect(new Set(seen).size).toBe(12);
  });

  it('refuses pages that are too small, and unknown tokens', async () => {
    const describe = (input: { MaxResults?: number; NextToken?: string }) =>
      client.send(new DescribeVpcEndpointServiceConfigurationsCommand(input));

    await expect(describe({ MaxResults: 4 })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
    });
    await expect(describe({ NextToken: 'zz' })).rejects.toMatchObject({
      name: 'InvalidNextToken',
    });
  });

  it('shows a new service only after the visibility delay', async () => {
    sandbox.world.timings.visibility = 2000;
    const service = addEndpointService(sandbox, 'ledger');

    await expect(describeOne(service.id)).rejects.toMatchObject({
      name: 'InvalidVpcEndpointServiceId.NotFound',
    });
    sandbox.clock.advance(2000);
    expect(await describeOne(service.id)).toBeDefined();
  });

  it.each([
    [{ Name: 'service-state', Values: ['Avail*'] }, 2],
    [{ Name: 'tag:Name', Values: ['ledger'] }, 1],
    [{ Name: 'tag-key', Values: ['Name'] }, 2],
    [{ Name: 'tag:Name', Values: ['ledge?', 'orders'] }, 2],
    [{ Name: 'service-id', Values: ['none'] }, 0],
  ])('filters by %j', async (filter, count) => {
    addEndpointService(sandbox, 'ledger');
    addEndpointService(sandbox, 'orders');

    const { ServiceConfigurations } = await client.send(
      new DescribeVpcEndpointServiceConfigurationsCommand({
        Filters: [filter],
      }),
    );

    expect(ServiceConfigurations).toHaveLength(count);
  });
});
