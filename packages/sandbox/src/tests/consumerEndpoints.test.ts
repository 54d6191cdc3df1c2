import {
  CreateVpcEndpointCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcEndpointServicesCommand,
  EC2Client,
  ModifyVpcAttributeCommand,
  ModifyVpcEndpointCommand,
} from '@aws-sdk/client-ec2';
import { ec2Client } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  CONSUMER,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('VPC endpoints over the wire', () => {
  let sandbox: Sandbox;
  let client: EC2Client;
  let vpcId: string;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = ec2Client(sandbox, { accountId: CONSUMER.accountId });
    vpcId = sandbox.world.network.ensureDefaultVpc(CONSUMER).id;
  });
  afterEach(() => sandbox.stop());

  function create(
    serviceName: string,
    more: { SubnetIds?: string[]; PrivateDnsEnabled?: boolean } = {},
  ) {
    return client.send(
      new CreateVpcEndpointCommand({
        VpcEndpointType: 'Interface',
        VpcId: vpcId,
        ServiceName: serviceName,
        ...more,
      }),
    );
  }

  function subnetIn(zoneId: string): string {
    const subnets = sandbox.world.network.subnetsOfVpc(CONSUMER, vpcId);
    return subnets.find(subnet => subnet.zoneId === zoneId)?.id ?? '';
  }

  it('creates, shows and deletes an endpoint with its interfaces', async () => {
    const service = addEndpointService(sandbox, 'ledger');

    const { VpcEndpoint } = await create(service.serviceName);
    expect(VpcEndpoint).toMatchObject({
      State: 'pendingAcceptance',
      VpcEndpointType: 'Interface',
      OwnerId: CONSUMER.accountId,
      ServiceRegion: 'eu-west-1',
      PrivateDnsEnabled: false,
    });
    const ids = [VpcEndpoint?.VpcEndpointId ?? ''];
    const interfaces = await client.send(
      new DescribeNetworkInterfacesCommand({
        NetworkInterfaceIds: VpcEndpoint?.NetworkInterfaceIds,
      }),
    );
    expect(interfaces.NetworkInterfaces).toHaveLength(3);
    expect(interfaces.NetworkInterfaces?.[0]).toMatchObject({
      InterfaceType: 'vpc_endpoint',
      Description: `VPC Endpoint Interface ${ids[0]}`,
    });

    await client.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: ids }));
    const deleting = await client.send(
      new DescribeVpcEndpointsCommand({ VpcEndpointIds: ids }),
    );
    expect(deleting.VpcEndpoints?.[0].State).toBe('deleting');
    sandbox.clock.advance(sandbox.world.timings.endpointDeleted);
    await expect(
      client.send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: ids })),
    ).rejects.toMatchObject({ name: 'InvalidVpcEndpointId.NotFound' });
  });

  it('hides a service from principals that are not allowed', async () => {
    const { serviceName } = addEndpointService(sandbox, 'ledger', {
      allowedPrincipals: ['arn:aws:iam::444455556666:role/Other'],
    });

    await expect(create(serviceName)).rejects.toMatchObject({
      name: 'InvalidServiceName',
    });
    const { ServiceNames } = await client.send(
      new DescribeVpcEndpointServicesCommand({}),
    );
    expect(ServiceNames).toEqual([]);
  });

  it('admits a role that is named itself', async () => {
    const { serviceName } = addEndpointService(sandbox, 'ledger', {
      allowedPrincipals: ['arn:aws:iam::444455556666:role/Postern'],
    });

    const { VpcEndpoint } = await create(serviceName);

    expect(VpcEndpoint?.State).toBe('pendingAcceptance');
  });

  it('compares zones by id, not by the name that each account gives', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    service.zoneIds = ['euw1-az2'];
    const { ServiceDetails } = await client.send(
      new DescribeVpcEndpointServicesCommand({
        ServiceNames: [service.serviceName],
      }),
    );
    const own = sandbox.world.accounts.getZone(CONSUMER, 'euw1-az2').zoneName;
    const theirs = sandbox.world.accounts.getZone(
      PROVIDER,
      'euw1-az2',
    ).zoneName;
    expect(ServiceDetails?.[0].AvailabilityZones).toEqual([own]);
    expect(own).not.toBe(theirs);

    await expect(
      create(service.serviceName, { SubnetIds: [subnetIn('euw1-az1')] }),
    ).rejects.toMatchObject({
      name: 'InvalidParameter',
      message: expect.stringContaining('availability zone'),
    });
    const { VpcEndpoint } = await create(service.serviceName);
    expect(VpcEndpoint?.SubnetIds).toEqual([subnetIn('euw1-az2')]);
  });

  it('moves to other subnets, one in each zone that the service covers', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    service.zoneIds = ['euw1-az1', 'euw1-az2'];
    const [first, second, third] = ['euw1-az1', 'euw1-az2', 'euw1-az3'].map(
      subnetIn,
    );
    const { VpcEndpoint } = await create(service.serviceName, {
      SubnetIds: [first],
    });
    const VpcEndpointId = VpcEndpoint?.VpcEndpointId;
    const change = (input: {
      AddSubnetIds?: string[];
      RemoveSubnetIds?: string[];
    }) =>
      client.send(new ModifyVpcEndpointCommand({ VpcEndpointId, ...input }));

    await change({ AddSubnetIds: [second], RemoveSubnetIds: [first] });

    const { VpcEndpoints } = await client.send(
      new DescribeVpcEndpointsCommand({
        VpcEndpointIds: [VpcEndpointId ?? ''],
      }),
    );
    expect(VpcEndpoints?.[0].SubnetIds).toEqual([second]);
    const { NetworkInterfaces } = await client.send(
      new DescribeNetworkInterfacesCommand({
        NetworkInterfaceIds: VpcEndpoints?.[0].NetworkInterfaceIds,
      }),
    );
    expect(NetworkInterfaces?.map(({ SubnetId }) => SubnetId)).toEqual([
      second,
    ]);
    expect(sandbox.world.network.networkInterfaces.list(CONSUMER)).toHaveLength(
      1,
    );
    await expect(change({ AddSubnetIds: [third] })).rejects.toThrow(
      /availability zone/,
    );
  });

  it('answers a repeated request as the first, by its client token', async () => {
    const service = addEndpointService(sandbox, 'ledger');
    const send = (subnetId: string, ClientToken: string) =>
      client.send(
        new CreateVpcEndpointCommand({
          VpcEndpointType: 'Interface',
          VpcId: vpcId,
          ServiceName: service.serviceName,
          SubnetIds: [subnetId],
          ClientToken,
        }),
      );

    const first = await send(subnetIn('euw1-az1'), 'one');
    const again = await send(subnetIn('euw1-az1'), 'one');

    expect(again.VpcEndpoint).toEqual(first.VpcEndpoint);
    expect(again.ClientToken).toBe('one');
    await expect(send(subnetIn('euw1-az2'), 'one')).rejects.toMatchObject({
      name: 'IdempotentParameterMismatch',
    });
    expect(sandbox.world.endpoints.endpointsOf(service.id)).toHaveLength(1);
    await send(subnetIn('euw1-az1'), 'two');
    expect(sandbox.world.endpoints.endpointsOf(service.id)).toHaveLength(2);
  });

  it('allows private DNS only once it can work', async () => {
    const service = addEndpointService(sandbox, 'ledger', {
      privateDnsName: 'ledger.acme.example',
    });
    const { privateDns } = service;
    const { VpcEndpoint } = await create(service.serviceName);
    const enable = () =>
      client.send(
        new ModifyVpcEndpointCommand({
          VpcEndpointId: VpcEndpoint?.VpcEndpointId,
          PrivateDnsEnabled: true,
        }),
      );

    await expect(enable()).rejects.toThrow(/not verified/);
    if (privateDns) privateDns.state = 'verified';
    await client.send(
      new ModifyVpcAttributeCommand({
        VpcId: vpcId,
        EnableDnsHostnames: { Value: false },
      }),
    );
    await expect(enable()).rejects.toThrow(/enableDnsHostnames/);
    await client.send(
      new ModifyVpcAttributeCommand({
        VpcId: vpcId,
        EnableDnsHostnames: { Value: true },
      }),
    );
    await enable();

    const { VpcEndpoints } = await client.send(
      new DescribeVpcEndpointsCommand({
        Filters: [{ Name: 'service-name', Values: [service.serviceName] }],
      }),
    );
    expect(VpcEndpoints?.[0].PrivateDnsEnabled).toBe(true);
    expect(VpcEndpoints?.[0].DnsEntries).toContainEqual(
      expect.objectContaining({ DnsName: 'ledger.acme.example' }),
    );
  });
});
