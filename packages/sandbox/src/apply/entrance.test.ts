import { buildSharedRoute } from '@postern/backstage-plugin-private-exposure-manifests';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

const PREFIX = 'external-dns.alpha.kubernetes.io/';

const entrance = (selector: Record<string, string>, annotations = {}) =>
  `apiVersion: v1
kind: Service
metadata:
  name: entrance
  namespace: platform
  annotations: ${JSON.stringify({
    [`${PREFIX}hostname`]: 'lb.acme.example',
    ...annotations,
  })}
spec:
  type: LoadBalancer
  selector: ${JSON.stringify(selector)}
  ports:
    - { name: http, port: 80 }
    - { name: https, port: 443 }
`;
const NGINX = { 'app.kubernetes.io/name': 'ingress-nginx' };
const GATEWAY = { 'gateway.networking.k8s.io/gateway-name': 'public' };

const route = {
  entityRef: 'component:default/shop',
  cluster: 'platform-eu',
  host: 'shop.acme.example',
  service: { name: 'shop', namespace: 'shop', port: 80 },
};
const entrances = {
  nginx: {
    form: 'ingress-nginx',
    path: 'k8s/routes.yaml',
    ingress: { name: 'public', namespace: 'shop' },
  },
  gateway: {
    form: 'gateway-api',
    path: 'k8s/routes.yaml',
    route: { name: 'shop', namespace: 'shop' },
    gateway: { name: 'public', namespace: 'platform' },
  },
} as const;

describe('a shared entrance', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;

  beforeEach(async () => {
    test = await startTestDeployments({
      externalDns: {
        prefix: PREFIX,
        domainFilters: ['acme.example'],
        ownerId: 'platform-eu',
        accountId: TEST_SCOPE.accountId,
      },
    });
    test.world.hostedZones.createZone(TEST_SCOPE.accountId, {
      name: 'acme.example',
    });
  });
  afterEach(() => test.stop());

  const classic = () => test.world.classicLoadBalancers.list(TEST_SCOPE);

  it('without class or type is a Classic Load Balancer with a name of its own, until the Service goes', async () => {
    await test.commit({
      'k8s/entrance.yaml': entrance(NGINX, {
        'service.beta.kubernetes.io/aws-load-balancer-ssl-cert':
          'arn:aws:acm:eu-west-1:111122223333:certificate/1',
        'service.beta.kubernetes.io/aws-load-balancer-ssl-ports': 'https',
        'service.beta.kubernetes.io/aws-load-balancer-backend-protocol': 'http',
      }),
    });
    const [loadBalancer, ...others] = classic();
    expect(others).toEqual([]);
    expect(loadBalancer).toMatchObject({
      scheme: 'internet-facing',
      tags: {
        'kubernetes.io/service-name': 'platform/entrance',
        'kubernetes.io/cluster/platform-eu': 'owned',
      },
    });
    expect(
      loadBalancer.listeners.map(one => [
        one.port,
        one.protocol,
        one.instanceProtocol,
      ]),
    ).toEqual([
      [80, 'HTTP', 'HTTP'],
      [443, 'HTTPS', 'HTTP'],
    ]);
    expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
      'lb.acme.example',
      loadBalancer.dnsName,
    ]);

    await test.commit({ 'k8s/entrance.yaml': null });
    expect(classic()).toEqual([]);
    expect(test.world.securityGroups.groups.list(TEST_SCOPE)).toEqual([]);
    expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
      'lb.acme.example',
    ]);
  });

  it.each([
    { form: 'nginx', selector: NGINX, resource: 'ingress/shop/public' },
    { form: 'gateway', selector: GATEWAY, resource: 'httproute/shop/shop' },
  ] as const)(
    'of $form takes the routes of other repositories, whose hosts lead to it',
    async ({ form, selector, resource }) => {
      const { files } = buildSharedRoute(
        { ...route, entrance: entrances[form] },
        { existing: {} },
      );
      const steps = await test.commit(
        Object.fromEntries(files.map(({ path, content }) => [path, content])),
      );
      expect(steps()).toEqual([
        expect.objectContaining({
          state: 'waiting',
          address: `Route ${resource}`,
        }),
      ]);

      await test.commit(
        { 'k8s/entrance.yaml': entrance(selector) },
        'acme/refunds',
      );
      test.clock.advance(4000);

      expect(steps()).toContainEqual({
        state: 'applied',
        address: `Route ${resource}`,
        message: expect.stringContaining('at Service platform/entrance'),
      });
      expect(test.world.hostedZones.resolve('shop.acme.example')).toEqual([
        'shop.acme.example',
        classic()[0].dnsName,
      ]);
    },
  );

  it('is a Network Load Balancer where the Service has the class of its controller', async () => {
    await test.commit({
      'k8s/entrance.yaml': entrance(NGINX).replace(
        '  type: LoadBalancer\n',
        '  type: LoadBalancer\n  loadBalancerClass: service.k8s.aws/nlb\n',
      ),
    });
    expect(classic()).toEqual([]);
    expect(
      test.world.loadBalancing.loadBalancers
        .list(TEST_SCOPE)
        .map(({ type }) => type),
    ).toEqual(['network']);
  });
});
