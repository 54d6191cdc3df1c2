import type { Inspection } from '@postern/backstage-plugin-private-exposure-node';
import { inspectSurveyed } from '../../__testUtils__/inspecting';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
  pointName,
  publish,
} from '../../__testUtils__/publish';
import {
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const global = { accountId: PROVIDER.accountId, region: 'us-east-1' };

describe('inspections of the distributions of an account', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 2 },
      kinds: { distributions: true },
    });
  });
  afterEach(() => wire.stop());

  /** What is counted afterwards are the calls of the survey and of the inspections that follow. */
  const survey = async () => {
    wire.calls.length = 0;
    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    expect(error).toBeUndefined();
    return exposures;
  };
  const inspect = (exposure: Awaited<ReturnType<typeof survey>>[number]) =>
    inspectSurveyed(wire, exposure, { scopeId: PROVIDER_GLOBAL_SCOPE });
  const inspectAll = async () => {
    const inspections: Inspection[] = [];
    for (const exposure of await survey()) {
      inspections.push(await inspect(exposure));
    }
    return inspections;
  };
  const count = (action: string) =>
    wire.calls.filter(
      ({ operation, scopeId }) =>
        operation === action && scopeId === PROVIDER_GLOBAL_SCOPE,
    ).length;
  const hopOf = ({ hops }: Inspection, type: string) =>
    hops.find(hop => hop.type === type);
  const publishMany = (number: number) => {
    const { world } = wire.sandbox;
    const { loadBalancer } = makeLoadBalancer(wire, 'entrance');
    const { id: vpcOriginId } = world.vpcOrigins.create(PROVIDER.accountId, {
      config: {
        name: 'entrance',
        originArn: loadBalancer.id,
        protocolPolicy: 'https-only',
      },
      state: 'Deployed',
    });
    const { id: webAclArn } = world.webAcls.create(global, {
      name: 'shared',
      wafScope: 'CLOUDFRONT',
      rules: [managedRule('none')],
    });
    for (let index = 0; index < number; index += 1) {
      publish(wire, `shop-${index}`, { vpcOriginId }, { webAclArn });
    }
  };

  it('find each in the pages of a zone that many are asked of', async () => {
    publishMany(30);
    for (let index = 0; index < 600; index += 1) {
      pointName(wire, `other-${index}.acme.example`, 'elsewhere.example');
    }

    const inspections = await inspectAll();

    expect(
      inspections.map(one => [
        hopOf(one, 'dns-name')?.title,
        hopOf(one, 'dns-name')?.health,
      ]),
    ).toEqual(
      Array.from({ length: 30 }, (_, index) => [
        `shop-${index}.acme.example`,
        'ok',
      ]),
    );
    // Three pages: two names alone, then all of them.
    expect(count('route53:ListResourceRecordSets')).toBe(2 + 3);
  });

  it('know names that a wildcard answers for, and names without a record', async () => {
    publishMany(3);
    const { distributions, hostedZones } = wire.sandbox.world;
    const { id } = hostedZones.findZone(PROVIDER.accountId, 'acme.example') ?? {
      id: '',
    };
    const remove = (name: string) => {
      const [, record] =
        [...hostedZones.getZone(PROVIDER.accountId, id).records].find(
          ([, { name: found }]) => found === name,
        ) ?? [];
      if (!record) throw new Error(`No record of ${name}`);
      hostedZones.changeRecords(PROVIDER.accountId, id, {
        changes: [{ action: 'DELETE', record }],
      });
    };
    remove('shop-1.acme.example');
    const before = await inspectAll();
    pointName(
      wire,
      '*.acme.example',
      distributions.list(PROVIDER.accountId)[1].domainName,
    );
    const after = await inspectAll();

    expect(before.map(one => hopOf(one, 'dns-name')?.health)).toEqual([
      'ok',
      'failing',
      'ok',
    ]);
    expect(after.map(one => hopOf(one, 'dns-name')?.health)).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
  });

  it.each([
    ['acm:ListCertificates', 'certificate'],
    ['wafv2:ListWebACLs', 'waf'],
    ['cloudfront:ListVpcOrigins', 'vpc-origin'],
    ['route53:ListHostedZones', 'dns-name'],
  ])(
    'leave unknown what %s would tell, of each, and ask once',
    async (action, hopType) => {
      publishMany(5);
      wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
        name: 'Postern',
        deniedActions: [action],
      });

      const inspections = await inspectAll();

      expect(inspections).toHaveLength(5);
      for (const one of inspections) {
        expect(hopOf(one, hopType)).toMatchObject({
          health: 'unknown',
          reason: expect.stringContaining(action),
        });
        const others = one.hops.filter(({ type }) => type !== hopType);
        expect(new Set(others.map(({ health }) => health))).toEqual(
          new Set(['ok']),
        );
      }
      expect(count(action)).toBe(1);
    },
  );

  it('know certificates of every key out of the listing', async () => {
    publishMany(2);
    const { certificates } = wire.sandbox.world;
    certificates.list(global)[0].keyAlgorithm = 'EC_prime256v1';
    certificates.list(global)[1].keyAlgorithm = 'RSA-4096';

    const inspections = await inspectAll();

    expect(inspections.map(one => hopOf(one, 'certificate')?.health)).toEqual([
      'ok',
      'ok',
    ]);
    expect(count('acm:DescribeCertificate')).toBe(0);
  });

  it('ask a certificate itself for names that the listing leaves out', async () => {
    const names = Array.from(
      { length: 120 },
      (_, index) => `n${index}.example`,
    );
    const { loadBalancer } = makeLoadBalancer(wire, 'entrance');
    publish(
      wire,
      'shop',
      { host: loadBalancer.dnsName },
      {
        certificateArn: makeCertificate(wire, 'first.example', global, {
          alternativeNames: [...names, 'shop.acme.example'],
        }),
      },
    );

    const [inspection] = await inspectAll();

    expect(inspection.findings.map(({ ruleId }) => ruleId)).not.toContain(
      'aws/certificate-mismatch',
    );
    expect(count('acm:DescribeCertificate')).toBe(1);
  });

  it('call nothing absent that was made after the listing', async () => {
    publishMany(1);
    const [first] = await survey();
    await inspect(first);
    const { world } = wire.sandbox;
    const late = makeLoadBalancer(wire, 'late');
    const { id: vpcOriginId } = world.vpcOrigins.create(PROVIDER.accountId, {
      config: {
        name: 'late',
        originArn: late.loadBalancer.id,
        protocolPolicy: 'https-only',
      },
      state: 'Deployed',
    });
    const { arn } = publish(wire, 'late', { vpcOriginId });

    const inspection = await inspect({ ...first, nativeId: arn });

    expect(
      inspection.hops.map(({ type, health }) => [type, health]),
    ).toMatchObject([
      ['dns-name', 'ok'],
      ['certificate', 'ok'],
      ['waf', 'ok'],
      ['cdn', 'ok'],
      ['vpc-origin', 'ok'],
      ['load-balancer', 'ok'],
      ['target-group', 'ok'],
    ]);
  });

  it('tell whoever looks again what is there now, and read what has not changed no more', async () => {
    publishMany(2);
    const [exposure, other] = await survey();
    await inspect(exposure);
    await inspect(other);
    const { webAcls } = wire.sandbox.world;
    const [acl] = webAcls.list(global, 'CLOUDFRONT');

    wire.calls.length = 0;
    const unchanged = await inspect(exposure);
    expect(count('wafv2:ListWebACLs')).toBe(1);
    expect(count('wafv2:GetWebACL')).toBe(0);
    expect(count('cloudfront:GetVpcOrigin')).toBe(0);
    webAcls.update(global, acl.id, { rules: [managedRule('count')] });
    const changed = await inspect(exposure);

    expect(unchanged.findings).toEqual([]);
    expect(changed.findings.map(({ ruleId }) => ruleId)).toEqual([
      'aws/firewall-only-counts',
    ]);
    expect(count('wafv2:GetWebACL')).toBe(1);
  });

  it('look at each alone where distributions cannot be listed', async () => {
    publishMany(2);
    const exposures = await survey();
    wire.sandbox.faults.inject({
      action: 'ListDistributions',
      effect: { type: 'error', code: 'ServiceUnavailable', status: 503 },
    });

    for (const exposure of exposures) {
      expect(hopOf(await inspect(exposure), 'cdn')?.health).toBe('ok');
    }
    expect(count('cloudfront:GetDistribution')).toBe(2);
  });

  it('see a state that the last survey saw, not an older one', async () => {
    publishMany(2);
    const [exposure, other] = await survey();
    const { distributions } = wire.sandbox.world;
    const [, changing] = distributions.list(PROVIDER.accountId);
    await inspect(exposure);
    changing.state = 'InProgress';

    await survey();
    const inspection = await inspect(other);

    expect(hopOf(inspection, 'cdn')?.health).toBe('degraded');
  });
});
