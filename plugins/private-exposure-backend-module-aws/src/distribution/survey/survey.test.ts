import { makeLoadBalancer, publish } from '../../__testUtils__/publish';
import {
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const { signal } = new AbortController();

describe('survey of distributions', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 2 },
      kinds: { distributions: true },
    });
  });
  afterEach(() => wire.stop());

  const publishShop = () =>
    publish(
      wire,
      'shop',
      { host: makeLoadBalancer(wire, 'entrance').loadBalancer.dnsName },
      { tags: { 'aws:cloudformation:stack-name': 'shop' } },
    );

  it('lists them with what AWS says about them', async () => {
    const distribution = publishShop();

    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    expect(error).toBeUndefined();
    expect(exposures).toEqual([
      {
        nativeId: distribution.arn,
        kind: 'aws-cloudfront',
        name: 'shop.acme.example',
        nativeState: 'Deployed',
        lifecycle: 'live',
        address: distribution.domainName,
        evidence: { tags: distribution.tags, kubernetesServices: [] },
        provenance: { managedBy: 'CloudFormation stack shop' },
        facts: expect.arrayContaining([
          { label: 'Other names', value: 'shop.acme.example', copyable: true },
          { label: 'Enabled', value: 'yes' },
          { label: 'Web ACL', value: distribution.config.webAclId },
          { label: 'Certificate state', value: 'ISSUED' },
          {
            label: 'Names lead to',
            value: `shop.acme.example → ${distribution.domainName}`,
          },
        ]),
        version: expect.any(String),
      },
    ]);
  });

  it('costs one call where there are none', async () => {
    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    expect({ exposures, error }).toEqual({ exposures: [], error: undefined });
    expect(wire.calls.map(({ operation }) => operation)).toEqual([
      'cloudfront:ListDistributions',
    ]);
  });

  it('reads page after page, and is not complete when one fails', async () => {
    for (let index = 0; index < 130; index += 1) {
      wire.sandbox.world.distributions.create(PROVIDER.accountId, {
        config: { origins: [{ id: 'origin', domainName: 'origin.example' }] },
        state: 'Deployed',
      });
    }
    const whole = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    wire.sandbox.faults.inject({
      action: 'ListDistributions',
      effect: { type: 'failed-page', page: 2, code: 'ServiceUnavailable' },
    });
    const broken = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    expect(whole.exposures).toHaveLength(130);
    expect(whole.error).toBeUndefined();
    expect(broken.exposures).toHaveLength(100);
    expect(broken.error).toBeDefined();
  });

  it('repeats what was throttled, and counts the throttles', async () => {
    publishShop();
    wire.sandbox.faults.inject({
      action: 'ListDistributions',
      effect: { type: 'error', code: 'Throttling', status: 400 },
      times: 1,
    });

    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(1);
    const attempts = wire.calls.filter(
      ({ operation }) => operation === 'cloudfront:ListDistributions',
    );
    expect(attempts.map(({ throttled }) => throttled)).toEqual([true, false]);
    expect(wire.calls.filter(({ throttled }) => throttled)).toHaveLength(1);
  });

  it('names the action that is missing, and leaves the regions alone', async () => {
    publishShop();
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions: ['cloudfront:ListDistributions'],
    });

    const denied = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    const region = await surveyScope(wire, PROVIDER_SCOPE);

    expect(denied.error?.message).toContain("'cloudfront:ListDistributions'");
    expect(region.error).toBeUndefined();
  });

  it('takes no connections, and says where a distribution is in the console', async () => {
    const { arn, id, domainName } = publishShop();
    const { exposures } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    const ref = {
      scopeId: PROVIDER_GLOBAL_SCOPE,
      exposureNativeId: arn,
      nativeId: 'vpce-1',
    };

    expect(await wire.provider.readConnection(ref, { signal })).toBeUndefined();
    await expect(
      wire.provider.decide(ref, 'approve', '', { signal }),
    ).rejects.toThrow(`Nobody connects to '${arn}'`);
    expect(
      wire.provider.consoleUrl({
        scopeId: PROVIDER_GLOBAL_SCOPE,
        nativeId: arn,
      }),
    ).toBe(
      `https://us-east-1.console.aws.amazon.com/cloudfront/v4/home?region=us-east-1#/distributions/${id}`,
    );
    expect(
      wire.provider.describeConnecting({
        scopeId: PROVIDER_GLOBAL_SCOPE,
        exposure: exposures[0],
      }),
    ).toEqual({
      address: domainName,
      addressLabel: 'Domain name',
      snippets: [],
    });
  });
});
