import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { LISTING_KEPT_MS } from '../../clients/ScopeMemory';
import {
  makeCertificate,
  makeLoadBalancer,
  managedRule,
  pointName,
} from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const { accountId } = PROVIDER;
const global = { accountId, region: 'us-east-1' };
const NAME = 'shop.acme.example';
const ORIGIN_NAME = 'entrance.acme.example';

/** Every listing of what is around a distribution, and the facts that come of it; WAF's is shown by none. */
const listings = [
  { action: 'cloudfront:ListVpcOrigins', facts: [] },
  { action: 'wafv2:ListWebACLs', facts: [] },
  {
    action: 'acm:ListCertificates',
    facts: ['Certificate state', 'Certificate good until'],
  },
  { action: 'route53:ListHostedZones', facts: ['Names lead to'] },
  { action: 'route53:ListResourceRecordSets', facts: ['Names lead to'] },
];

describe('what is around a distribution', () => {
  let wire: Wire;
  let webAclArn: string;
  let certificateArn: string;
  let vpcOriginId: string;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 1 },
      kinds: { distributions: true },
    });
    const { world } = wire.sandbox;
    certificateArn = makeCertificate(wire, NAME, global);
    webAclArn = world.webAcls.create(global, {
      name: 'shop',
      wafScope: 'CLOUDFRONT',
      rules: [managedRule('none')],
    }).id;
    const inside = makeLoadBalancer(wire, 'inside').loadBalancer;
    vpcOriginId = world.vpcOrigins.create(accountId, {
      config: { name: 'inside', originArn: inside.id },
      state: 'Deployed',
    }).id;
    const { domainName } = world.distributions.create(accountId, {
      config: {
        aliases: [NAME],
        webAclId: webAclArn,
        viewerCertificate: {
          certificateArn,
          minimumProtocolVersion: 'TLSv1.2_2021',
          sslSupportMethod: 'sni-only',
        },
        origins: [
          {
            id: 'inside',
            domainName: 'inside.internal',
            target: {
              type: 'vpc',
              vpcOriginId,
              readTimeoutSeconds: 30,
              keepaliveTimeoutSeconds: 5,
            },
          },
          { id: 'entrance', domainName: ORIGIN_NAME },
        ],
      },
      state: 'Deployed',
    });
    pointName(wire, NAME, domainName);
    pointName(wire, ORIGIN_NAME, 'one.example');
  });
  afterEach(() => wire.stop());

  const survey = async (
    provider = wire.provider,
  ): Promise<SurveyedExposure> => {
    const { exposures, error } = await surveyScope(
      { provider },
      PROVIDER_GLOBAL_SCOPE,
    );
    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(1);
    return exposures[0];
  };
  const factsOf = ({ facts }: SurveyedExposure) =>
    Object.fromEntries(facts.map(({ label, value }) => [label, value]));
  const deny = (...deniedActions: string[]) =>
    wire.sandbox.world.accounts.addRole(accountId, {
      name: 'Postern',
      deniedActions,
    });

  it('is told in facts, one call for each listing', async () => {
    const exposure = await survey();

    const { notAfter = 0 } = wire.sandbox.world.certificates.get(
      global,
      certificateArn,
    );
    const [{ domainName }] = wire.sandbox.world.distributions.list(accountId);
    expect(factsOf(exposure)).toMatchObject({
      'Private origins': `${vpcOriginId} (Deployed)`,
      'Web ACL': webAclArn,
      Certificate: certificateArn,
      'Certificate state': 'ISSUED',
      'Certificate good until': new Date(notAfter).toISOString(),
      'Names lead to': `${NAME} → ${domainName}, ${ORIGIN_NAME} → one.example`,
    });
    expect(wire.calls.map(({ operation }) => operation).sort()).toEqual([
      'acm:ListCertificates',
      'cloudfront:ListDistributions',
      'cloudfront:ListVpcOrigins',
      // The nearest zone may be in another account.
      'route53:ListHostedZones',
      'route53:ListHostedZones',
      'route53:ListResourceRecordSets',
      'tag:GetResources',
      'wafv2:ListWebACLs',
    ]);
  });

  it('says the same twice, and shows nobody the token of the web ACL', async () => {
    const { webAcls } = wire.sandbox.world;
    const first = await survey();
    const second = await survey();

    expect(second).toEqual(first);
    const { lockToken } = webAcls.get(global, webAclArn);
    const { version, ...shown } = first;
    expect(version).toContain(lockToken);
    expect(JSON.stringify(shown)).not.toContain(lockToken);
  });

  it.each<{
    what: string;
    change: () => void;
    facts: Record<string, unknown>;
  }>([
    {
      what: 'a rule of the web ACL',
      change: () =>
        wire.sandbox.world.webAcls.update(global, webAclArn, {
          rules: [managedRule('count')],
        }),
      facts: {},
    },
    {
      what: 'a web ACL that is removed',
      change: () => wire.sandbox.world.webAcls.webAcls.remove(webAclArn),
      facts: {},
    },
    {
      what: 'the state of the VPC origin',
      change: () => {
        const { vpcOrigins } = wire.sandbox.world;
        vpcOrigins.get(accountId, vpcOriginId).state = 'Failed';
      },
      facts: { 'Private origins': expect.stringContaining('(Failed)') },
    },
    {
      what: 'a certificate that is imported anew',
      change: () =>
        wire.sandbox.world.certificates.update(global, certificateArn, {
          notAfter: Date.parse('2031-01-01T00:00:00Z'),
        }),
      facts: { 'Certificate good until': '2031-01-01T00:00:00.000Z' },
    },
    {
      what: 'a certificate that has expired',
      change: () =>
        wire.sandbox.world.certificates.update(global, certificateArn, {
          state: 'EXPIRED',
        }),
      facts: { 'Certificate state': 'EXPIRED' },
    },
    {
      what: 'a certificate that is removed',
      change: () =>
        wire.sandbox.world.certificates.certificates.remove(certificateArn),
      facts: {
        'Certificate state': undefined,
        'Certificate good until': undefined,
      },
    },
  ])('changes the exposure in the next survey: $what', async row => {
    const before = await survey();
    row.change();
    const after = await survey();

    expect(after.version).not.toBe(before.version);
    const [old, current] = [factsOf(before), factsOf(after)];
    const labels = Object.keys({ ...old, ...current });
    const changed = labels.filter(label => old[label] !== current[label]);
    expect(
      Object.fromEntries(changed.map(label => [label, current[label]])),
    ).toEqual(row.facts);
    expect(changed).toHaveLength(Object.keys(row.facts).length);
  });

  it.each([
    { name: NAME, what: 'a name that viewers call' },
    { name: ORIGIN_NAME, what: 'a name that it fetches from' },
  ])('changes the exposure when $what is repointed', async ({ name }) => {
    const before = await survey();
    pointName(wire, name, 'elsewhere.example');
    // Records are believed for half a minute; another replica has read none.
    const after = await survey(wire.startReplica());

    expect(after.version).not.toBe(before.version);
    expect(factsOf(after)['Names lead to']).toContain(
      `${name} → elsewhere.example`,
    );
  });

  it('knows a name without a record from one in nobody’s zone', async () => {
    const { hostedZones } = wire.sandbox.world;
    const { id } = hostedZones.findZone(accountId, 'acme.example') ?? {
      id: '',
    };
    const [, record] =
      [...hostedZones.getZone(accountId, id).records].find(
        ([, { name }]) => name === NAME,
      ) ?? [];
    if (!record) throw new Error(`No record of ${NAME}`);
    hostedZones.changeRecords(accountId, id, {
      changes: [{ action: 'DELETE', record }],
    });
    const withoutRecord = await survey();
    hostedZones.zones.remove(id);
    const withoutZone = await survey(wire.startReplica());

    expect(factsOf(withoutRecord)['Names lead to']).toContain(
      `${NAME} → no record in zone acme.example`,
    );
    expect(factsOf(withoutZone)).not.toHaveProperty(['Names lead to']);
    expect(withoutRecord.version).toMatch(new RegExp(`^${NAME}$`, 'm'));
    expect(withoutZone.version).not.toMatch(new RegExp(`^${NAME}`, 'm'));
  });

  it('finds names in the zone of another account of ours', async () => {
    const { hostedZones, distributions } = wire.sandbox.world;
    const { id } = hostedZones.findZone(accountId, 'acme.example') ?? {
      id: '',
    };
    hostedZones.zones.remove(id);
    const [{ domainName }] = distributions.list(accountId);
    pointName(wire, NAME, domainName, ANALYTICS.accountId);

    expect(factsOf(await survey())['Names lead to']).toContain(
      `${NAME} → ${domainName}`,
    );
  });

  it.each([
    'cloudfront:ListVpcOrigins',
    'wafv2:ListWebACLs',
    'acm:ListCertificates',
  ])('stays as it was while %s is refused or fails', async action => {
    const before = await survey();
    deny(action);
    const refused = await survey();
    deny();
    wire.sandbox.faults.inject({
      action: action.split(':')[1],
      effect: { type: 'error', code: 'ServiceUnavailable', status: 503 },
    });
    const failed = await survey();

    expect(refused).toEqual(before);
    expect(failed).toEqual(before);
    const asked = wire.calls.filter(({ operation }) => operation === action);
    expect(asked).toHaveLength(3);
  });

  it.each(listings)(
    'is not guessed where $action may not be called, and hides no distribution',
    async ({ action, facts }) => {
      const known = await survey();
      deny(action);

      const exposure = await survey(wire.startReplica());

      const expected = factsOf(known);
      for (const fact of facts) {
        expect(expected).toHaveProperty([fact]);
        delete expected[fact];
      }
      if (action === 'cloudfront:ListVpcOrigins') {
        // Which it is, the distribution tells.
        expected['Private origins'] = vpcOriginId;
      }
      expect(factsOf(exposure)).toEqual(expected);
      expect(exposure.version).not.toBe(known.version);
    },
  );

  it('asks a listing that fails once, whatever it is needed for', async () => {
    wire.sandbox.faults.inject({
      action: 'ListResourceRecordSets',
      effect: { type: 'error', code: 'ServiceUnavailable', status: 503 },
    });
    for (let index = 0; index < 20; index += 1) {
      wire.sandbox.world.distributions.create(accountId, {
        config: {
          origins: [{ id: 'o', domainName: `o-${index}.acme.example` }],
        },
        state: 'Deployed',
      });
    }

    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(21);
    const { requestLog } = wire.sandbox;
    // As many as were on their way when the first failed.
    expect(
      requestLog.total({ action: 'ListResourceRecordSets' }),
    ).toBeLessThanOrEqual(8);
  });

  it('asks for no name by itself that is not among the records of its zone', async () => {
    const { distributions } = wire.sandbox.world;
    for (let index = 0; index < 20; index += 1) {
      distributions.create(accountId, {
        config: {
          origins: [{ id: 'o', domainName: `o-${index}.acme.example` }],
        },
        state: 'Deployed',
      });
    }

    const began = performance.now();
    const first = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    const late = distributions.create(accountId, {
      config: { origins: [{ id: 'o', domainName: 'late.acme.example' }] },
      state: 'Deployed',
    });
    const second = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    // None, unless the machine is so busy that the listing grows too old meanwhile.
    const again = Math.floor((performance.now() - began) / LISTING_KEPT_MS);

    const withoutRecord = first.exposures.filter(one =>
      factsOf(one)['Names lead to']?.endsWith(
        ' → no record in zone acme.example',
      ),
    );
    expect(withoutRecord).toHaveLength(20);
    const found = second.exposures.find(one => one.nativeId === late.arn);
    expect(found && factsOf(found)['Names lead to']).toBe(
      'late.acme.example → no record in zone acme.example',
    );
    expect(found).toBeDefined();
    const { requestLog } = wire.sandbox;
    expect(
      requestLog.total({ action: 'ListResourceRecordSets' }),
    ).toBeLessThanOrEqual(1 + again);
  });

  it('leaves to inspections what would take a survey too many calls', async () => {
    const { hostedZones } = wire.sandbox.world;
    const zone = hostedZones.findZone(accountId, 'acme.example');
    if (!zone) throw new Error('No hosted zone');
    for (let index = 0; index < 40 * 300; index += 1) {
      const name = `other-${index}.acme.example`;
      const record = { name, type: 'CNAME', ttl: 60, values: ['x.example'] };
      zone.records.set(`${name} CNAME`, record);
    }

    const exposure = await survey();

    expect(factsOf(exposure)).not.toHaveProperty(['Names lead to']);
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ action: 'ListResourceRecordSets' })).toBe(0);
  });
});
