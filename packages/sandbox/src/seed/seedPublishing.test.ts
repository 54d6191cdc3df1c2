import { startSandbox, Sandbox } from '../startSandbox';
import { createDemoMount } from './createDemoMount';
import { demoNetworks } from './demoIds';
import { demoScopes } from './seedAccounts';

describe('what the demo world publishes', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ mounts: { git: createDemoMount() } });
  });

  afterAll(() => sandbox.stop());

  it('has a service published over a VPC origin, and one over the public entrance', () => {
    const { world } = sandbox;
    const { accountId } = demoScopes.platform;
    const [website, newsletter] = ['www', 'news'].map(name =>
      world.distributions
        .list(accountId)
        .find(({ config }) => config.aliases[0] === `${name}.acme.example`),
    );
    expect([website, newsletter]).toMatchObject([
      {
        state: 'Deployed',
        tags: { 'backstage-entity-ref': 'component:default/website' },
        config: {
          webAclId: expect.stringContaining(':global/webacl/website/'),
          origins: [{ target: { type: 'vpc' } }],
        },
      },
      {
        state: 'Deployed',
        tags: { 'backstage-entity-ref': 'component:default/newsletter' },
        config: {
          webAclId: expect.stringContaining(':global/webacl/newsletter/'),
          origins: [{ domainName: 'lb.acme.example' }],
        },
      },
    ]);
    for (const name of ['www', 'news']) {
      expect(world.hostedZones.resolve(`${name}.acme.example`).at(-1)).toMatch(
        /cloudfront\.net$/,
      );
    }
    // Whoever knows the entrance's name goes around the firewall.
    const [entrance] = world.classicLoadBalancers.list(demoScopes.platform);
    expect(world.hostedZones.resolve('lb.acme.example').at(-1)).toBe(
      entrance.dnsName,
    );
    const [group] = entrance.securityGroupIds.map(id =>
      world.securityGroups.getSecurityGroup(demoScopes.platform, id),
    );
    expect(group.rules).toContainEqual(
      expect.objectContaining({ cidrIpv4: '0.0.0.0/0', fromPort: 443 }),
    );
  });

  it('has a load balancer in another account than its cluster', () => {
    const { world } = sandbox;
    const [loadBalancer, ...others] = world.loadBalancing.loadBalancers.list(
      demoScopes.network,
    );
    expect(others).toEqual([]);
    expect(loadBalancer).toMatchObject({
      subnetIds: demoNetworks.network.subnets.map(subnet => subnet.id),
      tags: {
        'backstage-entity-ref': 'component:default/tracking',
        'elbv2.k8s.aws/cluster': 'delivery-eu',
      },
    });
    expect(world.loadBalancing.loadBalancers.list(demoScopes.delivery)).toEqual(
      [],
    );
    expect(
      world.hostedZones.resolve('tracking.delivery.acme.example').at(-1),
    ).toBe(loadBalancer.dnsName);
  });

  it('has things of nobody, months old, of which some say where they come from', () => {
    const { world } = sandbox;
    const unowned = [
      ...world.classicLoadBalancers.loadBalancers.all(),
      ...world.loadBalancing.loadBalancers.all(),
      ...world.distributions.list(demoScopes.payments.accountId),
    ].filter(({ tags }) => !tags['backstage-entity-ref']);
    const traces = [
      'kubernetes.io/service-name',
      'aws:cloudformation:stack-name',
      'aws:createdBy',
    ];
    const old = unowned.filter(
      ({ createdAt }) => Date.now() - createdAt > 30 * 24 * 3_600_000,
    );
    expect(
      old
        .map(({ tags }) => traces.find(trace => tags[trace]))
        .sort((left, right) => String(left).localeCompare(String(right))),
    ).toEqual([
      'aws:cloudformation:stack-name',
      'aws:createdBy',
      'aws:createdBy',
      'kubernetes.io/service-name',
    ]);
  });
});
