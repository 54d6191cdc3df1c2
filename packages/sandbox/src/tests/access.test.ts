import {
  AcceptVpcEndpointConnectionsCommand,
  DescribeInstancesCommand,
  DescribeVpcEndpointServiceConfigurationsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  DescribeLoadBalancersCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { ec2Client, elbClient, stsClient } from '../__testUtils__/awsClients';
import { PROVIDER, startTestSandbox } from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('credentials and permissions', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.stop());

  function assume(RoleArn: string, more: { ExternalId?: string } = {}) {
    return stsClient(sandbox).send(
      new AssumeRoleCommand({ RoleArn, RoleSessionName: 'survey', ...more }),
    );
  }

  it('says who calls, before and after assuming a role', async () => {
    const own = await stsClient(sandbox).send(new GetCallerIdentityCommand({}));
    expect(own).toMatchObject({
      Account: '000011112222',
      Arn: 'arn:aws:iam::000011112222:user/postern',
    });

    const { Credentials } = await assume(
      `arn:aws:iam::${PROVIDER.accountId}:role/Postern`,
    );
    const session = new STSClient({
      region: 'us-east-1',
      endpoint: sandbox.urls.aws,
      credentials: {
        accessKeyId: Credentials?.AccessKeyId ?? '',
        secretAccessKey: Credentials?.SecretAccessKey ?? '',
        sessionToken: Credentials?.SessionToken,
      },
    });
    expect(await session.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: PROVIDER.accountId,
      Arn: `arn:aws:sts::${PROVIDER.accountId}:assumed-role/Postern/survey`,
    });
  });

  it('gives a session as long as the caller asks for, and else as the timings say', async () => {
    sandbox.world.timings.roleSession = 360_000;
    const RoleArn = `arn:aws:iam::${PROVIDER.accountId}:role/Postern`;
    const secondsOf = async (DurationSeconds?: number) => {
      const { Credentials } = await stsClient(sandbox).send(
        new AssumeRoleCommand({
          RoleArn,
          RoleSessionName: 'survey',
          DurationSeconds,
        }),
      );
      return ((Credentials?.Expiration?.getTime() ?? 0) - Date.now()) / 1000;
    };

    const unasked = await secondsOf();
    const asked = await secondsOf(1800);

    expect(unasked).toBeGreaterThan(300);
    expect(unasked).toBeLessThanOrEqual(360);
    expect(asked).toBeGreaterThan(1700);
  });

  it('refuses roles that are missing, closed, or want another external id', async () => {
    const { accounts } = sandbox.world;
    accounts.addAccount({
      accountId: '999988887777',
      name: 'acme-legacy',
      roles: [
        { name: 'Postern', assumable: false },
        { name: 'Guarded', externalId: 'sesame' },
      ],
    });

    const arn = 'arn:aws:iam::999988887777:role';
    const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
    await expect(assume(`${arn}/Postern`)).rejects.toMatchObject(denied);
    await expect(assume(`${arn}/Missing`)).rejects.toMatchObject(denied);
    await expect(assume(`${arn}/Guarded`)).rejects.toMatchObject(denied);
    const admitted = await assume(`${arn}/Guarded`, { ExternalId: 'sesame' });
    expect(admitted.AssumedRoleUser?.Arn).toContain('Guarded');
  });

  it('refuses wrong secrets and unknown keys in the words of each service', async () => {
    const settings = (accessKeyId: string) => ({
      region: 'eu-west-1',
      endpoint: sandbox.urls.aws,
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey: 'wrong' },
    });
    const { accessKeyId } = sandbox.credentials;

    const ec2 = new EC2Client(settings(accessKeyId));
    await expect(ec2.send(new DescribeVpcsCommand({}))).rejects.toMatchObject({
      name: 'AuthFailure',
      $metadata: { httpStatusCode: 401 },
    });
    const wrongSecret = new ElasticLoadBalancingV2Client(settings(accessKeyId));
    await expect(
      wrongSecret.send(new DescribeLoadBalancersCommand({})),
    ).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    const unknownKey = new ElasticLoadBalancingV2Client(settings('AKIANOBODY'));
    await expect(
      unknownKey.send(new DescribeLoadBalancersCommand({})),
    ).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  });

  it('answers a dry run by permission, and does nothing', async () => {
    sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions: ['ec2:Accept*', 'elasticloadbalancing:*'],
    });
    const client = ec2Client(sandbox, { accountId: PROVIDER.accountId });

    await expect(
      client.send(new DescribeVpcsCommand({ DryRun: true })),
    ).rejects.toMatchObject({
      name: 'DryRunOperation',
      $metadata: { httpStatusCode: 412 },
    });
    await expect(
      client.send(
        new AcceptVpcEndpointConnectionsCommand({
          DryRun: true,
          ServiceId: 'vpce-svc-0',
          VpcEndpointIds: ['vpce-0'],
        }),
      ),
    ).rejects.toMatchObject({
      name: 'UnauthorizedOperation',
      $metadata: { httpStatusCode: 403 },
    });
    await expect(
      elbClient(sandbox, { accountId: PROVIDER.accountId }).send(
        new DescribeLoadBalancersCommand({}),
      ),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('names an action that it does not play', async () => {
    const client = ec2Client(sandbox, { accountId: PROVIDER.accountId });

    await expect(
      client.send(new DescribeInstancesCommand({})),
    ).rejects.toMatchObject({
      name: 'InvalidAction',
      message: expect.stringContaining(
        'DescribeInstances is not valid for this web service',
      ),
    });
  });

  it('shows each region of an account its own', async () => {
    const elsewhere = ec2Client(sandbox, {
      accountId: PROVIDER.accountId,
      region: 'us-east-1',
    });
    sandbox.world.network.ensureDefaultVpc(PROVIDER);

    const { Vpcs } = await elsewhere.send(new DescribeVpcsCommand({}));

    expect(Vpcs).toEqual([]);
  });

  it('counts calls by action and account', async () => {
    const client = ec2Client(sandbox, { accountId: PROVIDER.accountId });
    await client.send(new DescribeVpcEndpointServiceConfigurationsCommand({}));
    await client.send(new DescribeVpcEndpointServiceConfigurationsCommand({}));
    await expect(
      client.send(new DescribeVpcsCommand({ VpcIds: ['vpc-0'] })),
    ).rejects.toThrow('vpc-0');

    expect(sandbox.requestLog.counts()).toEqual([
      {
        service: 'sts',
        action: 'AssumeRole',
        accountId: '000011112222',
        region: 'us-east-1',
        calls: 1,
        errors: 0,
      },
      {
        service: 'ec2',
        action: 'DescribeVpcEndpointServiceConfigurations',
        ...PROVIDER,
        calls: 2,
        errors: 0,
      },
      {
        service: 'ec2',
        action: 'DescribeVpcs',
        ...PROVIDER,
        calls: 1,
        errors: 1,
      },
    ]);
  });
});
