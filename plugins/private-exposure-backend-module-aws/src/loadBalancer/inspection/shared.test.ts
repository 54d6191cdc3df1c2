import type {
  Inspection,
  SurveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node';
import { inspectSurveyed } from '../../__testUtils__/inspecting';
import { makeLoadBalancer, managedRule } from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

const LOAD_BALANCERS = 12;

describe('inspections of the load balancers of a scope', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ kinds: { loadBalancers: true } });
  });
  afterEach(() => wire.stop());

  /** Inspects all that a survey lists, and says what stands in front of each. The calls of both are counted. */
  const firewalls = async () => {
    const { exposures } = await surveyScope(wire);
    const found: [string, string | undefined][] = [];
    for (const exposure of exposures) {
      const { hops } = await inspectSurveyed(wire, exposure);
      found.push([
        exposure.name,
        hops.find(({ type }) => type === 'waf')?.title,
      ]);
    }
    return found;
  };
  const count = (action: string) =>
    wire.calls.filter(({ operation }) => operation === action).length;

  it.each([
    { webAcls: 3, who: 'the survey, while they are few', asked: 0, read: 2 },
    // Ten load balancers told theirs themselves; behind one web ACL is one of the other two.
    { webAcls: 11, who: 'inspections', asked: 10, read: 1 },
  ])(
    'have $webAcls web ACLs asked what is behind them by $who',
    async ({ webAcls, asked, read }) => {
      const { world } = wire.sandbox;
      const all = Array.from({ length: webAcls }, (_, index) =>
        world.webAcls.create(PROVIDER, {
          name: `acl-${index}`,
          wafScope: 'REGIONAL',
          rules: [managedRule('none')],
        }),
      );
      // Nothing stands behind the others, and some load balancers behind none.
      const acls = [all[0], all[1], undefined];
      const expected: [string, string | undefined][] = [];
      for (let index = 0; index < LOAD_BALANCERS; index += 1) {
        const acl = acls[index % acls.length];
        const { loadBalancer } = makeLoadBalancer(wire, `lb-${index}`);
        if (acl) world.webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
        expected.push([`lb-${index}`, acl?.name]);
      }

      expect(await firewalls()).toEqual(expected);
      expect(count('wafv2:ListWebACLs')).toBe(1);
      expect(count('wafv2:GetWebACLForResource')).toBe(asked);
      expect(count('wafv2:ListResourcesForWebACL')).toBe(webAcls);
      // None for the web ACLs that nothing stands behind.
      expect(count('wafv2:GetWebACL')).toBe(read);
    },
  );

  it('end the listing of web ACLs at an empty page, for WAF sends a marker with each', async () => {
    const { world } = wire.sandbox;
    wire.sandbox.faults.inject({
      action: 'ListWebACLs',
      effect: { type: 'token-on-every-page' },
    });
    const acls = Array.from({ length: 120 }, (_, index) =>
      world.webAcls.create(PROVIDER, {
        name: `acl-${index}`,
        wafScope: 'REGIONAL',
        rules: [managedRule('none')],
      }),
    );
    const { loadBalancer } = makeLoadBalancer(wire, 'web');
    world.webAcls.associate(PROVIDER, acls[110].id, loadBalancer.id);

    expect(await firewalls()).toEqual([['web', 'acl-110']]);
    // Two pages, and the empty one.
    expect(count('wafv2:ListWebACLs')).toBe(3);
    // A survey does not ask so many.
    expect(count('wafv2:ListResourcesForWebACL')).toBe(0);
    expect(count('wafv2:GetWebACLForResource')).toBe(1);
  });

  it('cost one call to WAF where there is no web ACL', async () => {
    for (const name of ['a', 'b', 'c']) makeLoadBalancer(wire, name);

    await firewalls();

    expect(
      wire.calls.filter(({ operation }) => operation.startsWith('wafv2:')),
    ).toHaveLength(1);
  });

  it('list what other accounts share, and the roles of controllers, once', async () => {
    const { world } = wire.sandbox;
    const { id } = world.network.ensureDefaultVpc(ANALYTICS);
    const subnetIds = world.network
      .subnetsOfVpc(ANALYTICS, id)
      .map(subnet => subnet.id);
    world.shares.create(ANALYTICS, {
      name: 'entrance',
      resourceArns: subnetIds.map(
        subnetId => `arn:aws:ec2:eu-west-1:333344445555:subnet/${subnetId}`,
      ),
      principals: [PROVIDER.accountId],
    });
    for (const name of ['a', 'b', 'c']) {
      const tags = { 'elbv2.k8s.aws/cluster': 'platform-eu' };
      makeLoadBalancer(wire, name, { subnetIds, tags });
    }

    await firewalls();

    expect(count('ram:ListResources')).toBe(1);
    expect(count('iam:ListRoles')).toBe(1);
  });

  describe('that were listed a moment ago', () => {
    let exposures: SurveyedExposure[];
    const inspect = (exposure: SurveyedExposure) =>
      inspectSurveyed(wire, exposure);

    beforeEach(async () => {
      for (const name of ['a', 'b', 'c']) makeLoadBalancer(wire, name);
      ({ exposures } = await surveyScope(wire));
      for (const exposure of exposures.slice(0, 2)) await inspect(exposure);
      wire.calls.length = 0;
    });

    const targetGroupOf = ({ hops }: Inspection) =>
      hops.find(({ type }) => type === 'target-group')?.title;

    it('ask for no more than the listing has not', async () => {
      const inspection = await inspect(exposures[2]);

      expect(inspection.health).toBe('ok');
      expect(
        wire.calls.map(({ operation }) => operation.split(':')[1]).sort(),
      ).toEqual([
        'DescribeListenerCertificates',
        'DescribeListeners',
        'DescribeRules',
        'DescribeTargetHealth',
      ]);
    });

    it('see one that was made since', async () => {
      const { loadBalancer } = makeLoadBalancer(wire, 'late');

      const inspection = await inspect({
        ...exposures[0],
        nativeId: loadBalancer.id,
      });

      expect(inspection.findings).toEqual([]);
      expect(inspection.health).toBe('ok');
      expect(targetGroupOf(inspection)).toBe('late-pods');
    });

    it('call one gone that was deleted since', async () => {
      const { world } = wire.sandbox;
      const { nativeId } = exposures[2];
      world.loadBalancing.deleteLoadBalancer(PROVIDER, nativeId, {
        force: true,
      });

      await expect(inspect(exposures[2])).rejects.toThrow(
        'does not exist any more',
      );
    });

    it.each(['stays', 'is deleted'])(
      'see the target group that took the place of another, which %s',
      async fate => {
        const { world } = wire.sandbox;
        const { nativeId } = exposures[2];
        const [listener] = world.listeners.listenersOf(nativeId);
        const [before] = world.listeners.targetGroupsOf(nativeId);
        const { id: targetGroupArn } = world.createTargetGroup(PROVIDER, {
          name: 'green',
          port: 8080,
          vpcId: world.loadBalancing.getLoadBalancer(PROVIDER, nativeId).vpcId,
          targetType: 'ip',
        });
        world.listeners.modifyListener(PROVIDER, listener.id, {
          targetGroupArn,
        });
        if (fate === 'is deleted') {
          world.targetGroups.deleteTargetGroup(PROVIDER, before);
        }

        const inspection = await inspect(exposures[2]);

        expect(targetGroupOf(inspection)).toBe('green');
      },
    );

    it('see that a target group which only a rule names was deleted', async () => {
      const { world } = wire.sandbox;
      const { nativeId } = exposures[2];
      const [listener] = world.listeners.listenersOf(nativeId);
      const [before] = world.listeners.targetGroupsOf(nativeId);
      world.listeners.modifyListener(PROVIDER, listener.id, {
        answer: { type: 'fixed-response', statusCode: '404' },
      });
      world.targetGroups.deleteTargetGroup(PROVIDER, before);

      const inspection = await inspect(exposures[2]);

      expect(targetGroupOf(inspection)).toBeUndefined();
    });

    it('are looked at anew by who looks again', async () => {
      const { world } = wire.sandbox;
      const { nativeId } = exposures[1];
      world.loadBalancing.getLoadBalancer(PROVIDER, nativeId).state =
        'provisioning';

      const again = await inspect(exposures[1]);

      expect(again.health).toBe('degraded');
    });

    it('are not older than what the last survey saw', async () => {
      const { world } = wire.sandbox;
      const { nativeId } = exposures[2];
      world.loadBalancing.getLoadBalancer(PROVIDER, nativeId).state =
        'provisioning';

      await surveyScope(wire);
      const inspection = await inspect(exposures[2]);

      expect(inspection.health).toBe('degraded');
    });
  });
});
