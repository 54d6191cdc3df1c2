import { exposeService } from '../../__testUtils__/exposeService';
import {
  PARTNER,
  PROVIDER,
  startWire,
  surveyPages,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

describe('survey', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  it('lists an endpoint service with its owner tag, domain and controller', async () => {
    const { service } = exposeService(wire, 'payments', {
      privateDnsName: '*.k.acme.example',
      tags: { 'backstage-entity-ref': 'component:default/payments' },
      loadBalancerTags: {
        'elbv2.k8s.aws/cluster': 'payments-eu',
        'service.k8s.aws/stack': 'shop/payments',
      },
    });
    const { privateDns } = service;

    const { exposures, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(exposures).toEqual([
      {
        nativeId: `arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/${service.id}`,
        kind: 'aws-endpoint-service',
        name: 'payments',
        nativeState: 'Available',
        lifecycle: 'live',
        evidence: {
          tags: {
            Name: 'payments',
            'backstage-entity-ref': 'component:default/payments',
          },
          kubernetesServices: ['payments-eu/shop/payments'],
        },
        address: service.serviceName,
        acceptanceRequired: true,
        domain: {
          domain: '*.k.acme.example',
          state: 'pending',
          record: {
            type: 'TXT',
            name: `${privateDns?.name}.k.acme.example`,
            value: privateDns?.value,
          },
        },
        facts: expect.arrayContaining([
          { label: 'Service id', value: service.id, copyable: true },
          { label: 'Load balancers', value: 'payments' },
        ]),
      },
    ]);
  });

  it('lists connections with the consumer behind each, in our words', async () => {
    const { service } = exposeService(wire, 'ledger');
    const endpoint = wire.sandbox.world.connect({
      consumerAccount: PARTNER.accountId,
      region: PARTNER.region,
      serviceName: service.serviceName,
    });

    const { connections } = await surveyScope(wire);

    expect(connections).toEqual([
      {
        nativeId: endpoint.id,
        exposureNativeId: expect.stringContaining(service.id),
        consumer: {
          account: PARTNER.accountId,
          region: 'eu-west-1',
          endpointId: endpoint.id,
        },
        nativeState: 'pendingAcceptance',
        state: 'pending',
        createdAt: new Date(endpoint.createdAt).toISOString(),
        facts: expect.any(Array),
      },
    ]);
  });

  it('goes on without the tags of a load balancer that somebody deleted', async () => {
    const gone = exposeService(wire, 'reports');
    exposeService(wire, 'orders', {
      loadBalancerTags: {
        'kubernetes.io/cluster/platform-eu': 'owned',
        'kubernetes.io/service-name': 'shop/orders',
      },
    });
    wire.sandbox.world.loadBalancing.deleteLoadBalancer(
      PROVIDER,
      gone.loadBalancer.id,
      { force: true },
    );

    const { exposures, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(
      exposures.map(({ name, evidence }) => [
        name,
        evidence.kubernetesServices,
      ]),
    ).toEqual([
      ['reports', []],
      ['orders', ['platform-eu/shop/orders']],
    ]);
    // Refused for one, then asked for those in the listing.
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(2);
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(1);
  });

  it('lists load balancers once, however many of them somebody deleted', async () => {
    const made = Array.from({ length: 60 }, (_, index) =>
      exposeService(wire, `s-${index}`, {
        loadBalancerTags: {
          'elbv2.k8s.aws/cluster': 'platform-eu',
          'service.k8s.aws/stack': `shop/s-${index}`,
        },
      }),
    );
    // Some in each of the three calls for tags.
    for (const { loadBalancer } of made.filter((_, index) => index % 7 === 0)) {
      wire.sandbox.world.loadBalancing.deleteLoadBalancer(
        PROVIDER,
        loadBalancer.id,
        { force: true },
      );
    }

    const { exposures, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(
      exposures.map(({ evidence }) => evidence.kubernetesServices),
    ).toEqual(
      made.map((_, index) =>
        index % 7 === 0 ? [] : [`platform-eu/shop/s-${index}`],
      ),
    );
    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(6);
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(1);
  });

  it('lists no load balancers while AWS knows all of those that are asked for', async () => {
    exposeService(wire, 'orders');

    await surveyScope(wire);

    const { requestLog } = wire.sandbox;
    expect(requestLog.total({ action: 'DescribeTags' })).toBe(1);
    expect(requestLog.total({ action: 'DescribeLoadBalancers' })).toBe(0);
  });

  it('keeps the tags of the others when a load balancer goes away after the listing', async () => {
    for (const name of ['one', 'two', 'three']) {
      exposeService(wire, name, {
        loadBalancerTags: {
          'elbv2.k8s.aws/cluster': 'platform-eu',
          'service.k8s.aws/stack': `shop/${name}`,
        },
      });
    }
    // What AWS says to all three while one of them is gone.
    wire.sandbox.faults.inject({
      action: 'DescribeTags',
      effect: { type: 'error', code: 'LoadBalancerNotFound', status: 400 },
      times: 1,
    });

    const { exposures } = await surveyScope(wire);

    expect(
      exposures.map(({ evidence }) => evidence.kubernetesServices),
    ).toEqual([
      ['platform-eu/shop/one'],
      ['platform-eu/shop/two'],
      ['platform-eu/shop/three'],
    ]);
  });

  it('makes no load balancer call where there is no endpoint service', async () => {
    await surveyPages(wire);

    expect(wire.calls.map(({ operation }) => operation)).toEqual([
      'ec2:DescribeVpcEndpointServiceConfigurations',
      'ec2:DescribeVpcEndpointConnections',
    ]);
  });

  it('brings a service that appeared between the two listings ahead of its connection', async () => {
    exposeService(wire, 'early');
    const { signal } = new AbortController();
    const pages = wire.provider.survey('aws/222233334444/eu-west-1', {
      signal,
    });
    const seen: string[][] = [];

    for await (const page of pages) {
      if (seen.length === 0) {
        const { service } = exposeService(wire, 'late');
        wire.sandbox.world.connect({
          consumerAccount: PARTNER.accountId,
          region: 'eu-west-1',
          serviceName: service.serviceName,
        });
      }
      seen.push(page.exposures.map(({ name }) => name));
    }

    expect(seen).toEqual([['early'], ['late']]);
  });
});
