import {
  AwsClusterPreparationInput,
  buildAwsClusterPreparation,
  buildAwsLoadBalancer,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  startTestDeployments,
  TEST_SCOPE,
} from './__testUtils__/startTestDeployments';

// Every test starts git many times, which takes long on a busy machine.
jest.setTimeout(120_000);

const NETWORK = { accountId: '999988887777', region: TEST_SCOPE.region };
const SUBNETS = ['subnet-0bbbbbbbbbbbbbbb1', 'subnet-0bbbbbbbbbbbbbbb2'];
const PODS = 'sg-0cccccccccccccccc';
const LOAD_BALANCERS = 'sg-0dddddddddddddddd';
const PATHS = {
  loadBalancerPath: 'infra/load-balancers/platform-eu',
  clusterPath: 'infra/cluster/platform-eu',
};

const infrastructures: AwsClusterPreparationInput['infrastructure'][] = [
  {
    format: 'terraform',
    loadBalancerPath: `${PATHS.loadBalancerPath}.tf`,
    clusterPath: `${PATHS.clusterPath}.tf`,
    loadBalancerRoleArn: `arn:aws:iam::${NETWORK.accountId}:role/Pipeline`,
  },
  {
    format: 'cloudformation',
    loadBalancerPath: `${PATHS.loadBalancerPath}.json`,
    clusterPath: `${PATHS.clusterPath}.json`,
  },
];

describe('files for a load balancer in another account, applied', () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;
  let preparation: Omit<AwsClusterPreparationInput, 'infrastructure'>;
  let certificateArn: string;

  beforeEach(async () => {
    test = await startTestDeployments({
      stacks: { [`${PATHS.loadBalancerPath}.json`]: NETWORK },
    });
    const { network, securityGroups, clusters, certificates } = test.world;
    const vpc = network.createVpc(NETWORK);
    SUBNETS.forEach((id, index) =>
      network.createSubnet(NETWORK, {
        id,
        vpcId: vpc.id,
        zone: `eu-west-1${'ab'[index]}`,
      }),
    );
    securityGroups.createSecurityGroup(NETWORK, {
      id: LOAD_BALANCERS,
      name: 'load-balancers',
      description: 'From the offices',
      vpcId: vpc.id,
    });
    securityGroups.createSecurityGroup(TEST_SCOPE, {
      id: PODS,
      name: 'pods',
      description: 'Pods of platform-eu',
      vpcId: 'vpc-0aaaaaaaaaaaaaaaa',
    });
    const { oidcIssuer } = clusters.create(TEST_SCOPE, {
      name: 'platform-eu',
      subnetIds: ['subnet-0aaaaaaaaaaaaaaaa'],
    });
    certificateArn = certificates.create(NETWORK, {
      domainName: 'payments.acme.example',
      state: 'ISSUED',
    }).id;
    preparation = {
      entityRef: 'resource:default/platform-eu',
      cluster: 'platform-eu',
      account: TEST_SCOPE.accountId,
      loadBalancerAccount: NETWORK.accountId,
      region: TEST_SCOPE.region,
      issuer: oidcIssuer,
      vpc: vpc.id,
      sharedSubnets: SUBNETS,
      controller: {
        serviceAccount: { name: 'edge-controller' },
        manifestPath: 'k8s/controller.yaml',
        valuesPath: 'helm/controller.yaml',
      },
      pods: {
        securityGroup: PODS,
        ports: [8080],
        from: { type: 'security-groups', ids: [LOAD_BALANCERS] },
      },
    };
  });
  afterEach(() => test.stop());

  const toFiles = ({ files }: { files: { path: string; content: string }[] }) =>
    Object.fromEntries(files.map(({ path, content }) => [path, content]));

  const buildService = () =>
    buildAwsLoadBalancer({
      entityRef: 'component:default/payments',
      cluster: 'platform-eu',
      account: TEST_SCOPE.accountId,
      loadBalancerAccount: NETWORK.accountId,
      region: TEST_SCOPE.region,
      manifest: { path: 'k8s/payments.yaml' },
      service: {
        name: 'payments',
        namespace: 'payments',
        selector: { app: 'payments' },
        ports: [{ port: 8080 }],
      },
      ingress: { host: 'payments.acme.example', paths: [{ path: '/api' }] },
      loadBalancer: {
        subnets: SUBNETS,
        securityGroups: [LOAD_BALANCERS],
        certificates: [certificateArn],
      },
    });

  it.each(infrastructures)(
    'with $format let the controller in, share the subnets, and put the load balancer there',
    async infrastructure => {
      const files = toFiles(
        buildAwsClusterPreparation({ ...preparation, infrastructure }),
      );
      const steps = await test.commit(files);
      test.clock.advance(10_000);
      expect(steps().filter(({ state }) => state !== 'applied')).toEqual([]);

      const [role] = test.world.roles.list(NETWORK.accountId);
      expect([...role.attachedPolicyArns]).toEqual([
        `arn:aws:iam::${NETWORK.accountId}:policy/${role.name}`,
      ]);
      expect(test.world.network.listSubnets(TEST_SCOPE)).toEqual(
        expect.arrayContaining(
          SUBNETS.map(id => expect.objectContaining({ id })),
        ),
      );
      expect(
        test.world.securityGroups
          .getSecurityGroup(TEST_SCOPE, PODS)
          .rules.filter(rule => !rule.isEgress)
          .map(rule => [rule.fromPort, rule.referencedGroupId]),
      ).toEqual([[8080, LOAD_BALANCERS]]);

      const later = await test.commit(toFiles(buildService()), 'acme/refunds');
      test.clock.advance(10_000);
      expect(later().filter(({ state }) => state !== 'applied')).toEqual([]);
      expect(test.world.loadBalancing.loadBalancers.list(TEST_SCOPE)).toEqual(
        [],
      );
      const [loadBalancer] =
        test.world.loadBalancing.loadBalancers.list(NETWORK);
      expect(loadBalancer).toMatchObject({
        subnetIds: SUBNETS,
        securityGroupIds: [LOAD_BALANCERS],
        tags: {
          'backstage-entity-ref': 'component:default/payments',
          'elbv2.k8s.aws/cluster': 'platform-eu',
          'ingress.k8s.aws/stack': 'payments/payments',
        },
      });

      const gone = await test.commit(
        Object.fromEntries(Object.keys(files).map(path => [path, null])),
      );
      test.clock.advance(10_000);
      expect(gone().filter(({ state }) => state !== 'applied')).toEqual([]);
      expect(test.world.roles.list(NETWORK.accountId)).toEqual([]);
      expect(test.world.identityProviders.list(NETWORK.accountId)).toEqual([]);
    },
  );

  it('are refused by a provider for an account that the pipeline has no role in', async () => {
    const { loadBalancerPath, clusterPath } = infrastructures[0];
    const steps = await test.commit(
      toFiles(
        buildAwsClusterPreparation({
          ...preparation,
          infrastructure: {
            format: 'terraform',
            loadBalancerPath,
            clusterPath,
          },
        }),
      ),
    );
    expect(steps()).toContainEqual(
      expect.objectContaining({
        state: 'failed',
        message: expect.stringContaining(
          `AWS account ID not allowed: ${TEST_SCOPE.accountId}`,
        ),
      }),
    );
    expect(test.world.roles.list(NETWORK.accountId)).toEqual([]);
  });
});
