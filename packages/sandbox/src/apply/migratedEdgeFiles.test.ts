import {
  AwsCloudFrontInput,
  buildAwsCloudFront,
  buildCloudFrontMigration,
  CloudFrontMigrationInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

// Every test starts git many times, which takes long on a busy machine.
jest.setTimeout(120_000);

const VPC = 'vpc-0aaaaaaaaaaaaaaaa';
const PREFIX = 'external-dns.kubernetes.io/';
const ROUTE = {
  form: 'ingress-nginx',
  path: 'k8s/routes.yaml',
  ingress: { name: 'public', namespace: 'shop' },
} as const;

const shop = (origin: AwsCloudFrontInput['origin']): AwsCloudFrontInput => ({
  entityRef: 'component:default/shop',
  name: 'shop',
  cluster: 'platform-eu',
  account: TEST_SCOPE.accountId,
  region: TEST_SCOPE.region,
  hostNames: ['shop.acme.example'],
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

const throughEntrance = shop({
  type: 'public-entrance',
  hostName: 'lb.acme.example',
  route: ROUTE,
  secretHeader: {
    secretArn:
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:edge/origin-Ab12Cd',
  },
  entrance: {
    path: 'k8s/entrance.yaml',
    infrastructurePath: 'infra/entrance.tf',
    service: {
      name: 'entrance',
      namespace: 'shop',
      selector: { 'app.kubernetes.io/name': 'ingress-nginx' },
    },
    externalDnsPrefix: PREFIX,
    vpc: VPC,
    externalDns: {
      issuer:
        'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
    },
  },
});

describe('a service behind the public entrance, applied', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;
  let files: Record<string, string>;

  beforeEach(async () => {
    test = await startTestDeployments({
      externalDns: {
        prefix: PREFIX,
        domainFilters: ['lb.acme.example'],
        ownerId: 'platform-eu',
        accountId: TEST_SCOPE.accountId,
      },
    });
    test.world.hostedZones.createZone(TEST_SCOPE.accountId, {
      name: 'acme.example',
    });
    files = {};
  });
  afterEach(() => test.stop());

  /** Commits a change, lets it be applied, and tells what has not worked by then. */
  async function apply(built: {
    files: { path: string; content: string }[];
    deletedPaths: string[];
  }) {
    built.files.forEach(({ path, content }) => {
      files[path] = content;
    });
    built.deletedPaths.forEach(path => delete files[path]);
    const gone = built.deletedPaths.map(path => [path, null] as const);
    const steps = await test.commit({ ...files, ...Object.fromEntries(gone) });
    for (let round = 0; round < 60; round++) test.clock.advance(2000);
    return steps().filter(({ state }) => state !== 'applied');
  }

  const loadBalancers = () =>
    test.world.loadBalancing.loadBalancers.list(TEST_SCOPE);
  const distribution = () =>
    test.world.distributions.list(TEST_SCOPE.accountId)[0];
  const migrate = (step: CloudFrontMigrationInput['step']) =>
    apply(
      buildCloudFrontMigration(
        {
          step,
          route: ROUTE,
          published: shop({ type: 'vpc-origin', vpc: VPC }),
          ...(step === 'remove-entrance' && {
            entranceService: {
              path: 'k8s/entrance.yaml',
              name: 'entrance',
              namespace: 'shop',
            },
          }),
        },
        { existing: files },
      ),
    );

  it('has the name that external-dns keeps as its origin, and the secret header', async () => {
    await expect(
      apply(buildAwsCloudFront(throughEntrance, { existing: {} })),
    ).resolves.toEqual([]);

    const [entrance] = loadBalancers();
    expect(entrance.scheme).toBe('internet-facing');
    expect(distribution().config.origins).toEqual([
      expect.objectContaining({
        domainName: 'lb.acme.example',
        customHeaders: { 'X-Origin-Verify': expect.any(String) },
        target: expect.objectContaining({
          type: 'custom',
          protocolPolicy: 'https-only',
        }),
      }),
    ]);
    expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
      'lb.acme.example',
      entrance.dnsName,
    ]);
    const [role] = test.world.roles.list(TEST_SCOPE.accountId);
    expect(role.trustPolicy).toContain(
      'system:serviceaccount:external-dns:external-dns',
    );
  });

  it('moves to a VPC origin step by step, with the same distribution', async () => {
    await apply(buildAwsCloudFront(throughEntrance, { existing: {} }));
    const { id } = distribution();

    await expect(migrate('create-vpc-origin')).resolves.toEqual([]);
    expect(
      loadBalancers()
        .map(({ scheme }) => scheme)
        .sort(),
    ).toEqual(['internal', 'internet-facing']);
    expect(distribution().config.origins[0].target.type).toBe('custom');

    await expect(migrate('switch-origin')).resolves.toEqual([]);
    expect(distribution().id).toBe(id);
    expect(distribution().config.origins[0].target.type).toBe('vpc');

    await expect(migrate('remove-entrance')).resolves.toEqual([]);
    expect(loadBalancers().map(({ scheme }) => scheme)).toEqual(['internal']);
    expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
      'lb.acme.example',
    ]);
    expect(distribution()).toMatchObject({ id, state: 'Deployed' });
  });
});
