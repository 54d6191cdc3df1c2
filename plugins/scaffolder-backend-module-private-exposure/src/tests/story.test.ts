import type { JsonObject } from '@backstage/types';
import { demoAccounts, demoNetworks } from 'sandbox';
import { endpointService, portalView } from '../__testUtils__/portalView';
import {
  startPortal,
  type OpenedPullRequest,
} from '../__testUtils__/startPortal';

// Git, a database and several servers start; a busy machine takes its time.
jest.setTimeout(300_000);

const paymentsScope = {
  accountId: demoAccounts.payments,
  region: 'eu-west-1',
};

/** What the form holds when nobody touches it. */
const exposeDefaults: JsonObject = {
  cluster: 'payments-eu',
  manifestForm: 'service',
  exists: 'yes',
  targetType: 'ip',
  healthCheck: 'tcp',
  crossZone: true,
  deletionProtection: true,
  proxyProtocol: false,
  inboundRulesOnPrivateLinkTraffic: 'off',
  principals: [],
  acceptanceRequired: true,
  supportedRegions: [],
  infrastructure: 'terraform',
  place: 'own',
  preview: false,
};

describe('the templates, from the form to the cloud', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  const loadBalancers = () =>
    portal.world.loadBalancing.loadBalancers
      .list(paymentsScope)
      .filter(
        ({ tags }) => tags['service.k8s.aws/stack'] === 'payments/payments',
      );
  const services = () =>
    portal.world.endpointServices.services
      .list(paymentsScope)
      .filter(
        ({ tags }) =>
          tags['backstage-entity-ref'] === 'component:default/payments',
      );
  const endpoints = () =>
    services().flatMap(({ id }) => portal.world.endpoints.endpointsOf(id));

  /** What a survey of the cloud would have found by now. */
  const view = () =>
    portalView(
      services().map(() =>
        endpointService(
          'payments',
          endpoints().map(({ id, accountId, state }) => ({
            endpointId: id,
            account: accountId,
            state: state === 'available' ? 'connected' : 'rejected',
          })),
        ),
      ),
    );

  beforeAll(async () => {
    portal = await startPortal({ view });
  });

  afterAll(() => portal?.stop());

  /** Runs a template and merges its pull requests, in the given order of their titles. */
  async function runAndMerge(
    template: string,
    values: JsonObject,
    titles: string[],
  ): Promise<OpenedPullRequest[]> {
    const { status, output, log } = await portal.run(template, values);
    if (status !== 'completed') throw new Error(log);
    const merged: OpenedPullRequest[] = [];
    for (const title of titles) {
      const link = output.links?.find(item => item.title === title);
      merged.push(await portal.merge(link?.url ?? `no link '${title}'`));
    }
    return merged;
  }

  it('exposes payments: a load balancer and an endpoint service appear', async () => {
    const [{ body, url }] = await runAndMerge(
      'expose-aws-privatelink',
      { ...exposeDefaults, entityRef: 'component:default/payments' },
      ['Pull request'],
    );

    expect(body).toContain('Exposes `component:default/payments`');
    expect(portal.changes.at(-1)).toMatchObject({
      entityRef: 'component:default/payments',
      purpose: 'expose',
      url,
    });
    const [loadBalancer] = loadBalancers();
    expect(loadBalancer).toMatchObject({
      state: 'active',
      scheme: 'internal',
      subnetIds: demoNetworks.payments.subnets.map(({ id }) => id),
      enforceInboundRulesOnPrivateLink: 'off',
    });
    expect(services()).toEqual([
      expect.objectContaining({
        state: 'Available',
        acceptanceRequired: true,
        loadBalancerArns: [loadBalancer.id],
      }),
    ]);
    expect([...services()[0].allowedPrincipals.keys()]).toEqual([]);
  });

  it('opens nothing the second time, for there is nothing to change', async () => {
    const run = await portal.run('expose-aws-privatelink', {
      ...exposeDefaults,
      entityRef: 'component:default/payments',
    });

    expect(run.status).toBe('completed');
    expect(run.output.links?.map(({ title }) => title)).toEqual([
      'Private exposure of the component',
    ]);
  });

  it('connects orders: the grant lets it ask, and its endpoint waits', async () => {
    const [{ serviceName }] = services();

    const [grant, own] = await runAndMerge(
      'connect-private-service',
      {
        entityRef: 'component:default/orders',
        cluster: 'platform-eu',
        clientCidrs: ['10.20.0.0/16'],
        serviceName,
        serviceZoneIds: ['euw1-az1', 'euw1-az2'],
        ports: [80],
        privateDns: false,
        catalogued: 'yes',
        providerRef: 'component:default/payments',
        infrastructure: 'terraform',
        place: 'own',
        preview: false,
      },
      ["The service's pull request", 'Your pull request'],
    );

    expect(grant.url).toContain('/acme/payments/pull/');
    expect(own.url).toContain('/acme/orders/pull/');
    expect([...services()[0].allowedPrincipals.keys()]).toEqual([
      `arn:aws:iam::${demoAccounts.platform}:root`,
    ]);
    expect(endpoints()).toEqual([
      expect.objectContaining({
        accountId: demoAccounts.platform,
        state: 'pendingAcceptance',
        subnetIds: demoNetworks.platform.subnets
          .slice(0, 2)
          .map(({ id }) => id),
      }),
    ]);
    const [service] = services();
    const [{ id }] = endpoints();
    portal.world.connections.accept(paymentsScope, service.id, [id]);
    portal.world.clock.advance(120_000);
    expect(endpoints()[0].state).toBe('available');
  });

  const withdraw = (step: string) =>
    runAndMerge(
      'withdraw-private-exposure',
      {
        entityRef: 'component:default/payments',
        step,
        consumersTold: true,
        manifestForm: 'service',
        place: 'own',
        preview: false,
      },
      ['Pull request'],
    );

  it('lets nobody new in, and leaves who is connected', async () => {
    const [{ body }] = await withdraw('close');

    expect(body).toContain('(this change)');
    expect(body).toContain(`| \`${endpoints()[0].accountId}\` | 1 connected |`);
    expect(services()[0].allowedPrincipals.size).toBe(0);
    expect(endpoints()[0].state).toBe('available');
    expect(loadBalancers()[0].attributes).toMatchObject({
      'deletion_protection.enabled': 'false',
    });
  });

  it('cuts nobody off by the way', async () => {
    const run = withdraw('remove-service');

    await expect(run).rejects.toThrow(
      `consumers are still there: ${endpoints()[0].accountId}`,
    );
    expect(endpoints()[0].state).toBe('available');
  });

  it('removes the endpoint service once the connection is rejected', async () => {
    const [service] = services();
    const [{ id }] = endpoints();
    portal.world.connections.reject(paymentsScope, service.id, [id]);

    await withdraw('remove-service');

    expect(services()).toEqual([]);
    expect(loadBalancers()).toHaveLength(1);
  });

  it('removes the load balancer last', async () => {
    await withdraw('remove-load-balancer');

    expect(loadBalancers()).toEqual([]);
    expect(
      portal.changes.map(change => (change as JsonObject).purpose),
    ).toEqual([
      'expose',
      'consume',
      'grant',
      'withdraw',
      'withdraw',
      'withdraw',
    ]);
  });
});
