import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { holdTimeouts, passSeconds } from '../../__testUtils__/passTime';
import {
  ANALYTICS,
  PARTNER,
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';
import { inspectSurveyed, ruleIdsOf } from '../../__testUtils__/inspecting';

const NAME = 'shop.eu.acme.example';
const ZONE = 'acme.example';
const TARGET = 'one.example';
const NO_RECORD = `no record in zone ${ZONE}`;

/** A zone of an account, with records by name and type. */
interface ZoneSetup {
  zone?: string;
  accountId?: string;
  records: [name: string, type: string, value?: string][];
}

describe('what the name of an origin leads to', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 1 },
      kinds: { distributions: true },
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await wire.stop();
  });

  const distribute = (...hosts: string[]) =>
    wire.sandbox.world.distributions.create(PROVIDER.accountId, {
      config: {
        origins: hosts.map((domainName, index) => ({
          id: `origin-${index}`,
          domainName,
        })),
      },
      state: 'Deployed',
    });
  const makeZone = ({ zone = ZONE, accountId, records }: ZoneSetup) => {
    const { hostedZones } = wire.sandbox.world;
    const owner = accountId ?? PROVIDER.accountId;
    const { id } = hostedZones.createZone(owner, { name: zone });
    hostedZones.changeRecords(owner, id, {
      changes: records.map(([name, type, value = TARGET]) => ({
        action: 'CREATE' as const,
        record: { name, type, ttl: 60, values: [value] },
      })),
    });
    return hostedZones.getZone(owner, id);
  };
  const leadsTo = ({ facts }: SurveyedExposure) =>
    facts.find(({ label }) => label === 'Names lead to')?.value;
  const survey = async (provider = wire.provider) => {
    const { exposures, error } = await surveyScope(
      { provider },
      PROVIDER_GLOBAL_SCOPE,
    );
    expect(error).toBeUndefined();
    return exposures;
  };
  const count = (action: string) => wire.sandbox.requestLog.total({ action });

  it.each<{ what: string; zones: ZoneSetup[]; expected: string | undefined }>([
    {
      what: 'a record of its own',
      zones: [{ records: [[NAME, 'CNAME']] }],
      expected: TARGET,
    },
    {
      what: 'a wildcard two labels above',
      zones: [{ records: [['*.acme.example', 'CNAME']] }],
      expected: TARGET,
    },
    {
      what: 'a wildcard above a name that exists in between',
      zones: [
        {
          records: [
            ['*.acme.example', 'CNAME'],
            ['eu.acme.example', 'TXT', '"here"'],
          ],
        },
      ],
      expected: NO_RECORD,
    },
    {
      what: 'a wildcard above a name that only has others below it',
      zones: [
        {
          records: [
            ['*.acme.example', 'CNAME'],
            ['app.eu.acme.example', 'CNAME'],
          ],
        },
      ],
      expected: NO_RECORD,
    },
    {
      what: 'records of other types alone, below a wildcard',
      zones: [
        {
          records: [
            ['*.eu.acme.example', 'CNAME'],
            [NAME, 'TXT', '"here"'],
          ],
        },
      ],
      expected: NO_RECORD,
    },
    {
      what: 'a part that is delegated to nobody of ours',
      zones: [
        {
          records: [
            ['eu.acme.example', 'NS', 'ns.elsewhere.example'],
            ['*.acme.example', 'CNAME'],
          ],
        },
      ],
      expected: undefined,
    },
    {
      what: 'a nearer zone in another account',
      zones: [
        { records: [['eu.acme.example', 'NS', 'ns.elsewhere.example']] },
        {
          zone: 'eu.acme.example',
          accountId: ANALYTICS.accountId,
          records: [[NAME, 'CNAME', 'two.example']],
        },
      ],
      expected: 'two.example',
    },
    {
      what: 'a nearer zone without it in another account',
      zones: [
        { records: [[NAME, 'CNAME']] },
        {
          zone: 'eu.acme.example',
          accountId: ANALYTICS.accountId,
          records: [],
        },
      ],
      expected: 'no record in zone eu.acme.example',
    },
    {
      what: 'two zones of the same domain without it',
      zones: [{ records: [] }, { accountId: ANALYTICS.accountId, records: [] }],
      expected: undefined,
    },
    {
      what: 'two zones of the same domain, one with it',
      zones: [
        { records: [] },
        { accountId: ANALYTICS.accountId, records: [[NAME, 'CNAME']] },
      ],
      expected: TARGET,
    },
    {
      what: 'two zones of the same domain that disagree',
      zones: [
        { records: [[NAME, 'CNAME']] },
        { records: [[NAME, 'CNAME', 'two.example']] },
      ],
      expected: undefined,
    },
    {
      what: 'a zone that is not ours',
      zones: [{ accountId: PARTNER.accountId, records: [] }],
      expected: undefined,
    },
  ])('is read of $what', async ({ zones, expected }) => {
    zones.forEach(makeZone);
    distribute(NAME);

    const [exposure] = await survey();
    const inspections = [
      await inspectSurveyed(wire, exposure, { scopeId: PROVIDER_GLOBAL_SCOPE }),
      // Nothing that a survey has read.
      await inspectSurveyed({ provider: wire.startReplica() }, exposure, {
        scopeId: PROVIDER_GLOBAL_SCOPE,
      }),
    ];

    expect(leadsTo(exposure)).toBe(expected && `${NAME} → ${expected}`);
    const isMissing = expected?.startsWith('no record') ?? false;
    expect(
      inspections.map(one =>
        ruleIdsOf(one).includes('aws/origin-without-record'),
      ),
    ).toEqual([isMissing, isMissing]);
    for (const { hops } of inspections) {
      const facts = hops.find(({ title }) => title === NAME)?.facts ?? [];
      const target = facts.find(({ label }) => label === 'Leads to')?.value;
      expect(target).toBe(isMissing ? undefined : expected);
    }
  });

  it('is read label by label in a zone of many pages too', async () => {
    const zone = makeZone({
      records: [
        ['*.acme.example', 'CNAME'],
        ['app.us.acme.example', 'CNAME'],
      ],
    });
    fill(zone, 900);
    distribute(NAME);
    distribute('shop.us.acme.example');

    const exposures = await survey();

    expect(exposures.map(leadsTo)).toEqual([
      `${NAME} → ${TARGET}`,
      `shop.us.acme.example → ${NO_RECORD}`,
    ]);
  });

  it('is not what it was before, once another account has listed the zone without it', async () => {
    const zone = makeZone({
      accountId: ANALYTICS.accountId,
      records: [[NAME, 'CNAME']],
    });
    distribute(NAME);
    holdTimeouts();
    const before = await survey();
    zone.records.delete(
      [...zone.records].find(([, { name }]) => name === NAME)?.[0] ?? '',
    );
    passSeconds(31);
    wire.sandbox.world.distributions.create(ANALYTICS.accountId, {
      config: { origins: [{ id: 'o', domainName: 'other.acme.example' }] },
      state: 'Deployed',
    });
    await surveyScope(wire, `aws/${ANALYTICS.accountId}/global`);
    const listed = count('ListResourceRecordSets');
    const after = await survey();

    expect(before.map(leadsTo)).toEqual([`${NAME} → ${TARGET}`]);
    expect(after.map(leadsTo)).toEqual([`${NAME} → ${NO_RECORD}`]);
    expect(count('ListResourceRecordSets')).toBe(listed);
  });

  it('stays as it was while the account of a delegated part cannot be read', async () => {
    makeZone({ records: [['eu.acme.example', 'NS', 'ns.elsewhere.example']] });
    makeZone({
      zone: 'eu.acme.example',
      accountId: ANALYTICS.accountId,
      records: [[NAME, 'CNAME']],
    });
    distribute(NAME);
    holdTimeouts();
    const before = await survey();
    wire.sandbox.faults.inject({
      action: 'ListHostedZones',
      accountId: ANALYTICS.accountId,
      effect: { type: 'error', code: 'AccessDenied', status: 403 },
    });
    passSeconds(301);
    const [after] = await survey();
    const inspection = await inspectSurveyed(wire, after, {
      scopeId: PROVIDER_GLOBAL_SCOPE,
    });

    expect(before.map(leadsTo)).toEqual([`${NAME} → ${TARGET}`]);
    expect(after).toEqual(before[0]);
    expect(inspection.hops.find(({ title }) => title === NAME)).toMatchObject({
      health: 'unknown',
      reason: expect.stringContaining('route53:ListHostedZones'),
    });
  });

  it('is asked nobody where AWS itself gave the name', async () => {
    distribute(
      'a1b2c3.execute-api.eu-west-1.amazonaws.com',
      'abc.lambda-url.eu-west-1.on.aws',
      'd111111abcdef8.cloudfront.net',
    );

    const [exposure] = await survey();
    await inspectSurveyed(wire, exposure, { scopeId: PROVIDER_GLOBAL_SCOPE });

    expect(count('ListHostedZones')).toBe(0);
  });

  it('is asked nobody of another partition', async () => {
    await wire.stop();
    const account = ({ accountId }: typeof PROVIDER, region: string) => ({
      accountId,
      regions: [region],
      loadBalancers: false,
    });
    wire = await startWire({
      aws: {
        accounts: [
          account(PROVIDER, 'eu-west-1'),
          account(ANALYTICS, 'cn-north-1'),
        ],
      },
    });
    distribute(NAME);

    expect(await survey()).toHaveLength(1);
    expect(count('ListHostedZones')).toBe(1);
  });

  it('is told in time, whatever account does not answer, and that one is left alone for a while', async () => {
    makeZone({ records: [[NAME, 'CNAME']] });
    distribute(NAME, 'partner.example');
    const { faults } = wire.sandbox;
    const { id } = faults.inject({
      action: 'ListHostedZones',
      accountId: ANALYTICS.accountId,
      effect: { type: 'timeout' },
    });
    holdTimeouts();
    const surveyed = survey();
    const met = () => faults.list().find(one => one.id === id)?.met;
    const zonesAskedOf = ({ accountId }: typeof PROVIDER) =>
      wire.calls.filter(
        ({ operation, scopeId }) =>
          operation === 'route53:ListHostedZones' &&
          scopeId === `aws/${accountId}/global`,
      );
    while (met() !== 1 || zonesAskedOf(PROVIDER).length === 0) {
      await new Promise(setImmediate);
    }
    // What has been answered is passed on.
    await new Promise(setImmediate);
    // Less than a call is waited for.
    passSeconds(9);
    const [first] = await surveyed;
    const [second] = await survey();

    expect(leadsTo(first)).toBe(`${NAME} → ${TARGET}`);
    expect(leadsTo(second)).toBe(`${NAME} → ${TARGET}`);
    expect(met()).toBe(1);
    passSeconds(31);
    faults.clear();
    await survey();
    expect(zonesAskedOf(ANALYTICS)).toHaveLength(2);
  });

  it.each([
    ['large.example', 'small.example'],
    ['small.example', 'large.example'],
  ])('is read in the small zones first: %s, %s', async (...domains) => {
    for (const zone of domains) {
      const made = makeZone({ zone, records: [[`o.${zone}`, 'CNAME']] });
      fill(made, zone === 'large.example' ? 39 * 300 - 10 : 400);
    }
    distribute(...domains.map(domain => `o.${domain}`));

    const [exposure] = await survey();

    expect(leadsTo(exposure)).toBe(`o.small.example → ${TARGET}`);
  });
});

/** Puts other records in a zone. */
function fill(
  zone: { name: string; records: Map<string, unknown> },
  number: number,
): void {
  for (let index = 0; index < number; index += 1) {
    const name = `other-${index}.${zone.name}`;
    const record = { name, type: 'CNAME', ttl: 60, values: ['x.example'] };
    zone.records.set(`${name} CNAME`, record);
  }
}
