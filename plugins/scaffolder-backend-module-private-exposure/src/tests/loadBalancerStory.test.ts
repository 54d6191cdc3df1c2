import type { JsonObject } from '@backstage/types';
import { demoAccounts, demoNetworks } from 'sandbox';
import { demoClusters } from '../__testUtils__/demoClusters';
import { portalView } from '../__testUtils__/portalView';
import { startPortal } from '../__testUtils__/startPortal';

// Git, a database and several servers start; a busy machine takes its time.
jest.setTimeout(300_000);

const region = 'eu-west-1';
/** The network team's account, and the cluster's. */
const NETWORK = { accountId: demoAccounts.analytics, region };
const CLUSTER = { accountId: demoAccounts.payments, region };
const { vpcId, subnets } = demoNetworks.analytics;
const BALANCERS = 'sg-0a1b2c3d4e5f6f001';
const PODS = 'sg-0f1e2d3c4b5a69788';

const defaults: JsonObject = {
  ...{ place: 'own', preview: false },
  entityRef: 'component:default/payments',
};

describe('a load balancer in another account, from the form to the cloud', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let issuer: string;
  let certificate: string;

  const balancers = (scope: { accountId: string; region: string }) =>
    portal.world.loadBalancing.loadBalancers
      .list(scope)
      .filter(({ tags }) => tags['ingress.k8s.aws/stack']);

  beforeAll(async () => {
    portal = await startPortal({
      view: () => portalView([]),
      clusters: {
        'payments-eu': {
          ...demoClusters['payments-eu'],
          loadBalancerAccount: NETWORK.accountId,
          vpcId,
          subnets,
          securityGroups: [BALANCERS],
        },
      },
    });
    const { certificates, clusters, roles, securityGroups } = portal.world;
    const groupOf = (id: string, vpc: string) => ({
      ...{ id, name: id, description: 'Of the demo', vpcId: vpc },
    });
    securityGroups.createSecurityGroup(NETWORK, groupOf(BALANCERS, vpcId));
    securityGroups.createSecurityGroup(
      CLUSTER,
      groupOf(PODS, demoNetworks.payments.vpcId),
    );
    issuer = (
      clusters.find(CLUSTER, 'payments-eu') ??
      clusters.create(CLUSTER, {
        name: 'payments-eu',
        subnetIds: demoNetworks.payments.subnets.map(({ id }) => id),
      })
    ).oidcIssuer;
    certificate = certificates.create(NETWORK, {
      domainName: 'pay.acme.example',
      state: 'ISSUED',
    }).id;
    roles.create(NETWORK.accountId, { name: 'Pipeline', trustPolicy: '{}' });
  });

  afterAll(() => portal?.stop());

  async function runAndMerge(template: string, values: JsonObject) {
    const { status, output, log } = await portal.run(template, {
      ...defaults,
      ...values,
    });
    if (status !== 'completed') throw new Error(log);
    const request = output.links?.find(({ title }) => title === 'Pull request');
    return portal.merge(request?.url ?? `no pull request: ${log}`);
  }

  const expose = () =>
    runAndMerge('expose-aws-load-balancer', {
      cluster: 'payments-eu',
      serviceName: 'payments-inside',
      namespace: 'payments',
      manifestPath: 'k8s/inside.yaml',
      exists: 'no',
      appLabel: 'payments',
      port: 80,
      targetPort: 8080,
      host: 'pay.acme.example',
      paths: ['/api'],
      scheme: 'internal',
      certificate,
      healthCheckPath: '/healthz',
    });

  it('prepares the cluster: its service account gets a role there, and the subnets', async () => {
    await runAndMerge('prepare-aws-cluster', {
      cluster: 'payments-eu',
      issuer,
      firewall: false,
      sharedSubnets: subnets.map(({ id }) => id),
      podSecurityGroup: PODS,
      podPorts: [8080],
      fromNetworks: [],
      infrastructure: 'terraform',
      loadBalancerRoleArn: `arn:aws:iam::${NETWORK.accountId}:role/Pipeline`,
    });

    expect(
      portal.world.roles.list(NETWORK.accountId).map(({ name }) => name),
    ).toContain('payments-eu-load-balancers');
    expect(portal.world.network.listSubnets(CLUSTER)).toEqual(
      expect.arrayContaining(
        subnets.map(({ id }) => expect.objectContaining({ id })),
      ),
    );
  });

  it('exposes payments: the load balancer appears there, and not beside the cluster', async () => {
    const { url } = await expose();

    expect(portal.changes.at(-1)).toMatchObject({
      entityRef: 'component:default/payments',
      kind: 'aws-load-balancer',
      purpose: 'expose',
      url,
    });
    expect(balancers(CLUSTER)).toEqual([]);
    expect(balancers(NETWORK)).toEqual([
      expect.objectContaining({
        securityGroupIds: [BALANCERS],
        tags: expect.objectContaining({
          'backstage-entity-ref': 'component:default/payments',
          'elbv2.k8s.aws/cluster': 'payments-eu',
        }),
      }),
    ]);
  });

  it('takes it back in two steps, and skips none', async () => {
    const withdraw = (step: string) =>
      runAndMerge('withdraw-aws-load-balancer', {
        step,
        callersTold: true,
        removeService: true,
        serviceName: 'payments-inside',
        namespace: 'payments',
        manifestPath: 'k8s/inside.yaml',
      });
    await expect(withdraw('remove-load-balancer')).rejects.toThrow(
      "do the step 'lift-protection' first",
    );

    await withdraw('lift-protection');
    expect(balancers(NETWORK)).toHaveLength(1);
    await withdraw('remove-load-balancer');

    expect(balancers(NETWORK)).toEqual([]);
  });
});
