import type { JsonObject } from '@backstage/types';
import { demoAccounts } from 'sandbox';
import { portalView } from '../__testUtils__/portalView';
import { startPortal } from '../__testUtils__/startPortal';

// Git, a database and several servers start; a busy machine takes its time.
jest.setTimeout(300_000);

const account = demoAccounts.payments;
const HOST = 'payments.acme.example';

/** What the forms hold when nobody touches them. */
const defaults: JsonObject = {
  entityRef: 'component:default/payments',
  place: 'own',
  preview: false,
};
const publishDefaults: JsonObject = {
  ...defaults,
  cluster: 'payments-eu',
  hostName: HOST,
  port: 80,
  exists: 'yes',
  paths: ['/'],
  way: 'application',
  healthCheckPath: '/',
  allow: [],
  block: [],
  caching: 'disabled',
  redirectHttp: false,
  infrastructure: 'terraform',
};
const entrance: JsonObject = {
  way: 'entrance',
  entranceName: 'lb.acme.example',
  routeForm: 'gateway-api',
  gatewayName: 'public',
  gatewayNamespace: 'edge',
};

describe('publishing through CloudFront, from the form to the cloud', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    portal = await startPortal({ view: () => portalView([]) });
    portal.world.hostedZones.createZone(account, { name: 'acme.example' });
  });

  afterAll(() => portal?.stop());

  async function runAndMerge(template: string, values: JsonObject) {
    const { status, output, log } = await portal.run(template, values);
    if (status !== 'completed') throw new Error(log);
    const request = output.links?.find(({ title }) => title === 'Pull request');
    return portal.merge(request?.url ?? `no pull request: ${log}`);
  }
  const lastChange = () => portal.changes.at(-1) as JsonObject;
  const distribution = () =>
    portal.world.distributions
      .list(account)
      .find(({ config }) => config.aliases.includes(HOST));
  const vpcOrigins = () => portal.world.vpcOrigins.list(account);
  const target = () => distribution()?.config.origins[0].target;
  const internal = () =>
    portal.world.loadBalancing.loadBalancers
      .list({ accountId: account, region: 'eu-west-1' })
      .find(
        ({ tags }) =>
          tags['ingress.k8s.aws/stack'] === 'payments/payments-cloudfront',
      );
  const step = (template: string, name: string, more: JsonObject = {}) =>
    runAndMerge(template, {
      ...defaults,
      step: name,
      usersTold: true,
      ...more,
    });

  it('sets up the public entrance of the cluster, which CloudFront alone reaches', async () => {
    const { body } = await runAndMerge('prepare-aws-entrance', {
      ...defaults,
      ...{ cluster: 'payments-eu', hostName: 'lb.acme.example' },
      ...{ podsOf: 'gateway', podLabel: 'public', targetPort: 443 },
      issuer:
        'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      infrastructure: 'terraform',
    });

    expect(body).toContain('**a public load balancer**');
    expect(lastChange()).toMatchObject({
      kind: 'aws-load-balancer',
      purpose: 'expose',
      title: 'Set up the public entrance of cluster payments-eu',
    });
    const scope = { accountId: account, region: 'eu-west-1' };
    const loadBalancer = portal.world.loadBalancing.loadBalancers
      .list(scope)
      .find(
        ({ tags }) =>
          tags['service.k8s.aws/stack'] === 'public-entrance/public-entrance',
      );
    expect(loadBalancer?.scheme).toBe('internet-facing');
    const groups = portal.world.securityGroups.groups
      .list(scope)
      .filter(({ id }) => loadBalancer?.securityGroupIds.includes(id));
    expect(groups.map(({ name }) => name)).toEqual([
      'public-entrance-cloudfront',
    ]);
  });

  it('publishes payments at the public entrance: names, firewall and a public origin', async () => {
    const { body, url } = await runAndMerge('publish-aws-cloudfront', {
      ...publishDefaults,
      ...entrance,
    });

    expect(body).toContain('the entrance itself is on the Internet');
    expect(lastChange()).toMatchObject({
      entityRef: 'component:default/payments',
      kind: 'aws-cloudfront',
      purpose: 'expose',
      url,
    });
    expect(distribution()).toMatchObject({
      tags: { 'backstage-entity-ref': 'component:default/payments' },
      config: {
        webAclId: expect.stringContaining(':global/webacl/payments/'),
        origins: [{ domainName: 'lb.acme.example' }],
      },
    });
    expect(portal.world.hostedZones.lookup(HOST, 'A')).toBeDefined();
  });

  it('opens nothing the second time, for there is nothing to change', async () => {
    const { status, output } = await portal.run('publish-aws-cloudfront', {
      ...publishDefaults,
      ...entrance,
    });

    expect(status).toBe('completed');
    expect(output.links).toHaveLength(1);
  });

  it('moves it to a VPC origin: the new way first, then the switch, then the old way goes', async () => {
    const migrate = (name: string) =>
      step('migrate-aws-vpc-origin', name, {
        ...{ cluster: 'payments-eu', hostName: HOST, port: 80, paths: ['/'] },
        ...entrance,
      });
    const id = distribution()?.id;

    await migrate('create-vpc-origin');
    expect(internal()).toMatchObject({ scheme: 'internal' });
    expect(vpcOrigins()).toMatchObject([
      { config: { originArn: internal()?.id, protocolPolicy: 'https-only' } },
    ]);
    expect(target()).not.toMatchObject({ type: 'vpc' });

    await migrate('switch-origin');
    expect(distribution()?.id).toBe(id);
    expect(target()).toMatchObject({
      type: 'vpc',
      vpcOriginId: vpcOrigins()[0].id,
    });

    await migrate('remove-entrance');
    expect(target()).toMatchObject({ type: 'vpc' });
  });

  it('has nothing to write for the template that publishes over a VPC origin', async () => {
    const { status, output } = await portal.run(
      'publish-aws-cloudfront',
      publishDefaults,
    );

    expect(status).toBe('completed');
    expect(output.links).toHaveLength(1);
  });

  it('keeps the load balancer while the distribution points to it', async () => {
    await expect(
      step('withdraw-aws-cloudfront', 'remove-way', { way: 'application' }),
    ).rejects.toThrow("do the step 'remove-distribution' first");
  });

  it('takes it off the Internet, then its load balancer, then what that used', async () => {
    const withdraw = (name: string) =>
      step('withdraw-aws-cloudfront', name, { way: 'application' });

    await withdraw('remove-distribution');
    expect(distribution()).toBeUndefined();
    expect(vpcOrigins()).toEqual([]);
    expect(portal.world.hostedZones.lookup(HOST, 'A')).toBeUndefined();
    expect(internal()).toBeDefined();

    await withdraw('remove-way');
    expect(internal()).toBeUndefined();

    await withdraw('remove-rest');
    expect(lastChange()).toMatchObject({
      kind: 'aws-cloudfront',
      purpose: 'withdraw',
    });
  });
});
