import {
  AwsCloudFrontInput,
  buildAwsCloudFront,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

// Every test starts git many times, which takes long on a busy machine.
jest.setTimeout(120_000);

const PREFIX = 'external-dns.kubernetes.io/';
const NAME = 'shop.acme.example';

/** The cluster's public entrance, whose pods are those of ingress-nginx or of a Gateway. */
const entrance = (selector: Record<string, string>) => `apiVersion: v1
kind: Service
metadata:
  name: entrance
  namespace: platform
  annotations:
    ${PREFIX}hostname: lb.acme.example
    service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: ${JSON.stringify(selector)}
  ports: [{ name: https, port: 443 }]
`;
const throughEntrance = (
  route: Extract<
    AwsCloudFrontInput['origin'],
    { type: 'public-entrance' }
  >['route'],
) => ({
  type: 'public-entrance' as const,
  hostName: 'lb.acme.example',
  route,
});

const shop = (origin: AwsCloudFrontInput['origin']): AwsCloudFrontInput => ({
  entityRef: 'component:default/shop',
  name: 'shop',
  cluster: 'platform-eu',
  account: TEST_SCOPE.accountId,
  region: TEST_SCOPE.region,
  externalDnsPrefix: PREFIX,
  hostNames: [NAME],
  zone: 'acme.example',
  service: {
    name: 'shop',
    namespace: 'shop',
    selector: { app: 'shop' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
  manifest: { path: 'k8s/shop.yaml' },
  origin,
  infrastructure: { format: 'terraform', path: 'infra/cloudfront.tf' },
});

describe('a published name in a cluster whose external-dns watches Ingresses and routes', () => {
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

  it.each([
    [
      'an internal load balancer',
      shop({ type: 'vpc-origin', vpc: 'vpc-0aaaaaaaaaaaaaaaa' }),
      {},
    ],
    [
      'ingress-nginx at the public entrance',
      shop(
        throughEntrance({
          form: 'ingress-nginx',
          path: 'k8s/route.yaml',
          ingress: { name: 'shop', namespace: 'shop' },
        }),
      ),
      { 'app.kubernetes.io/name': 'ingress-nginx' },
    ],
    [
      'a Gateway at the public entrance',
      shop(
        throughEntrance({
          form: 'gateway-api',
          path: 'k8s/route.yaml',
          route: { name: 'shop', namespace: 'shop' },
          gateway: { name: 'public', namespace: 'platform' },
        }),
      ),
      { 'gateway.networking.k8s.io/gateway-name': 'public' },
    ],
  ])(
    'leads to the distribution and never to %s',
    async (_, input, selector) => {
      const { files } = buildAwsCloudFront(input, { existing: {} });
      const manifests = files.filter(({ path }) => path.startsWith('k8s/'));
      const commit = (changed: typeof files) =>
        test.commit(
          Object.fromEntries(
            changed.map(({ path, content }) => [path, content]),
          ),
        );
      // The cluster takes its part before anybody applies the infrastructure code: external-dns is there first.
      await commit([
        ...manifests,
        ...(Object.keys(selector).length
          ? [{ path: 'k8s/entrance.yaml', content: entrance(selector) }]
          : []),
      ]);
      expect(test.world.hostedZones.resolve(NAME)).toEqual([NAME]);

      const steps = await commit(files);
      for (let round = 0; round < 60; round++) test.clock.advance(2000);

      expect(steps().filter(({ state }) => state !== 'applied')).toEqual([]);
      const [distribution] = test.world.distributions.list(
        TEST_SCOPE.accountId,
      );
      expect(test.world.hostedZones.resolve(NAME)).toEqual([
        NAME,
        distribution.domainName,
      ]);
    },
  );
});
