import type { Inspection } from '@postern/backstage-plugin-private-exposure-node';
import { cloudFrontPrefixListId, type LoadBalancer } from 'sandbox';
import {
  inspectFirst,
  inspectSurveyed,
  ruleIdsOf,
} from '../../__testUtils__/inspecting';
import {
  makeLoadBalancer,
  type MakeLoadBalancerOptions,
  pointName,
  publish,
} from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PARTNER,
  PROVIDER,
  PROVIDER_GLOBAL_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const HOST = 'entrance.acme.example';
/** All accounts that can be looked into. */
const visible = {
  accounts: [PROVIDER, ANALYTICS].map(({ accountId }) => ({
    accountId,
    name: accountId,
    regions: ['eu-west-1'],
    loadBalancers: false,
    distributions: accountId === PROVIDER.accountId,
  })),
};
const service = (stack: string) => ({
  'elbv2.k8s.aws/cluster': 'platform-eu',
  'service.k8s.aws/stack': stack,
});

describe('inspect the origins of a distribution', () => {
  let wire: Wire;

  const start = async (aws: Record<string, unknown> = visible) => {
    wire = await startWire({ aws, kinds: { distributions: true } });
  };
  afterEach(() => wire.stop());

  const exposure = async () => {
    const { exposures, error } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);
    expect(error).toBeUndefined();
    return exposures[0];
  };
  const inspect = () => inspectFirst(wire, PROVIDER_GLOBAL_SCOPE);
  const backendOf = ({ hops }: Inspection) =>
    hops.find(({ type }) => type === 'load-balancer');
  const make = (name: string, options: MakeLoadBalancerOptions = {}) =>
    makeLoadBalancer(wire, name, {
      scheme: 'internet-facing',
      inbound: [],
      ...options,
    }).loadBalancer;
  const remove = ({ accountId, region, id }: LoadBalancer) =>
    wire.sandbox.world.loadBalancing.deleteLoadBalancer(
      { accountId, region },
      id,
      { force: true },
    );
  /** A distribution in front of a name that leads to a load balancer of a Service. */
  const publishService = (options: MakeLoadBalancerOptions = {}) => {
    const loadBalancer = make('k8s-edge-public-aaaaaaaaaa', {
      type: 'network',
      tags: service('edge/public'),
      ...options,
    });
    pointName(wire, HOST, loadBalancer.dnsName);
    publish(wire, 'shop', { host: HOST });
    return loadBalancer;
  };

  it('names the load balancer of a Service that was made again, with another uid and name', async () => {
    await start();
    const old = publishService();
    const before = await inspect();
    remove(old);
    const other = make('k8s-edge-public-cccccccccc', {
      tags: service('edge/public-api'),
    });
    const successor = make('k8s-edge-public-bbbbbbbbbb', {
      type: 'network',
      tags: service('edge/public'),
      targetGroupName: 'again',
    });

    const after = await inspect();

    expect([before.health, ruleIdsOf(before)]).toEqual(['ok', []]);
    expect(after.health).toBe('failing');
    expect(ruleIdsOf(after)).toEqual(['aws/origin-gone']);
    expect(after.findings[0].message).toContain(old.dnsName);
    expect(after.findings[0].remedy).toContain(
      `Kubernetes Service edge/public has ${successor.dnsName}`,
    );
    expect(JSON.stringify(after.findings)).not.toContain(other.id);
    expect(backendOf(after)?.health).toBe('failing');
  });

  it('finds what took its place in another account', async () => {
    await start();
    remove(publishService());
    const { dnsName } = make('k8s-edge-public-bbbbbbbbbb', {
      scope: ANALYTICS,
      type: 'network',
      tags: service('edge/public'),
    });

    const { findings: found } = await inspect();

    expect(found[0].remedy).toContain(dnsName);
  });

  it.each([
    ['a network load balancer', { type: 'network' as const }],
    ['an application load balancer', { type: 'application' as const }],
    ['an internal one', { scheme: 'internal' as const }],
  ])(
    'does not know whether %s is gone or elsewhere, with none in its place',
    async (_, options) => {
      await start();
      remove(publishService(options));

      const inspection = await inspect();

      expect(ruleIdsOf(inspection)).toEqual(['aws/origin-not-found']);
      expect(inspection).toMatchObject({
        health: 'unknown',
        healthReason: expect.stringContaining('its account is not configured'),
      });
    },
  );

  it('misses a Classic one which the origin names itself', async () => {
    await start();
    const { classicLoadBalancers, network } = wire.sandbox.world;
    const { id } = network.ensureDefaultVpc(PROVIDER);
    const { dnsName } = classicLoadBalancers.create(PROVIDER, {
      name: 'a0123456789abcdef0123456789abcde',
      subnetIds: [network.subnetsOfVpc(PROVIDER, id)[0].id],
      listeners: [
        {
          protocol: 'TCP',
          port: 443,
          instanceProtocol: 'TCP',
          instancePort: 30443,
        },
      ],
    });
    publish(wire, 'shop', { host: dnsName });
    const before = await inspect();
    classicLoadBalancers.remove(PROVIDER, 'a0123456789abcdef0123456789abcde');

    const after = await inspect();

    expect(ruleIdsOf(before)).not.toContain('aws/origin-not-found');
    expect(ruleIdsOf(after)).toEqual(['aws/origin-not-found']);
  });

  it('calls none gone that is in an account which is not configured', async () => {
    await start();
    const elsewhere = make('central', { scope: PARTNER });
    publish(wire, 'shop', { host: elsewhere.dnsName });

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-not-found']);
    expect(backendOf(inspection)?.health).toBe('unknown');
  });

  it('says of none that it is gone while an account cannot be read', async () => {
    // With the account whose role nobody may assume.
    await start({});
    remove(publishService());

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual(['aws/permission-missing']);
    expect(inspection.health).toBe('unknown');
  });

  it('says of none that it is gone in a region that is looked into nowhere', async () => {
    await start();
    publish(wire, 'shop', { host: 'web-1.us-west-2.elb.amazonaws.com' });

    const inspection = await inspect();

    expect(ruleIdsOf(inspection)).toEqual([]);
    expect(backendOf(inspection)).toMatchObject({
      health: 'unknown',
      reason: expect.stringContaining('us-west-2'),
    });
  });

  it('calls none gone that was made after the listing', async () => {
    await start();
    publishService();
    await inspect();
    // Long enough for a record to be pointed at it, too short for a listing to be forgotten.
    const { now } = performance;
    const clock = jest
      .spyOn(performance, 'now')
      .mockImplementation(() => now.call(performance) + 6_000);
    const late = make('late');
    pointName(wire, 'origin.acme.example', late.dnsName);
    const { arn } = publish(wire, 'late', { host: 'origin.acme.example' });

    const inspection = await inspectSurveyed(
      wire,
      { ...(await exposure()), nativeId: arn },
      { scopeId: PROVIDER_GLOBAL_SCOPE },
    );
    clock.mockRestore();

    expect(backendOf(inspection)?.nativeId).toBe(late.id);
  });

  it('notices a name that nobody has written a record for', async () => {
    await start();
    publishService();
    publish(wire, 'app', { host: 'lb.acme.example' });
    const { exposures } = await surveyScope(wire, PROVIDER_GLOBAL_SCOPE);

    const inspection = await inspectSurveyed(wire, exposures[1], {
      scopeId: PROVIDER_GLOBAL_SCOPE,
    });

    expect(ruleIdsOf(inspection)).toEqual(['aws/origin-without-record']);
    expect(inspection.health).toBe('failing');
    expect(inspection.findings[0].message).toContain("'acme.example'");
    expect(inspection.findings[0].remedy).toContain('annotation');
  });

  it.each([
    ['notices', {}, ['aws/origin-open-to-distributions']],
    ['leaves alone, with a header of its own,', { 'X-Verify': 'hush' }, []],
  ])(
    '%s an origin that any distribution may come to',
    async (_, customHeaders, expected) => {
      await start();
      publishService({
        inbound: [{ prefixListId: cloudFrontPrefixListId('eu-west-1') }],
      });
      const { distributions } = wire.sandbox.world;
      const [{ config }] = distributions.list(PROVIDER.accountId);
      config.origins[0].customHeaders = { ...customHeaders };

      const inspection = await inspect();

      expect(ruleIdsOf(inspection)).toEqual(expected);
      expect(inspection.health).toBe('ok');
      expect(JSON.stringify(inspection)).not.toMatch(/hush|X-Verify/);
    },
  );
});
