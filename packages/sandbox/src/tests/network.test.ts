import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  DescribeAvailabilityZonesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeTagsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { ec2Client } from '../__testUtils__/awsClients';
import {
  addLoadBalancer,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('networks over the wire', () => {
  let sandbox: Sandbox;
  let client: EC2Client;
  let vpcId: string;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
    vpcId = sandbox.world.network.ensureDefaultVpc(PROVIDER).id;
  });
  afterEach(() => sandbox.stop());

  it('shows VPCs, their DNS attributes and their subnets', async () => {
    const { Vpcs } = await client.send(
      new DescribeVpcsCommand({
        Filters: [{ Name: 'is-default', Values: ['true'] }],
      }),
    );
    expect(Vpcs).toMatchObject([
      { VpcId: vpcId, CidrBlock: '172.31.0.0/16', IsDefault: true },
    ]);
    const attribute = await client.send(
      new DescribeVpcAttributeCommand({
        VpcId: vpcId,
        Attribute: 'enableDnsHostnames',
      }),
    );
    expect(attribute.EnableDnsHostnames).toEqual({ Value: true });
    expect(attribute.EnableDnsSupport).toBeUndefined();

    const { Subnets } = await client.send(
      new DescribeSubnetsCommand({
        Filters: [{ Name: 'availability-zone-id', Values: ['euw1-az1'] }],
      }),
    );
    expect(Subnets).toMatchObject([
      { AvailabilityZoneId: 'euw1-az1', AvailableIpAddressCount: 251 },
    ]);
  });

  it('counts the addresses that load balancers take', async () => {
    const loadBalancer = addLoadBalancer(sandbox, 'ledger');

    const { NetworkInterfaces } = await client.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: 'description', Values: ['ELB net/ledger/*'] }],
      }),
    );
    expect(NetworkInterfaces).toHaveLength(loadBalancer.subnetIds.length);
    const { Subnets } = await client.send(
      new DescribeSubnetsCommand({ SubnetIds: [loadBalancer.subnetIds[0]] }),
    );
    expect(Subnets?.[0].AvailableIpAddressCount).toBe(250);
  });

  it('knows regions and zones, each account with names of its own', async () => {
    const { Regions } = await client.send(
      new DescribeRegionsCommand({ RegionNames: ['us-east-1'] }),
    );
    expect(Regions).toMatchObject([
      { RegionName: 'us-east-1', Endpoint: 'ec2.us-east-1.amazonaws.com' },
    ]);
    const idOfFirst = async (accountId: string) => {
      const own = ec2Client(sandbox, { accountId });
      const { AvailabilityZones } = await own.send(
        new DescribeAvailabilityZonesCommand({ ZoneNames: ['eu-west-1a'] }),
      );
      return AvailabilityZones?.[0].ZoneId;
    };
    expect(await idOfFirst(PROVIDER.accountId)).toBe('euw1-az1');
    expect(await idOfFirst('444455556666')).toBe('euw1-az2');
  });

  it('keeps security groups and their rules', async () => {
    const { GroupId = '' } = await client.send(
      new CreateSecurityGroupCommand({
        GroupName: 'nlb',
        Description: 'for the load balancer',
        VpcId: vpcId,
      }),
    );
    const IpPermissions = [
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'all of "ours"' }],
        UserIdGroupPairs: [{ GroupId }],
      },
    ];
    await client.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }),
    );
    await expect(
      client.send(
        new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidPermission.Duplicate' });
    await client.send(
      new AuthorizeSecurityGroupEgressCommand({ GroupId, IpPermissions }),
    );
    await client.send(
      new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions }),
    );

    const { SecurityGroups } = await client.send(
      new DescribeSecurityGroupsCommand({
        Filters: [{ Name: 'group-name', Values: ['nlb'] }],
      }),
    );
    expect(SecurityGroups?.[0].IpPermissions).toMatchObject(
      IpPermissions.map(one => ({ ...one, Ipv6Ranges: [], PrefixListIds: [] })),
    );
    expect(SecurityGroups?.[0].IpPermissionsEgress).toMatchObject([
      { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] },
    ]);

    const rules = async () => {
      const answer = await client.send(
        new DescribeSecurityGroupRulesCommand({
          Filters: [{ Name: 'group-id', Values: [GroupId] }],
        }),
      );
      return answer.SecurityGroupRules?.filter(rule => !rule.IsEgress) ?? [];
    };
    const [first] = await rules();
    await client.send(
      new RevokeSecurityGroupIngressCommand({
        GroupId,
        SecurityGroupRuleIds: [first.SecurityGroupRuleId ?? ''],
      }),
    );
    expect(await rules()).toHaveLength(1);

    await client.send(new DeleteSecurityGroupCommand({ GroupId }));
    await expect(
      client.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] })),
    ).rejects.toMatchObject({ name: 'InvalidGroup.NotFound' });
  });

  it('adds, finds and deletes tags', async () => {
    const Resources = [vpcId];
    await client.send(
      new CreateTagsCommand({
        Resources,
        Tags: [
          { Key: 'team', Value: 'payments' },
          { Key: 'empty', Value: '' },
        ],
      }),
    );
    await client.send(
      new DeleteTagsCommand({
        Resources,
        Tags: [{ Key: 'team', Value: 'another' }, { Key: 'empty' }],
      }),
    );

    const { Tags } = await client.send(
      new DescribeTagsCommand({
        Filters: [{ Name: 'resource-type', Values: ['vpc'] }],
      }),
    );
    expect(Tags).toEqual([
      {
        Key: 'team',
        Value: 'payments',
        ResourceId: vpcId,
        ResourceType: 'vpc',
      },
    ]);
    await expect(
      client.send(new CreateTagsCommand({ Resources: ['vpc-0'], Tags: [] })),
    ).rejects.toMatchObject({ name: 'MissingParameter' });
  });
});
