import {
  cloudFrontPrefixListId,
  type DistributionConfig,
  type WebAclRule,
} from 'sandbox';
import {
  inspectFirst,
  inspectSurveyed,
  ruleIdsOf,
} from '../../__testUtils__/inspecting';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
  overriddenRule,
  pointName,
  publish,
  type PublishOptions,
} from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const global = { accountId: PROVIDER.accountId, region: 'us-east-1' };
const DAY_MS = 24 * 60 * 60 * 1000;

describe('inspect a distribution', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ kinds: { distributions: true } });
  });
  afterEach(() => wire.stop());

  const inspect = () => inspectFirst(wire, PROVIDER_GLOBAL_SCOPE);
  const publishPrivately = (
    options: PublishOptions = {},
    scope: typeof PROVIDER = PROVIDER,
  ) => {
    const made = makeLoadBalancer(wire, 'entrance', {
      scope,
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shop/entrance',
      },
    });
    const vpcOrigin = wire.sandbox.world.vpcOrigins.create(PROVIDER.accountId, {
      config: {
        name: 'entrance',
        originArn: made.loadBalancer.id,
        protocolPolicy: 'https-only',
      },
      state: 'Deployed',
    });
    publish(wire, 'shop', { vpcOriginId: vpcOrigin.id }, options);
    return made;
  };
  const publishPublicly = (
    inbound: { cidrIpv4?: string; prefixListId?: string }[],
  ) => {
    const made = makeLoadBalancer(wire, 'entrance', {
      scheme: 'internet-facing',
      inbound,
    });
    pointName(wire, 'entrance.acme.example', made.loadBalancer.dnsName);
    publish(wire, 'shop', { host: 'entrance.acme.example' });
    return made;
  };

  it('keeps nothing of the headers that a distribution adds for its origins', async () => {
    const { loadBalancer } = makeLoadBalancer(wire, 'entrance');
    wire.sandbox.world.distributions.create(PROVIDER.accountId, {
      config: {
        origins: [
          {
            id: 'entrance',
            domainName: loadBalancer.dnsName,
            customHeaders: { 'X-Origin-Verify': 'hush-hush' },
          },
        ],
      },
      state: 'Deployed',
    });

    const surveyed = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    const inspected = await inspect();

    expect(surveyed.exposures).toHaveLength(1);
    expect(inspected.hops.length).toBeGreaterThan(0);
    expect(JSON.stringify([surveyed, inspected])).not.toMatch(
      /hush|X-Origin-Verify/i,
    );
  });

  it('draws the path through a VPC origin, without a finding', async () => {
    publishPrivately();

    const inspection = await inspect();

    expect(inspection.findings).toEqual([]);
    expect(
      inspection.hops.map(({ type, title, health }) => [type, title, health]),
    ).toEqual([
      ['dns-name', 'shop.acme.example', 'ok'],
      ['certificate', 'shop.acme.example', 'ok'],
      ['waf', 'shop', 'ok'],
      ['cdn', 'shop.acme.example', 'ok'],
      ['vpc-origin', 'entrance', 'ok'],
      ['load-balancer', 'entrance', 'ok'],
      ['target-group', 'entrance-pods', 'ok'],
      ['kubernetes-ingress', 'shop/entrance', 'ok'],
    ]);
    expect(inspection.health).toBe('ok');
    expect(wire.calls.length).toBeLessThanOrEqual(16);
  });

  it('finds the load balancer of a stable name, and lets CloudFront alone in', async () => {
    publishPublicly([{ prefixListId: cloudFrontPrefixListId('eu-west-1') }]);

    const inspection = await inspect();

    // It lets in everybody's distributions.
    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-open-to-distributions']);
    expect(inspection.health).toBe('ok');
    expect(inspection.hops.map(({ type }) => type)).toEqual([
      'dns-name',
      'certificate',
      'waf',
      'cdn',
      'dns-name',
      'load-balancer',
      'target-group',
    ]);
  });

  it('finds the load balancer in another account of ours', async () => {
    const { loadBalancer } = makeLoadBalancer(wire, 'entrance', {
      scope: ANALYTICS,
    });
    publish(wire, 'shop', { host: loadBalancer.dnsName });

    const { hops } = await inspect();

    expect(hops.find(({ type }) => type === 'load-balancer')).toMatchObject({
      nativeId: loadBalancer.id,
      health: 'ok',
    });
  });

  it('notices an origin that anybody reaches around the web ACL', async () => {
    publishPublicly([{ cidrIpv4: '0.0.0.0/0' }]);

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-reachable-directly']);
    expect(inspection.findings[0].message).toContain('0.0.0.0/0');
  });

  it('notices a load balancer that was made again under another host name', async () => {
    const { loadBalancer } = publishPublicly([]);
    wire.sandbox.world.loadBalancing.deleteLoadBalancer(
      PROVIDER,
      loadBalancer.id,
      { force: true },
    );
    makeLoadBalancer(wire, 'entrance', {
      scheme: 'internet-facing',
      targetGroupName: 'entrance-pods-2',
    });

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-gone']);
    expect(inspection.health).toBe('failing');
    expect(inspection.findings[0].message).toContain(loadBalancer.dnsName);
  });

  it('notices a VPC origin whose load balancer was deleted', async () => {
    const { loadBalancer } = publishPrivately();
    wire.sandbox.world.loadBalancing.deleteLoadBalancer(
      PROVIDER,
      loadBalancer.id,
      { force: true },
    );

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-gone']);
    expect(inspection.health).toBe('failing');
  });

  it.each<{ rule: string; health: string; options: () => PublishOptions }>([
    {
      rule: 'aws/distribution-disabled',
      health: 'failing',
      options: () => ({ isEnabled: false }),
    },
    {
      rule: 'aws/distribution-not-deployed',
      health: 'degraded',
      options: () => ({ state: 'InProgress' }),
    },
    {
      rule: 'aws/firewall-missing',
      health: 'ok',
      options: () => ({ webAclArn: false }),
    },
    {
      rule: 'aws/firewall-only-counts',
      health: 'ok',
      options: () => ({
        webAclArn: wire.sandbox.world.webAcls.create(global, {
          name: 'trial',
          wafScope: 'CLOUDFRONT',
          rules: [managedRule('count')],
        }).id,
      }),
    },
    {
      rule: 'aws/certificate-expiring',
      health: 'ok',
      options: () => ({
        certificateArn: makeCertificate(wire, 'shop.acme.example', global, {
          notAfter: Date.now() + 20 * DAY_MS,
        }),
      }),
    },
    {
      rule: 'aws/certificate-expires-soon',
      health: 'ok',
      options: () => ({
        certificateArn: makeCertificate(wire, 'shop.acme.example', global, {
          notAfter: Date.now() + 3 * DAY_MS,
        }),
      }),
    },
  ])('notices: $rule', async ({ rule, health, options }) => {
    publishPrivately(options());

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual([rule]);
    expect(inspection.health).toBe(health);
  });

  // CloudFront refuses these when they are set; a distribution may have got so since, or be older than the check.
  it.each<{
    rule: string;
    health: string;
    change: (config: DistributionConfig) => void;
  }>([
    {
      rule: 'aws/certificate-mismatch',
      health: 'degraded',
      change: ({ viewerCertificate }) => {
        viewerCertificate.certificateArn = makeCertificate(
          wire,
          'other.acme.example',
          global,
        );
      },
    },
    {
      rule: 'aws/certificate-wrong-region',
      health: 'unknown',
      change: ({ viewerCertificate }) => {
        viewerCertificate.certificateArn = makeCertificate(
          wire,
          'shop.acme.example',
          PROVIDER,
        );
      },
    },
    {
      rule: 'aws/firewall-wrong-scope',
      health: 'unknown',
      change: config => {
        config.webAclId = wire.sandbox.world.webAcls.create(PROVIDER, {
          name: 'regional',
          wafScope: 'REGIONAL',
        }).id;
      },
    },
    {
      rule: 'aws/origin-not-encrypted',
      health: 'ok',
      change: () => {
        const { vpcOrigins } = wire.sandbox.world;
        const [origin] = vpcOrigins.list(PROVIDER.accountId);
        origin.config.protocolPolicy = 'http-only';
      },
    },
  ])('notices what it has become: $rule', async ({ rule, health, change }) => {
    publishPrivately();
    const { distributions } = wire.sandbox.world;
    change(distributions.list(PROVIDER.accountId)[0].config);

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual([rule]);
    expect(inspection.health).toBe(health);
  });

  it.each(['http-only', 'match-viewer'] as const)(
    'notices an origin of another kind that is fetched from by %s',
    async protocolPolicy => {
      publishPublicly([]);
      const { distributions } = wire.sandbox.world;
      const [{ config }] = distributions.list(PROVIDER.accountId);
      config.origins = config.origins.map(origin => ({
        ...origin,
        target: { ...origin.target, protocolPolicy } as typeof origin.target,
      }));

      expect(ruleIdsOf(await inspect())).toEqual(['aws/origin-not-encrypted']);
    },
  );

  const blockListed: WebAclRule = {
    name: 'block-listed',
    priority: 9,
    action: 'block',
    statement: { IPSetReferenceStatement: { ARN: 'arn' } },
    metricName: 'block-listed',
  };

  it.each<{ name: string; rules: WebAclRule[]; says: string[] }>([
    {
      name: 'managed groups that count, beside a list of what is blocked',
      rules: [blockListed, managedRule('count')],
      says: ['All managed rule groups'],
    },
    {
      name: 'a group with every rule of it overridden to Count',
      rules: [overriddenRule(['AnonymousIPList', 'HostingProviderIPList'])],
      says: ['only counts'],
    },
    {
      name: 'a group with one rule overridden, and one that decides',
      rules: [overriddenRule(['AnonymousIPList'])],
      says: [],
    },
    {
      name: 'one managed group that decides, and one that counts',
      rules: [managedRule('count'), overriddenRule([])],
      says: [],
    },
  ])('judges a web ACL with $name', async ({ rules, says }) => {
    const { id } = wire.sandbox.world.webAcls.create(global, {
      name: 'trial',
      wafScope: 'CLOUDFRONT',
      rules,
    });
    publishPrivately({ webAclArn: id });

    const inspection = await inspect();

    expect(inspection.findings.map(({ message }) => message)).toEqual(
      says.map(text => expect.stringContaining(text)),
    );
  });

  it('says where a name leads instead of to the distribution', async () => {
    publishPrivately();
    pointName(wire, 'shop.acme.example', 'old.acme.example');

    const { hops, health } = await inspect();

    expect(health).toBe('failing');
    expect(hops[0].reason).toBe(
      'It leads to old.acme.example, not to the distribution',
    );
  });

  it('finds the zone of a name in another account of ours', async () => {
    publishPrivately();
    const { hostedZones } = wire.sandbox.world;
    const zone = hostedZones.findZone(PROVIDER.accountId, 'acme.example');
    hostedZones.zones.remove(zone?.id ?? '');
    pointName(
      wire,
      'shop.acme.example',
      wire.sandbox.world.distributions.list(PROVIDER.accountId)[0].domainName,
      ANALYTICS.accountId,
    );

    const { hops } = await inspect();

    expect(hops[0]).toMatchObject({ title: 'shop.acme.example', health: 'ok' });
  });

  it.each([
    'acm:ListCertificates',
    'wafv2:ListWebACLs',
    'wafv2:GetWebACL',
    'cloudfront:ListVpcOrigins',
    'cloudfront:GetVpcOrigin',
    'route53:ListHostedZones',
    'route53:ListResourceRecordSets',
    'elasticloadbalancing:DescribeLoadBalancers',
  ])('says that it may not call %s, and sees the rest', async action => {
    publishPrivately();
    const { exposures } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions: [action],
    });
    // Sessions that are open keep what they may; new clients open new ones.
    wire.provider.shutdown();

    const inspection = await inspectSurveyed(wire, exposures[0], {
      scopeId: PROVIDER_GLOBAL_SCOPE,
    });

    expect(ruleIdsOf(inspection)).toEqual(['aws/permission-missing']);
    expect(inspection.findings[0].message).toContain(`'${action}'`);
    expect(inspection.health).toBe('unknown');
    expect(inspection.hops.map(({ type }) => type)).toContain('cdn');
  });

  it('throws for one that was deleted since', async () => {
    publishPrivately();
    const { exposures } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    const { distributions } = wire.sandbox.world;
    distributions.distributions.remove(
      distributions.list(PROVIDER.accountId)[0].id,
    );

    const inspection = inspectSurveyed(wire, exposures[0], {
      scopeId: PROVIDER_GLOBAL_SCOPE,
    });

    await expect(inspection).rejects.toThrow('does not exist any more');
  });
});
