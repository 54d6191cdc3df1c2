import {
  exposeService,
  type ExposeServiceOptions,
} from '../../__testUtils__/exposeService';
import {
  inspectFirst,
  inspectSurveyed,
  ruleIdsOf,
} from '../../__testUtils__/inspecting';
import {
  ANALYTICS,
  PARTNER,
  PROVIDER,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

describe('inspect', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  const inspect = () => inspectFirst(wire);
  const connectFrom = (
    { accountId, region }: typeof PARTNER,
    serviceName: string,
  ) =>
    wire.sandbox.world.connect({
      consumerAccount: accountId,
      region,
      serviceName,
    });
  const deny = (...deniedActions: string[]) =>
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions,
    });

  it('draws the path of a service that works, without a finding', async () => {
    const { service } = exposeService(wire, 'payments', {
      loadBalancerTags: {
        'elbv2.k8s.aws/cluster': 'payments-eu',
        'service.k8s.aws/stack': 'shop/payments',
      },
    });
    connectFrom(PARTNER, service.serviceName);

    const inspection = await inspect();

    expect(inspection.findings).toEqual([]);
    expect(inspection.health).toBe('ok');
    expect(inspection.healthReason).toBeUndefined();
    expect(
      inspection.hops.map(({ type, title, health }) => [type, title, health]),
    ).toEqual([
      ['endpoint-service', 'payments', 'ok'],
      ['load-balancer', 'payments', 'ok'],
      ['target-group', 'payments-targets', 'ok'],
      ['kubernetes-service', 'shop/payments', 'ok'],
    ]);
    expect(inspection.hops[0].consoleUrl).toBe(
      `https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#EndpointServices:search=${service.id}`,
    );
    expect(inspection.grants).toEqual([
      {
        principal: 'arn:aws:iam::444455556666:root',
        type: 'account',
        autoApproved: false,
      },
      {
        principal: 'arn:aws:iam::333344445555:root',
        type: 'account',
        autoApproved: false,
      },
    ]);
  });

  it('costs a dozen calls, however many consumers there are', async () => {
    const { service } = exposeService(wire, 'payments');
    for (let index = 0; index < 20; index += 1) {
      connectFrom(ANALYTICS, service.serviceName);
    }

    await inspect();

    expect(wire.calls.length).toBeLessThanOrEqual(12);
  });

  it.each<{
    rule: string;
    health: string;
    options?: ExposeServiceOptions;
    break?: (made: ReturnType<typeof exposeService>) => void;
  }>([
    {
      rule: 'aws/load-balancer-gone',
      health: 'failing',
      break: ({ loadBalancer }) =>
        wire.sandbox.world.loadBalancing.deleteLoadBalancer(
          PROVIDER,
          loadBalancer.id,
          { force: true },
        ),
    },
    {
      rule: 'aws/targets-missing',
      health: 'failing',
      options: { targetsByZone: [] },
    },
    {
      rule: 'aws/targets-unhealthy',
      health: 'failing',
      break: ({ targetGroup }) =>
        wire.sandbox.world.setTargetHealth(targetGroup.id, {
          state: 'unhealthy',
          reason: 'Target.Timeout',
        }),
    },
    {
      rule: 'aws/security-group-drops-consumers',
      health: 'degraded',
      options: { inboundCidrs: [] },
    },
    {
      rule: 'aws/load-balancer-without-security-group',
      health: 'ok',
      options: { inboundCidrs: false },
    },
    {
      rule: 'aws/idle-timeout-across-regions',
      health: 'degraded',
      options: { supportedRegions: ['us-east-1'], idleTimeout: 600 },
    },
    {
      rule: 'aws/cross-zone-off',
      health: 'degraded',
      options: { crossZone: false, targetsByZone: [2, 0, 0] },
    },
    {
      rule: 'aws/private-dns-unverified',
      health: 'degraded',
      options: { privateDnsName: '*.k.acme.example' },
    },
    {
      rule: 'aws/everyone-may-connect',
      health: 'ok',
      options: { allowedPrincipals: ['*'], acceptanceRequired: false },
    },
    {
      rule: 'aws/everyone-may-ask',
      health: 'ok',
      options: { allowedPrincipals: ['*'] },
    },
  ])('finds $rule: $health', async ({ rule, health, options, ...test }) => {
    const made = exposeService(wire, 'search', options);
    test.break?.(made);

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual([rule]);
    expect(inspection.health).toBe(health);
    expect(Boolean(inspection.healthReason)).toBe(health !== 'ok');
  });

  it("reads a target group's own cross-zone setting, which goes before that of its load balancer", async () => {
    const { targetGroup } = exposeService(wire, 'search', {
      crossZone: false,
      targetsByZone: [2, 0, 0],
    });
    targetGroup.attributes['load_balancing.cross_zone.enabled'] = 'true';

    const { findings, hops } = await inspect();

    expect(findings).toEqual([]);
    expect(
      hops.find(({ type }) => type === 'target-group')?.facts,
    ).toContainEqual(
      expect.objectContaining({ label: 'Own cross-zone setting' }),
    );
  });

  it('looks at each target group by itself', async () => {
    const { loadBalancer, targetGroup } = exposeService(wire, 'search', {
      crossZone: false,
    });
    const { world } = wire.sandbox;
    const second = world.createTargetGroup(PROVIDER, {
      name: 'second',
      port: 8444,
      vpcId: targetGroup.vpcId,
      targetType: 'ip',
    });
    world.createListener(PROVIDER, {
      loadBalancerArn: loadBalancer.id,
      port: 444,
      targetGroupArn: second.id,
    });
    // In one zone, where the first group has targets in all three.
    world.registerTargets(PROVIDER, second.id, [{ targetId: '172.31.0.120' }]);
    wire.sandbox.clock.advance(60_000);

    const found = (await inspect()).findings.filter(
      ({ ruleId }) => ruleId === 'aws/cross-zone-off',
    );

    expect(found.map(({ hopId }) => hopId)).toEqual([
      `target-group:${second.id}`,
    ]);
    expect(found[0].message).toContain('no answer at TCP 444');
  });

  it.each<[string, ExposeServiceOptions]>([
    ['in its own region', { idleTimeout: 600 }],
    ['that AWS set', { supportedRegions: ['us-east-1'] }],
  ])('leaves an idle timeout %s alone', async (_, options) => {
    exposeService(wire, 'search', options);

    expect(ruleIdsOf(await inspect())).toEqual([]);
  });

  it('finds a consumer of ours whose zone the service does not cover', async () => {
    const { service } = exposeService(wire, 'ledger');
    const endpoint = connectFrom(ANALYTICS, service.serviceName);
    // As after somebody took a zone away from the load balancer.
    service.zoneIds = ['euw1-az9'];

    const { findings } = await inspect();

    expect(findings).toMatchObject([
      { ruleId: 'aws/consumer-zone-not-covered', severity: 'warning' },
    ]);
    expect(findings[0].message).toContain(endpoint.id);
    expect(findings[0].message).toContain("'acme-analytics'");
  });

  it('finds a consumer of ours that the security groups drop', async () => {
    const { service } = exposeService(wire, 'ledger', {
      inboundCidrs: ['10.99.0.0/16'],
    });
    connectFrom(ANALYTICS, service.serviceName);

    const { findings } = await inspect();

    expect(findings).toMatchObject([
      { ruleId: 'aws/security-group-drops-consumers' },
    ]);
    expect(findings[0].message).toContain('172.31.');
  });

  it('adds up the rules that let a consumer of ours in', async () => {
    const { service } = exposeService(wire, 'ledger', {
      // The subnets of the consumer's network begin at 172.31.0.0, .16.0 and .32.0.
      inboundCidrs: ['172.31.0.0/21', '172.31.8.0/21', '172.31.16.0/20'].concat(
        ['172.31.32.0/21', '172.31.40.0/21'],
      ),
    });
    connectFrom(ANALYTICS, service.serviceName);

    expect((await inspect()).findings).toEqual([]);
  });

  it("warns of rules that let only the address of a consumer's endpoint in, which is never the source", async () => {
    const { service } = exposeService(wire, 'ledger', {
      inboundCidrs: ['172.31.0.4/32'],
    });
    const { networkInterfaceIds } = connectFrom(ANALYTICS, service.serviceName);
    const { networkInterfaces } = wire.sandbox.world.network;
    expect(
      networkInterfaces.get(networkInterfaceIds[0])?.privateIpAddress,
    ).toBe('172.31.0.4');

    const { findings } = await inspect();

    expect(findings).toMatchObject([
      {
        ruleId: 'aws/security-group-drops-some-addresses',
        severity: 'warning',
      },
    ]);
  });

  it('finds that a verified private name does not reach a consumer of ours', async () => {
    const { service } = exposeService(wire, 'ledger', {
      privateDnsName: 'ledger.acme.example',
      acceptanceRequired: false,
    });
    if (service.privateDns) service.privateDns.state = 'verified';
    const { id } = connectFrom(ANALYTICS, service.serviceName);
    wire.sandbox.clock.advance(60_000);
    wire.sandbox.world.endpoints.modifyEndpoint(ANALYTICS, id, {
      privateDnsEnabled: true,
    });
    const [vpc] = wire.sandbox.world.network.vpcs.list(ANALYTICS);
    vpc.enableDnsHostnames = false;

    const { findings } = await inspect();

    expect(findings).toMatchObject([{ ruleId: 'aws/consumer-dns-off' }]);
    expect(findings[0].message).toContain('enableDnsHostnames');
  });

  it('says what it could not look at instead of calling it well', async () => {
    exposeService(wire, 'ledger');
    deny(
      'ec2:DescribeVpcEndpointServicePermissions',
      'elasticloadbalancing:DescribeTargetHealth',
    );

    const inspection = await inspect();

    expect(inspection.health).toBe('unknown');
    expect(
      inspection.hops.find(({ type }) => type === 'target-group')?.health,
    ).toBe('unknown');
    expect(ruleIdsOf(inspection)).toEqual([
      'aws/permission-missing',
      'aws/permission-missing',
    ]);
    expect(inspection.findings.map(({ remedy }) => remedy).join()).toContain(
      "'elasticloadbalancing:DescribeTargetHealth'",
    );
  });

  it('says so when a load balancer may not be looked at, and does not call it gone', async () => {
    exposeService(wire, 'ledger');
    const { exposures, connections } = await surveyScope(wire);
    wire.sandbox.faults.inject({
      action: 'DescribeLoadBalancers',
      effect: { type: 'error', code: 'AccessDenied', status: 403 },
    });

    const inspection = await inspectSurveyed(wire, exposures[0], {
      connections,
    });

    expect(ruleIdsOf(inspection)).toEqual(['aws/permission-missing']);
    expect(inspection.health).toBe('unknown');
  });

  it('goes on when the account of one of our consumers cannot be entered', async () => {
    const { service } = exposeService(wire, 'ledger');
    connectFrom(ANALYTICS, service.serviceName);
    wire.sandbox.world.accounts.addRole(ANALYTICS.accountId, {
      name: 'Postern',
      assumable: false,
    });

    const inspection = await inspect();

    expect(inspection.health).toBe('ok');
    expect(inspection.findings).toMatchObject([
      {
        ruleId: 'aws/permission-missing',
        message: expect.stringContaining('333344445555'),
      },
    ]);
  });

  it('goes on when the cloud fails in the account of one of our consumers', async () => {
    const { service } = exposeService(wire, 'ledger');
    connectFrom(ANALYTICS, service.serviceName);
    wire.sandbox.faults.inject({
      accountId: ANALYTICS.accountId,
      action: 'DescribeVpcEndpoints',
      effect: { type: 'error', code: 'InternalFailure', status: 400 },
    });

    const inspection = await inspect();

    expect(inspection.health).toBe('ok');
    expect(ruleIdsOf(inspection)).toEqual(['aws/consumer-not-seen']);
  });

  it('throws for a service that is gone', async () => {
    const { service } = exposeService(wire, 'ledger');
    const { exposures } = await surveyScope(wire);
    wire.sandbox.world.endpointServices.remove(service);

    const inspection = inspectSurveyed(wire, exposures[0]);

    await expect(inspection).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('throws what the cloud breaks, so that the last look stays', async () => {
    exposeService(wire, 'ledger');
    wire.sandbox.faults.inject({
      action: 'DescribeTargetHealth',
      effect: { type: 'error', code: 'ValidationError', status: 400 },
    });

    await expect(inspect()).rejects.toMatchObject({ name: 'ValidationError' });
  });
});
