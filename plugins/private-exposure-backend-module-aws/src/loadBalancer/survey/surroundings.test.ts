import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import { inspectSurveyed } from '../../__testUtils__/inspecting';
import { holdTimeouts, passSeconds } from '../../__testUtils__/passTime';
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
import { awsApis } from '../../clients/callRates';

const OF_CONTROLLER = { 'elbv2.k8s.aws/cluster': 'platform-eu' };

describe('what is around a load balancer', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({
      aws: { maxAttempts: 1 },
      kinds: { loadBalancers: true },
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await wire.stop();
  });

  const survey = async (
    provider = wire.provider,
  ): Promise<SurveyedExposure> => {
    const { exposures, error } = await surveyScope({ provider });
    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(1);
    return exposures[0];
  };
  const factsOf = ({ facts }: SurveyedExposure) =>
    Object.fromEntries(facts.map(({ label, value }) => [label, value]));
  const makeWebAcl = (name: string) =>
    wire.sandbox.world.webAcls.create(PROVIDER, {
      name,
      wafScope: 'REGIONAL',
      rules: [managedRule('none')],
    });
  const asked = (action: string) =>
    wire.calls.filter(({ operation }) => operation === action).length;
  const deny = (...deniedActions: string[]) =>
    wire.sandbox.world.accounts.addRole(PROVIDER.accountId, {
      name: 'Postern',
      deniedActions,
    });
  const shareNetwork = (from: typeof PROVIDER, to: typeof PROVIDER) => {
    const { world } = wire.sandbox;
    const { id } = world.network.ensureDefaultVpc(from);
    const subnetIds = world.network
      .subnetsOfVpc(from, id)
      .map(subnet => subnet.id);
    const share = world.shares.create(from, {
      name: 'entrance',
      resourceArns: subnetIds.map(
        subnetId =>
          `arn:aws:ec2:${from.region}:${from.accountId}:subnet/${subnetId}`,
      ),
      principals: [to.accountId],
    });
    return { share, subnetIds };
  };

  it('is its web ACL, whose rules change it', async () => {
    const { webAcls } = wire.sandbox.world;
    const acl = makeWebAcl('web');
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
    const before = await survey();
    webAcls.update(PROVIDER, acl.id, { rules: [managedRule('count')] });
    const after = await survey();

    expect(factsOf(before)['Web ACL']).toBe(acl.id);
    expect(after.version).not.toBe(before.version);
    expect({ ...after, version: undefined }).toEqual({
      ...before,
      version: undefined,
    });
    expect(JSON.stringify(after.facts)).not.toContain(acl.lockToken);
  });

  it('is another web ACL, or none, after it was associated anew', async () => {
    const { webAcls } = wire.sandbox.world;
    const [first, second] = ['first', 'second'].map(makeWebAcl);
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    webAcls.associate(PROVIDER, first.id, loadBalancer.id);
    const known = [await survey()];
    webAcls.associate(PROVIDER, second.id, loadBalancer.id);
    // What stands behind which is believed for minutes; another replica has asked nobody.
    known.push(await survey(wire.startReplica()));
    webAcls.disassociate(loadBalancer.id);
    known.push(await survey(wire.startReplica()));
    webAcls.remove(PROVIDER, first.id);
    webAcls.remove(PROVIDER, second.id);
    known.push(await survey(wire.startReplica()));

    expect(known.map(one => factsOf(one)['Web ACL'])).toEqual([
      first.id,
      second.id,
      'none',
      'none',
    ]);
  });

  it('is asked of one web ACL after the other, and no more often than WAF allows', async () => {
    await wire.stop();
    const lifted = { perSecond: 10_000, burst: 10_000 };
    const callBudget = {
      ...Object.fromEntries(awsApis.map(api => [api, lifted])),
      wafv2Associations: { perSecond: 10, burst: 1 },
    };
    wire = await startWire({
      aws: { callBudget },
      kinds: { loadBalancers: true },
    });
    Array.from({ length: 4 }, (_, index) => makeWebAcl(`acl-${index}`));
    makeLoadBalancer(wire, 'web');

    const began = performance.now();
    await survey();
    const took = performance.now() - began;

    expect(asked('wafv2:ListResourcesForWebACL')).toBe(4);
    // Three times a tenth of a second; a timer may go off a little early.
    expect(took).toBeGreaterThan(270);
  });

  it('is believed for minutes by surveys, and asked anew at once of other web ACLs', async () => {
    const { webAcls } = wire.sandbox.world;
    const acl = makeWebAcl('web');
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    holdTimeouts();
    await survey();
    webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
    passSeconds(240);
    const believed = await survey();
    makeWebAcl('another');
    passSeconds(36);
    const anew = await survey();
    webAcls.disassociate(loadBalancer.id);
    passSeconds(360);
    const later = await survey();

    expect([believed, anew, later].map(one => factsOf(one)['Web ACL'])).toEqual(
      ['none', acl.id, 'none'],
    );
    expect(asked('wafv2:ListResourcesForWebACL')).toBe(1 + 2 + 2);
  });

  it('is never older for an inspection than a listing', async () => {
    const { webAcls } = wire.sandbox.world;
    const acl = makeWebAcl('web');
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    holdTimeouts();
    await survey();
    webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
    passSeconds(36);

    const { hops } = await inspectSurveyed(wire, await survey());

    expect(hops.map(({ type }) => type)).toContain('waf');
  });

  it('is not said where there are more web ACLs than a survey asks', async () => {
    const { webAcls } = wire.sandbox.world;
    const [first] = Array.from({ length: 11 }, (_, index) =>
      makeWebAcl(`acl-${index}`),
    );
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    webAcls.associate(PROVIDER, first.id, loadBalancer.id);

    const exposure = await survey();

    expect(factsOf(exposure)).not.toHaveProperty(['Web ACL']);
    expect(exposure.version).toBeUndefined();
  });

  it.each(['wafv2:ListWebACLs', 'wafv2:ListResourcesForWebACL'])(
    'is nothing that %s would tell, while that may not be called',
    async action => {
      const { webAcls } = wire.sandbox.world;
      const acl = makeWebAcl('web');
      const { loadBalancer } = makeLoadBalancer(wire, 'web');
      webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
      const known = await survey();
      deny(action);
      const recalled = await survey();
      const unknown = await survey(wire.startReplica());

      expect(recalled).toEqual(known);
      expect(factsOf(unknown)).not.toHaveProperty(['Web ACL']);
      expect(unknown.version).toBeUndefined();
    },
  );

  it('is the share that its subnets come from', async () => {
    const { share, subnetIds } = shareNetwork(ANALYTICS, PROVIDER);
    makeLoadBalancer(wire, 'web', { subnetIds, type: 'network' });

    const known = await survey();
    deny('ram:ListResources');
    const recalled = await survey();
    const unknown = await survey(wire.startReplica());

    expect(factsOf(known)).toMatchObject({
      'Subnets shared by': ANALYTICS.accountId,
      'Subnets shared through': share.id,
    });
    expect(recalled).toEqual(known);
    expect(factsOf(unknown)).toMatchObject({
      'Subnets shared by': ANALYTICS.accountId,
    });
    expect(factsOf(unknown)).not.toHaveProperty(['Subnets shared through']);
  });

  it('is the sharing of its network with the account of a cluster, which may end', async () => {
    const { share, subnetIds } = shareNetwork(PROVIDER, ANALYTICS);
    makeLoadBalancer(wire, 'web', {
      type: 'network',
      // Its targets are in the others.
      subnetIds: subnetIds.slice(0, 1),
      tags: OF_CONTROLLER,
    });
    const before = await survey();
    wire.sandbox.world.shares.disassociate(PROVIDER, share.id, {
      principals: [ANALYTICS.accountId],
    });
    const after = await survey();

    expect(before.version).toBeUndefined();
    expect(after.version).toContain(ANALYTICS.accountId);
    expect(after.facts).toEqual(before.facts);
  });

  it('are the certificates of a Classic one', async () => {
    const { world } = wire.sandbox;
    const certificateArn = makeCertificate(wire, 'legacy.example', PROVIDER);
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    world.classicLoadBalancers.create(PROVIDER, {
      name: 'legacy',
      subnetIds: [world.network.subnetsOfVpc(PROVIDER, vpc.id)[0].id],
      listeners: [
        {
          protocol: 'HTTPS',
          port: 443,
          instanceProtocol: 'TCP',
          instancePort: 1,
          certificateArn,
        },
      ],
    });
    const before = await survey();
    world.certificates.update(PROVIDER, certificateArn, { state: 'EXPIRED' });
    const after = await survey();

    expect(factsOf(before)['Certificate state']).toBe('ISSUED');
    expect(factsOf(after)['Certificate state']).toBe('EXPIRED');
    expect(after.version).not.toBe(before.version);
  });

  it('costs no call where nothing needs it', async () => {
    makeLoadBalancer(wire, 'web', { type: 'network' });
    await survey();

    expect(wire.calls.map(({ operation }) => operation).sort()).toEqual([
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcEndpointConnections',
      'ec2:DescribeVpcEndpointServiceConfigurations',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeLoadBalancers',
      'tag:GetResources',
    ]);
  });
});
