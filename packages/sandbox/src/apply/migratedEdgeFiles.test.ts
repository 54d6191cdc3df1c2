import {
  AwsCloudFrontInput,
  AwsPublicEntranceInput,
  buildAwsCloudFront,
  buildAwsPublicEntrance,
  buildCloudFrontMigration,
  CloudFrontMigrationInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { cloudFrontPrefixListId } from '../world';
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
});

const entrance: AwsPublicEntranceInput = {
  entityRef: 'component:default/edge',
  cluster: 'platform-eu',
  account: TEST_SCOPE.accountId,
  region: TEST_SCOPE.region,
  vpc: VPC,
  externalDnsPrefix: PREFIX,
  hostName: 'lb.acme.example',
  zone: 'acme.example',
  service: {
    name: 'entrance',
    namespace: 'shop',
    selector: { 'app.kubernetes.io/name': 'ingress-nginx' },
  },
  externalDns: {
    issuer:
      'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
  },
  manifest: { path: 'k8s/entrance.yaml' },
  infrastructure: { format: 'terraform', path: 'infra/entrance.tf' },
};

describe('the public entrance and a service behind it, applied', () => {
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

  const publish = async () => {
    await apply(buildAwsPublicEntrance(entrance));
    await apply(buildAwsCloudFront(throughEntrance, { existing: files }));
  };

  it.each([
    { format: 'terraform' as const, path: 'infra/entrance.tf' },
    { format: 'cloudformation' as const, path: 'infra/entrance.yaml' },
  ])(
    'is set up with a name that external-dns keeps, and lets CloudFront alone in ($format)',
    async infrastructure => {
      await expect(
        apply(buildAwsPublicEntrance({ ...entrance, infrastructure })),
      ).resolves.toEqual([]);

      const [loadBalancer, ...others] = loadBalancers();
      expect(others).toEqual([]);
      expect(loadBalancer).toMatchObject({
        scheme: 'internet-facing',
        tags: { 'backstage-entity-ref': 'component:default/edge' },
      });
      const rules = test.world.securityGroups.groups
        .list(TEST_SCOPE)
        .filter(({ id }) => loadBalancer.securityGroupIds.includes(id))
        .flatMap(group => group.rules.filter(rule => !rule.isEgress));
      expect(
        rules.map(({ fromPort, prefixListId }) => [fromPort, prefixListId]),
      ).toEqual([[443, cloudFrontPrefixListId(TEST_SCOPE.region)]]);
      expect(test.world.hostedZones.resolve('lb.acme.example')).toEqual([
        'lb.acme.example',
        loadBalancer.dnsName,
      ]);
      const [role] = test.world.roles.list(TEST_SCOPE.accountId);
      expect(role.trustPolicy).toContain(
        'system:serviceaccount:external-dns:external-dns',
      );
      const [zone] = test.world.hostedZones.zones.all();
      const [policy] = test.world.policies.list(TEST_SCOPE.accountId);
      expect([...role.attachedPolicyArns]).toEqual([policy.id]);
      expect(policy.versions[0].document).toContain(
        `arn:aws:route53:::hostedzone/${zone.id}`,
      );
    },
  );

  it('has the name that external-dns keeps as its origin, and the secret header', async () => {
    await apply(buildAwsPublicEntrance(entrance));
    await expect(
      apply(buildAwsCloudFront(throughEntrance, { existing: files })),
    ).resolves.toEqual([]);

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
  });

  it('moves to a VPC origin step by step, with the same distribution', async () => {
    await publish();
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
