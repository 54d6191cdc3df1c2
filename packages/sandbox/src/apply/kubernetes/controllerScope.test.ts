import { ec2Arn } from '../../world';
import {
  startTestDeployments,
  TEST_SCOPE,
} from '../__testUtils__/startTestDeployments';

const NETWORK = { accountId: '999988887777', region: TEST_SCOPE.region };
const ROLE = `arn:aws:iam::${NETWORK.accountId}:role/LoadBalancerController`;

describe("the controller's role in another account", () => {
  let test: Awaited<ReturnType<typeof startTestDeployments>>;
  let issuer: string;
  let files: Record<string, string>;

  beforeEach(async () => {
    test = await startTestDeployments();
    const { network, shares, clusters } = test.world;
    const vpc = network.createVpc(NETWORK);
    const subnets = ['a', 'b'].map(zone =>
      network.createSubnet(NETWORK, {
        vpcId: vpc.id,
        zone: `eu-west-1${zone}`,
      }),
    );
    const subnetIds = subnets.map(({ id }) => id);
    shares.create(NETWORK, {
      name: 'for-clusters',
      resourceArns: subnets.map(subnet => ec2Arn(subnet, 'subnet')),
      principals: [TEST_SCOPE.accountId],
    });
    const cluster = clusters.create(TEST_SCOPE, {
      name: 'platform-eu',
      subnetIds,
    });
    issuer = cluster.oidcIssuer.replace('https://', '');
    files = {
      'k8s/controller.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: aws-load-balancer-controller
  namespace: kube-system
  annotations: { eks.amazonaws.com/role-arn: "${ROLE}" }
`,
      'k8s/ingress.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: payments
  namespace: payments
  annotations: { alb.ingress.kubernetes.io/subnets: "${subnetIds.join(',')}" }
spec: { ingressClassName: alb }
`,
    };
  });
  afterEach(() => test.stop());

  const addRole = (subject: string, operator = 'StringEquals') => {
    const { id } = test.world.identityProviders.create(NETWORK.accountId, {
      url: issuer,
      clientIds: ['sts.amazonaws.com'],
    });
    test.world.roles.create(NETWORK.accountId, {
      name: 'LoadBalancerController',
      trustPolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: id },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              [operator]: {
                [`${issuer}:aud`]: 'sts.amazonaws.com',
                [`${issuer}:sub`]: subject,
              },
            },
          },
        ],
      }),
    });
  };

  it('puts the load balancer there, once the role lets the service account in', async () => {
    const steps = await test.commit(files);
    expect(steps()).toEqual([
      expect.objectContaining({
        state: 'waiting',
        message: expect.stringContaining('sts:AssumeRoleWithWebIdentity'),
      }),
    ]);

    addRole('system:serviceaccount:kube-system:aws-load-balancer-controller');
    test.clock.advance(5000);

    expect(steps()).toEqual([expect.objectContaining({ state: 'applied' })]);
    const { loadBalancers } = test.world.loadBalancing;
    expect(loadBalancers.list(NETWORK)).toHaveLength(1);
    expect(loadBalancers.list(TEST_SCOPE)).toEqual([]);
  });

  it.each([
    { subject: 'system:serviceaccount:kube-system:*', operator: 'StringLike' },
  ])('takes $operator with $subject', async ({ subject, operator }) => {
    addRole(subject, operator);
    const steps = await test.commit(files);
    expect(steps()).toEqual([expect.objectContaining({ state: 'applied' })]);
  });

  it.each([
    {
      subject: 'system:serviceaccount:default:other',
      operator: 'StringEquals',
    },
    {
      subject: 'system:serviceaccount:kube-system:*',
      operator: 'StringEquals',
    },
  ])('waits with $operator and $subject', async ({ subject, operator }) => {
    addRole(subject, operator);
    const steps = await test.commit(files);
    expect(steps()).toEqual([expect.objectContaining({ state: 'waiting' })]);
  });
});
