import {
  AddTagsCommand,
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  DeleteListenerCommand,
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  DeregisterTargetsCommand,
  DescribeListenerAttributesCommand,
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeTagsCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  ElasticLoadBalancingV2Client,
  ModifyListenerAttributesCommand,
  ModifyListenerCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
  ModifyTargetGroupCommand,
  paginateDescribeLoadBalancers,
  RegisterTargetsCommand,
  RemoveTagsCommand,
  SetSecurityGroupsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { elbClient } from '../__testUtils__/awsClients';
import {
  addEndpointService,
  addLoadBalancer,
  PROVIDER,
  startTestSandbox,
} from '../__testUtils__/startTestSandbox';
import { Sandbox } from '../startSandbox';

describe('load balancing over the wire', () => {
  let sandbox: Sandbox;
  let client: ElasticLoadBalancingV2Client;

  beforeEach(async () => {
    sandbox = await startTestSandbox();
    client = elbClient(sandbox, { accountId: PROVIDER.accountId });
  });
  afterEach(() => sandbox.stop());

  async function createTargetGroup(name: string) {
    const vpc = sandbox.world.network.ensureDefaultVpc(PROVIDER);
    const { TargetGroups } = await client.send(
      new CreateTargetGroupCommand({
        Name: name,
        Protocol: 'TCP',
        Port: 8443,
        VpcId: vpc.id,
        TargetType: 'ip',
      }),
    );
    return TargetGroups?.[0].TargetGroupArn ?? '';
  }

  async function healthOf(TargetGroupArn: string) {
    const { TargetHealthDescriptions } = await client.send(
      new DescribeTargetHealthCommand({ TargetGroupArn }),
    );
    return TargetHealthDescriptions?.map(one => one.TargetHealth);
  }

  it('provisions a load balancer, with security groups to be enforced', async () => {
    const vpc = sandbox.world.network.ensureDefaultVpc(PROVIDER);
    const group = sandbox.world.securityGroups.ensureDefaultGroup(
      PROVIDER,
      vpc.id,
    );
    const [subnet] = sandbox.world.network.subnetsOfVpc(PROVIDER, vpc.id);

    const { LoadBalancers } = await client.send(
      new CreateLoadBalancerCommand({
        Name: 'payments',
        Type: 'network',
        Scheme: 'internal',
        Subnets: [subnet.id],
        SecurityGroups: [group.id],
        Tags: [{ Key: 'elbv2.k8s.aws/cluster', Value: 'payments-eu' }],
      }),
    );
    const arn = LoadBalancers?.[0].LoadBalancerArn ?? '';
    expect(LoadBalancers?.[0]).toMatchObject({
      State: { Code: 'provisioning' },
      DNSName: expect.stringMatching(/^payments-.*\.elb\.eu-west-1\.amazonaws/),
      AvailabilityZones: [{ SubnetId: subnet.id, ZoneName: subnet.zoneName }],
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
    });

    sandbox.clock.advance(sandbox.world.timings.loadBalancerActive);
    await client.send(
      new SetSecurityGroupsCommand({
        LoadBalancerArn: arn,
        SecurityGroups: [group.id],
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
      }),
    );
    const described = await client.send(
      new DescribeLoadBalancersCommand({ Names: ['payments'] }),
    );
    expect(described.LoadBalancers).toMatchObject([
      {
        LoadBalancerArn: arn,
        State: { Code: 'active' },
        EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off',
      },
    ]);
  });

  it('can never give security groups to one that was made without', async () => {
    const { id, vpcId } = addLoadBalancer(sandbox, 'bare');
    const group = sandbox.world.securityGroups.ensureDefaultGroup(
      PROVIDER,
      vpcId,
    );

    await expect(
      client.send(
        new SetSecurityGroupsCommand({
          LoadBalancerArn: id,
          SecurityGroups: [group.id],
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidConfigurationRequestException' });
    const { LoadBalancers } = await client.send(
      new DescribeLoadBalancersCommand({ LoadBalancerArns: [id] }),
    );
    expect(LoadBalancers?.[0].SecurityGroups).toBeUndefined();
  });

  it('walks targets from unused over initial to healthy and draining', async () => {
    const loadBalancer = addLoadBalancer(sandbox, 'ledger');
    const arn = await createTargetGroup('ledger');
    const target = { Id: '172.31.1.9' };
    await client.send(
      new RegisterTargetsCommand({ TargetGroupArn: arn, Targets: [target] }),
    );
    expect(await healthOf(arn)).toMatchObject([
      { State: 'unused', Reason: 'Target.NotInUse' },
    ]);

    const { Listeners } = await client.send(
      new CreateListenerCommand({
        LoadBalancerArn: loadBalancer.id,
        Protocol: 'TCP',
        Port: 443,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: arn }],
      }),
    );
    expect(await healthOf(arn)).toMatchObject([
      { State: 'initial', Reason: 'Elb.RegistrationInProgress' },
    ]);
    sandbox.clock.advance(sandbox.world.timings.targetHealthy);
    expect(await healthOf(arn)).toEqual([{ State: 'healthy' }]);

    sandbox.world.setTargetHealth(arn, {
      state: 'unhealthy',
      reason: 'Target.Timeout',
    });
    expect(await healthOf(arn)).toEqual([
      { State: 'unhealthy', Reason: 'Target.Timeout' },
    ]);
    sandbox.world.targetGroups.healTargets(arn);
    expect(await healthOf(arn)).toEqual([{ State: 'healthy' }]);

    await client.send(
      new DeregisterTargetsCommand({ TargetGroupArn: arn, Targets: [target] }),
    );
    expect(await healthOf(arn)).toMatchObject([{ State: 'draining' }]);
    sandbox.clock.advance(sandbox.world.timings.targetDraining);
    expect(await healthOf(arn)).toEqual([]);

    await expect(
      client.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn })),
    ).rejects.toMatchObject({ name: expect.stringMatching(/^ResourceInUse/) });
    await client.send(
      new DeleteListenerCommand({ ListenerArn: Listeners?.[0].ListenerArn }),
    );
    await client.send(new DeleteTargetGroupCommand({ TargetGroupArn: arn }));
  });

  it('tells the zone of a target, and leaves out zones without a node', async () => {
    const loadBalancer = addLoadBalancer(sandbox, 'ledger');
    loadBalancer.subnetIds = loadBalancer.subnetIds.slice(0, 1);
    const arn = await createTargetGroup('ledger');
    sandbox.world.createListener(PROVIDER, {
      loadBalancerArn: loadBalancer.id,
      port: 443,
      targetGroupArn: arn,
    });

    await client.send(
      new RegisterTargetsCommand({
        TargetGroupArn: arn,
        Targets: [{ Id: '172.31.0.9' }, { Id: '172.31.1.9' }],
      }),
    );

    const { TargetHealthDescriptions } = await client.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: arn }),
    );
    expect(TargetHealthDescriptions).toMatchObject([
      {
        Target: { AvailabilityZone: 'eu-west-1a' },
        TargetHealth: { State: 'initial' },
      },
      {
        Target: { AvailabilityZone: 'eu-west-1b' },
        TargetHealth: { State: 'unused', Reason: 'Target.NotInUse' },
      },
    ]);
  });

  it('does not delete a load balancer that is protected or in a service', async () => {
    const [arn] = addEndpointService(sandbox, 'ledger').loadBalancerArns;
    const setProtection = (value: string) =>
      client.send(
        new ModifyLoadBalancerAttributesCommand({
          LoadBalancerArn: arn,
          Attributes: [{ Key: 'deletion_protection.enabled', Value: value }],
        }),
      );
    const remove = () =>
      client.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));

    await setProtection('true');
    await expect(remove()).rejects.toMatchObject({
      name: expect.stringMatching(/^OperationNotPermitted/),
    });
    await setProtection('false');
    await expect(remove()).rejects.toMatchObject({
      name: expect.stringMatching(/^ResourceInUse/),
    });
    const { Attributes } = await client.send(
      new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn: arn }),
    );
    expect(Attributes).toContainEqual({
      Key: 'load_balancing.cross_zone.enabled',
      Value: 'false',
    });
  });

  it('changes listeners and target groups', async () => {
    const loadBalancer = addLoadBalancer(sandbox, 'ledger');
    const [first, second] = [
      await createTargetGroup('one'),
      await createTargetGroup('two'),
    ];
    const listener = sandbox.world.createListener(PROVIDER, {
      loadBalancerArn: loadBalancer.id,
      port: 443,
      targetGroupArn: first,
    });

    await client.send(
      new ModifyListenerCommand({
        ListenerArn: listener.id,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: second }],
      }),
    );
    await client.send(
      new ModifyTargetGroupCommand({
        TargetGroupArn: second,
        HealthCheckPort: '9000',
      }),
    );
    await client.send(
      new ModifyTargetGroupAttributesCommand({
        TargetGroupArn: second,
        Attributes: [{ Key: 'proxy_protocol_v2.enabled', Value: 'true' }],
      }),
    );

    const { Listeners } = await client.send(
      new DescribeListenersCommand({ LoadBalancerArn: loadBalancer.id }),
    );
    expect(Listeners).toMatchObject([
      { Port: 443, DefaultActions: [{ TargetGroupArn: second }] },
    ]);
    const { TargetGroups } = await client.send(
      new DescribeTargetGroupsCommand({ LoadBalancerArn: loadBalancer.id }),
    );
    expect(TargetGroups).toMatchObject([
      {
        TargetGroupArn: second,
        HealthCheckPort: '9000',
        LoadBalancerArns: [loadBalancer.id],
      },
    ]);
    const { Attributes } = await client.send(
      new DescribeTargetGroupAttributesCommand({ TargetGroupArn: second }),
    );
    expect(Attributes).toContainEqual({
      Key: 'proxy_protocol_v2.enabled',
      Value: 'true',
    });
  });

  it('keeps the idle timeout of TCP listeners, and of no others', async () => {
    const loadBalancer = addLoadBalancer(sandbox, 'ledger');
    const targetGroupArn = await createTargetGroup('one');
    const certificateArn =
      'arn:aws:acm:eu-west-1:222233334444:certificate/5cc54884';
    const listen = (port: number, protocol: string) =>
      sandbox.world.createListener(PROVIDER, {
        loadBalancerArn: loadBalancer.id,
        port,
        protocol,
        targetGroupArn,
        certificateArn: protocol === 'TLS' ? certificateArn : undefined,
      }).id;
    const [tcp, tls] = [listen(443, 'TCP'), listen(8443, 'TLS')];
    const attributesOf = async (ListenerArn: string) =>
      (
        await client.send(
          new DescribeListenerAttributesCommand({ ListenerArn }),
        )
      ).Attributes;
    const setIdleTimeout = (ListenerArn: string, Value: string) =>
      client.send(
        new ModifyListenerAttributesCommand({
          ListenerArn,
          Attributes: [{ Key: 'tcp.idle_timeout.seconds', Value }],
        }),
      );

    expect(await attributesOf(tcp)).toEqual([
      { Key: 'tcp.idle_timeout.seconds', Value: '350' },
    ]);
    expect(await attributesOf(tls)).toEqual([]);
    await setIdleTimeout(tcp, '600');
    expect(await attributesOf(tcp)).toEqual([
      { Key: 'tcp.idle_timeout.seconds', Value: '600' },
    ]);

    await expect(setIdleTimeout(tcp, '59')).rejects.toMatchObject({
      name: 'InvalidConfigurationRequestException',
    });
    await expect(setIdleTimeout(tls, '600')).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(attributesOf(`${tcp}0`)).rejects.toMatchObject({
      name: 'ListenerNotFoundException',
    });
    const { Certificates } = await client.send(
      new DescribeListenerCertificatesCommand({ ListenerArn: tls }),
    );
    expect(Certificates).toEqual([
      { CertificateArn: certificateArn, IsDefault: true },
    ]);
  });

  it('adds, lists and removes tags, twenty resources at a time', async () => {
    const { id } = addLoadBalancer(sandbox, 'ledger');
    await client.send(
      new AddTagsCommand({
        ResourceArns: [id],
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '2' },
        ],
      }),
    );
    await client.send(
      new RemoveTagsCommand({ ResourceArns: [id], TagKeys: ['a'] }),
    );

    const { TagDescriptions } = await client.send(
      new DescribeTagsCommand({ ResourceArns: [id] }),
    );
    expect(TagDescriptions).toEqual([
      { ResourceArn: id, Tags: [{ Key: 'b', Value: '2' }] },
    ]);
    await expect(
      client.send(
        new DescribeTagsCommand({ ResourceArns: Array(21).fill(id) }),
      ),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('pages by marker, and names load balancers that are missing', async () => {
    for (let index = 0; index < 5; index += 1) {
      addLoadBalancer(sandbox, `lb-${index}`);
    }
    const names: (string | undefined)[] = [];
    for await (const page of paginateDescribeLoadBalancers(
      { client, pageSize: 2 },
      {},
    )) {
      names.push(
        ...(page.LoadBalancers ?? []).map(one => one.LoadBalancerName),
      );
    }

    expect(names).toEqual(['lb-0', 'lb-1', 'lb-2', 'lb-3', 'lb-4']);
    await expect(
      client.send(new DescribeLoadBalancersCommand({ Names: ['none'] })),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/^LoadBalancerNotFound/),
    });
    await expect(
      client.send(new DescribeLoadBalancersCommand({ Marker: 'zz' })),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });
});
