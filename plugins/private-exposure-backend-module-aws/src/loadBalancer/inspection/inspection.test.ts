import {
  inspectFirst,
  inspectSurveyed,
  ruleIdsOf,
} from '../../__testUtils__/inspecting';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
} from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const byController = {
  'elbv2.k8s.aws/cluster': 'platform-eu',
  'ingress.k8s.aws/stack': 'shop/web',
};

describe('inspect a load balancer', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ kinds: { loadBalancers: true } });
  });
  afterEach(() => wire.stop());

  const inspect = () => inspectFirst(wire);
  const trust = (condition: object) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: {
            Federated:
              'arn:aws:iam::222233334444:oidc-provider/oidc.eks.example/id/1',
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: condition,
        },
      ],
    });
  const addRole = (
    condition: object,
    name: string = 'AmazonEKSLoadBalancerControllerRole',
  ) =>
    wire.sandbox.world.roles.create(PROVIDER.accountId, {
      name,
      trustPolicy: trust(condition),
    });

  it('draws the path of one that works, without a finding', async () => {
    const certificateArn = makeCertificate(wire, 'web.acme.example', PROVIDER);
    const { loadBalancer } = makeLoadBalancer(wire, 'web', {
      certificateArn,
      tags: byController,
    });
    const acl = wire.sandbox.world.webAcls.create(PROVIDER, {
      name: 'entrance',
      wafScope: 'REGIONAL',
      rules: [managedRule('none')],
    });
    wire.sandbox.world.webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
    addRole({
      StringEquals: {
        'oidc.eks.example/id/1:aud': 'sts.amazonaws.com',
        'oidc.eks.example/id/1:sub':
          'system:serviceaccount:kube-system:aws-load-balancer-controller',
      },
    });

    const inspection = await inspect();

    expect(inspection.findings).toEqual([]);
    expect(inspection.health).toBe('ok');
    expect(
      inspection.hops.map(({ type, title, health }) => [type, title, health]),
    ).toEqual([
      ['certificate', 'web.acme.example', 'ok'],
      ['waf', 'entrance', 'ok'],
      ['load-balancer', 'web', 'ok'],
      ['target-group', 'web-pods', 'ok'],
      ['kubernetes-ingress', 'shop/web', 'ok'],
    ]);
    expect(wire.calls.length).toBeLessThanOrEqual(15);
  });

  it('notices a public one without a web ACL, and one that only counts', async () => {
    const { loadBalancer } = makeLoadBalancer(wire, 'web', {
      scheme: 'internet-facing',
    });

    const without = await inspect();
    const acl = wire.sandbox.world.webAcls.create(PROVIDER, {
      name: 'entrance',
      wafScope: 'REGIONAL',
      rules: [managedRule('count')],
    });
    wire.sandbox.world.webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
    const counting = await inspect();

    expect(ruleIdsOf(without)).toEqual(['aws/load-balancer-without-firewall']);
    expect(ruleIdsOf(counting)).toEqual(['aws/firewall-only-counts']);
  });

  it('notices a subnet whose share has ended', async () => {
    const { world } = wire.sandbox;
    const vpc = world.network.ensureDefaultVpc(ANALYTICS);
    const subnets = world.network.subnetsOfVpc(ANALYTICS, vpc.id);
    const resourceArns = subnets.map(
      ({ id }) => `arn:aws:ec2:eu-west-1:333344445555:subnet/${id}`,
    );
    const share = world.shares.create(ANALYTICS, {
      name: 'entrance',
      resourceArns,
      principals: [PROVIDER.accountId],
    });
    makeLoadBalancer(wire, 'web', { subnetIds: subnets.map(({ id }) => id) });

    const shared = await inspect();
    world.shares.disassociate(ANALYTICS, share.id, {
      resourceArns: resourceArns.slice(0, 1),
    });
    const ended = await inspect();

    expect(ruleIdsOf(shared)).toEqual([]);
    expect(ruleIdsOf(ended)).toEqual(['aws/subnet-not-shared']);
    expect(ended.findings[0].message).toContain(subnets[0].id);
    expect(ended.health).toBe('degraded');
  });

  it.each(['the subnets', 'the account', 'all of it'])(
    "notices that the cluster's account has lost the owner's subnets: %s",
    async lost => {
      const { world } = wire.sandbox;
      const vpc = world.network.ensureDefaultVpc(PROVIDER);
      const [first, second] = world.network.subnetsOfVpc(PROVIDER, vpc.id);
      const resourceArns = [first, second].map(
        ({ id }) => `arn:aws:ec2:eu-west-1:222233334444:subnet/${id}`,
      );
      const principals = [ANALYTICS.accountId];
      const input = { name: 'cluster', resourceArns, principals };
      const share = world.shares.create(PROVIDER, input);
      // Its target is in the first subnet, the load balancer in the second.
      const { targetGroup } = makeLoadBalancer(wire, 'web', {
        tags: byController,
        subnetIds: [second.id],
      });
      world.registerTargets(PROVIDER, targetGroup.id, [
        { targetId: first.cidrBlock.replace(/0\/\d+$/, '77') },
      ]);
      wire.sandbox.clock.advance(60_000);

      const shared = await inspect();
      if (lost === 'all of it') world.shares.remove(PROVIDER, share.id);
      else {
        const ended =
          lost === 'the account' ? { principals } : { resourceArns };
        world.shares.disassociate(PROVIDER, share.id, ended);
      }
      const ended = await inspect();
      world.shares.create(PROVIDER, input);
      const again = await inspect();

      expect(ruleIdsOf(shared)).toEqual([]);
      expect(ruleIdsOf(ended)).toEqual(['aws/subnet-share-ended']);
      expect(ended.health).toBe('degraded');
      expect(ended.findings[0].message).toContain(first.id);
      expect(ended.findings[0].message).toContain(second.id);
      expect(ended.findings[0].message).toContain(ANALYTICS.accountId);
      expect(ruleIdsOf(again)).toEqual([]);
    },
  );

  it('notices targets in another account whose security group lets nothing in', async () => {
    const { world } = wire.sandbox;
    const { loadBalancer, targetGroup, targetId } = makeLoadBalancer(
      wire,
      'web',
    );
    const [subnet] = world.network.subnetsOfVpc(PROVIDER, loadBalancer.vpcId);
    world.shares.create(PROVIDER, {
      name: 'pods',
      resourceArns: [`arn:aws:ec2:eu-west-1:222233334444:subnet/${subnet.id}`],
      principals: [ANALYTICS.accountId],
    });
    const pods = world.securityGroups.createSecurityGroup(ANALYTICS, {
      name: 'pods',
      description: 'pods',
      vpcId: loadBalancer.vpcId,
    });
    placeInterface(wire, { targetId, groupId: pods.id, subnetId: subnet.id });
    world.setTargetHealth(targetGroup.id, {
      state: 'unhealthy',
      reason: 'Target.Timeout',
    });

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual([
      'aws/targets-unhealthy',
      'aws/targets-blocked',
    ]);
    expect(inspection.findings[1].message).toContain(
      `Target ${targetId} in account 333344445555`,
    );
  });

  it('notices a role of the controller that any service account may assume', async () => {
    makeLoadBalancer(wire, 'web', { tags: byController });
    addRole({
      StringEquals: { 'oidc.eks.example/id/1:aud': 'sts.amazonaws.com' },
    });

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/role-open-to-cluster']);
    expect(inspection.health).toBe('ok');
  });

  const audience = { 'oidc.eks.example/id/1:aud': 'sts.amazonaws.com' };
  const subject = (name: string) => ({
    'oidc.eks.example/id/1:sub': `system:serviceaccount:${name}`,
  });

  it.each<{
    name: string;
    role: string;
    condition: object;
    policy?: string;
    expected: string[];
  }>([
    {
      name: 'a role that its short name tells of',
      role: 'platform-lbc',
      condition: { StringEquals: audience },
      expected: ['aws/role-open-to-cluster'],
    },
    {
      name: 'a role that its policy tells of',
      role: 'platform-networking',
      condition: { StringEquals: audience },
      policy: 'AWSLoadBalancerControllerIAMPolicy',
      expected: ['aws/role-open-to-cluster'],
    },
    {
      name: 'a role that its service account tells of',
      role: 'platform-networking',
      condition: {
        StringEquals: subject('kube-system:aws-load-balancer-controller'),
      },
      expected: ['aws/role-for-any-audience'],
    },
    {
      name: 'a role for something else',
      role: 'platform-networking',
      condition: { StringEquals: audience },
      policy: 'ExternalDnsPolicy',
      expected: [],
    },
  ])('looks at $name', async ({ role, condition, policy, expected }) => {
    const { policies, roles } = wire.sandbox.world;
    makeLoadBalancer(wire, 'web', { tags: byController });
    addRole(condition, role);
    for (const name of policy ? [policy] : []) {
      const document = JSON.stringify({ Version: '2012-10-17', Statement: [] });
      const { id } = policies.create(PROVIDER.accountId, { name, document });
      roles.attachPolicy(PROVIDER.accountId, role, id);
    }

    expect(ruleIdsOf(await inspect())).toEqual(expected);
  });

  it.each([
    ['SSL', 'TCP'],
    ['HTTPS', 'HTTP'],
  ] as const)('looks into a Classic one for %s', async (protocol, inner) => {
    const { world } = wire.sandbox;
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    world.classicLoadBalancers.create(PROVIDER, {
      name: 'legacy',
      subnetIds: [world.network.subnetsOfVpc(PROVIDER, vpc.id)[0].id],
      listeners: [
        {
          protocol,
          port: 443,
          instanceProtocol: inner,
          instancePort: 30080,
          certificateArn: makeCertificate(
            wire,
            'legacy.acme.example',
            PROVIDER,
          ),
        },
      ],
      instanceIds: ['i-0123456789abcdef0'],
    });

    const working = await inspect();
    world.classicLoadBalancers.setInstanceHealth(PROVIDER, 'legacy', {
      state: 'OutOfService',
      reasonCode: 'Instance',
      description: 'Instance has failed at least the UnhealthyThreshold',
    });
    const failing = await inspect();

    expect(working.hops.map(({ type, health }) => [type, health])).toEqual([
      ['certificate', 'ok'],
      ['load-balancer', 'ok'],
      ['target-group', 'ok'],
    ]);
    expect(ruleIdsOf(working)).toEqual([]);
    expect(ruleIdsOf(failing)).toEqual(['aws/targets-unhealthy']);
  });

  it.each([
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeListenerCertificates',
    'acm:ListCertificates',
    'wafv2:ListWebACLs',
    'wafv2:GetWebACLForResource',
    'iam:ListRoles',
    'ram:GetResourceShareAssociations',
    'ec2:DescribeSecurityGroups',
  ])('says that it may not call %s, and sees the rest', async action => {
    // With more than one, the first load balancer is asked for its own.
    for (const name of ['entrance', 'spare']) {
      wire.sandbox.world.webAcls.create(PROVIDER, {
        name,
        wafScope: 'REGIONAL',
      });
    }
    makeLoadBalancer(wire, 'web', {
      tags: byController,
      certificateArn: makeCertificate(wire, 'web.acme.example', PROVIDER),
    });
    const { exposures } = await surveyScope(wire);
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions: [action],
    });
    // Sessions that are open keep what they may; new clients open new ones.
    wire.provider.shutdown();

    const inspection = await inspectSurveyed(wire, exposures[0]);

    expect(ruleIdsOf(inspection)).toEqual(['aws/permission-missing']);
    expect(inspection.findings[0].message).toContain(`'${action}'`);
    expect(inspection.hops.map(({ type }) => type)).toContain('target-group');
  });

  it.each([
    ['wafv2:ListResourcesForWebACL', ['load-balancer', 'target-group']],
    ['wafv2:GetWebACL', ['waf', 'load-balancer', 'target-group']],
  ])(
    'says that it may not call %s where the web ACL is asked',
    async (action, hopTypes) => {
      const { world } = wire.sandbox;
      const { loadBalancer } = makeLoadBalancer(wire, 'web');
      const { id } = world.webAcls.create(PROVIDER, {
        name: 'entrance',
        wafScope: 'REGIONAL',
      });
      world.webAcls.associate(PROVIDER, id, loadBalancer.id);
      world.accounts.addRole(PROVIDER.accountId, {
        name: 'Postern',
        deniedActions: [action],
      });

      const inspection = await inspect();

      expect(ruleIdsOf(inspection)).toEqual(['aws/permission-missing']);
      expect(inspection.findings[0].message).toContain(`'${action}'`);
      expect(inspection.hops.map(({ type }) => type)).toEqual(hopTypes);
    },
  );

  it('throws for one that was deleted since', async () => {
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    const { exposures } = await surveyScope(wire);
    wire.sandbox.world.loadBalancing.deleteLoadBalancer(
      PROVIDER,
      loadBalancer.id,
      { force: true },
    );

    const inspection = inspectSurveyed(wire, exposures[0]);

    await expect(inspection).rejects.toThrow('does not exist any more');
  });
});

/** A pod's network interface: its account's, in a subnet that another account shares. */
function placeInterface(
  { sandbox }: Wire,
  pod: { targetId: string; groupId: string; subnetId: string },
): void {
  const { network } = sandbox.world;
  const subnet = network.getSubnet(ANALYTICS, pod.subnetId);
  const made = network.createNetworkInterface(
    subnet,
    {
      description: 'pod',
      interfaceType: 'interface',
      securityGroupIds: [pod.groupId],
    },
    ANALYTICS,
  );
  made.privateIpAddress = pod.targetId;
}
