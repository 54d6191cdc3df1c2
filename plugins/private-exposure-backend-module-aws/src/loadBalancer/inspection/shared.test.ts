import { makeLoadBalancer, managedRule } from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const LOAD_BALANCERS = 12;

describe('inspections of the load balancers of a scope', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ kinds: { loadBalancers: true } });
  });
  afterEach(() => wire.stop());

  /** Inspects all, and says what stands in front of each. */
  const firewalls = async () => {
    const { exposures } = await surveyScope(wire);
    wire.calls.length = 0;
    const found: [string, string | undefined][] = [];
    for (const exposure of exposures) {
      const target = { scopeId: PROVIDER_SCOPE, exposure, connections: [] };
      const { hops } = await wire.provider.inspect(target, { signal });
      found.push([
        exposure.name,
        hops.find(({ type }) => type === 'waf')?.title,
      ]);
    }
    return found;
  };
  const count = (action: string) =>
    wire.calls.filter(({ operation }) => operation === action).length;

  it('ask the web ACLs instead of each load balancer, once these are more', async () => {
    const { world } = wire.sandbox;
    const [first, second] = ['first', 'second', 'unused'].map(name =>
      world.webAcls.create(PROVIDER, {
        name,
        wafScope: 'REGIONAL',
        rules: [managedRule('none')],
      }),
    );
    const acls = [first, second, undefined];
    const expected: [string, string | undefined][] = [];
    for (let index = 0; index < LOAD_BALANCERS; index += 1) {
      const acl = acls[index % acls.length];
      const { loadBalancer } = makeLoadBalancer(wire, `lb-${index}`);
      if (acl) world.webAcls.associate(PROVIDER, acl.id, loadBalancer.id);
      expected.push([`lb-${index}`, acl?.name]);
    }

    expect(await firewalls()).toEqual(expected);
    expect(count('wafv2:ListWebACLs')).toBe(1);
    expect(count('wafv2:GetWebACLForResource')).toBe(2);
    expect(count('wafv2:ListResourcesForWebACL')).toBe(3);
    // None for the web ACL that nothing stands behind.
    expect(count('wafv2:GetWebACL')).toBe(2);
  });

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
});
