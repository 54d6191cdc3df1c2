import { exposeService } from '../../__testUtils__/exposeService';
import { makeLoadBalancer } from '../../__testUtils__/publish';
import {
  ANALYTICS,
  PROVIDER,
  startWire,
  surveyScope,
  type Wire,
} from '../../__testUtils__/startWire';

describe('survey of load balancers', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ kinds: { loadBalancers: true } });
  });
  afterEach(() => wire.stop());

  it('lists those that stand alone, with what AWS says about them', async () => {
    const { loadBalancer } = makeLoadBalancer(wire, 'web', {
      scheme: 'internet-facing',
      tags: {
        'elbv2.k8s.aws/cluster': 'platform-eu',
        'ingress.k8s.aws/stack': 'shop/web',
        'backstage-entity-ref': 'component:default/web',
        'aws:createdBy': 'AssumedRole:AROAEXAMPLE:lbc',
      },
    });
    exposeService(wire, 'payments');

    const { exposures, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(exposures.map(({ kind, name }) => [kind, name])).toEqual([
      ['aws-endpoint-service', 'payments'],
      ['aws-load-balancer', 'web'],
    ]);
    expect(exposures[1]).toEqual({
      nativeId: loadBalancer.id,
      kind: 'aws-load-balancer',
      name: 'web',
      nativeState: 'active',
      lifecycle: 'live',
      address: loadBalancer.dnsName,
      evidence: {
        tags: loadBalancer.tags,
        kubernetesServices: ['platform-eu/shop/web'],
      },
      provenance: {
        createdAt: new Date(loadBalancer.createdAt).toISOString(),
        createdBy: 'lbc (AssumedRole)',
        managedBy: 'Kubernetes Ingress shop/web in cluster platform-eu',
      },
      facts: expect.arrayContaining([
        { label: 'Type', value: 'application' },
        { label: 'Scheme', value: 'internet-facing' },
        {
          label: 'Security groups',
          value: loadBalancer.securityGroupIds.join(', '),
        },
      ]),
    });
  });

  it('lists Classic ones, which tell no state', async () => {
    const { world } = wire.sandbox;
    const vpc = world.network.ensureDefaultVpc(PROVIDER);
    world.classicLoadBalancers.create(PROVIDER, {
      name: 'legacy',
      subnetIds: [world.network.subnetsOfVpc(PROVIDER, vpc.id)[0].id],
      listeners: [
        { protocol: 'TCP', port: 80, instanceProtocol: 'TCP', instancePort: 1 },
      ],
      tags: {
        'kubernetes.io/cluster/platform-eu': 'owned',
        'kubernetes.io/service-name': 'shop/legacy',
      },
    });

    const { exposures } = await surveyScope(wire);

    expect(exposures).toMatchObject([
      {
        nativeId:
          'arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/legacy',
        lifecycle: 'live',
        nativeState: '',
        evidence: { kubernetesServices: ['platform-eu/shop/legacy'] },
        provenance: {
          managedBy: 'Kubernetes Service shop/legacy in cluster platform-eu',
        },
      },
    ]);
  });

  it('says whose the subnets are that another account shares', async () => {
    const { world } = wire.sandbox;
    const vpc = world.network.ensureDefaultVpc(ANALYTICS);
    const subnets = world.network.subnetsOfVpc(ANALYTICS, vpc.id);
    world.shares.create(ANALYTICS, {
      name: 'entrance',
      resourceArns: subnets.map(
        ({ id }) => `arn:aws:ec2:eu-west-1:333344445555:subnet/${id}`,
      ),
      principals: [PROVIDER.accountId],
    });
    makeLoadBalancer(wire, 'web', { subnetIds: subnets.map(({ id }) => id) });

    const { exposures } = await surveyScope(wire);

    expect(exposures[0].facts).toContainEqual({
      label: 'Subnets shared by',
      value: '333344445555',
    });
  });

  it('asks for tags and subnets only where there is a load balancer', async () => {
    await surveyScope(wire);

    expect(wire.calls.map(({ operation }) => operation)).toEqual([
      'ec2:DescribeVpcEndpointServiceConfigurations',
      'ec2:DescribeVpcEndpointConnections',
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeLoadBalancers',
    ]);
  });

  it('reads all tags, however many load balancers there are, a hundred at a time', async () => {
    for (let index = 0; index < 120; index += 1) {
      wire.sandbox.world.createLoadBalancer(PROVIDER, {
        name: `lb-${index}`,
        subnetIds: [
          wire.sandbox.world.network.subnetsOfVpc(
            PROVIDER,
            wire.sandbox.world.network.ensureDefaultVpc(PROVIDER).id,
          )[0].id,
        ],
        tags: { 'backstage-entity-ref': `component:default/c-${index}` },
        state: 'active',
      });
    }

    const { exposures } = await surveyScope(wire);

    expect(exposures).toHaveLength(120);
    expect(
      exposures.filter(
        ({ evidence }) => 'backstage-entity-ref' in evidence.tags,
      ),
    ).toHaveLength(120);
    expect(wire.sandbox.requestLog.total({ action: 'GetResources' })).toBe(2);
  });
});
