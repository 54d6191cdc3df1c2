import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsLoadBalancerAction } from './generateAwsLoadBalancer';
import { examples as generateExamples } from './generateAwsLoadBalancer.examples';
import { createPrepareAwsClusterAction } from './prepareAwsCluster';
import { examples as prepareExamples } from './prepareAwsCluster.examples';
import { createWithdrawAwsLoadBalancerAction } from './withdrawAwsLoadBalancer';
import { examples as withdrawExamples } from './withdrawAwsLoadBalancer.examples';

const workspace = createMockDirectory();
const options = {
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
};
const generate = createGenerateAwsLoadBalancerAction(options);
const prepare = createPrepareAwsClusterAction(options);
const withdraw = createWithdrawAwsLoadBalancerAction(options);

const CERTIFICATE =
  'arn:aws:acm:eu-west-1:999988887777:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f';

const [exposure] = exampleInputs(generate, generateExamples[0]);
const [preparation] = exampleInputs(prepare, prepareExamples[0]);

const context = () => ({ workspacePath: workspace.path });
const expose = (change: object = {}) =>
  runAction(generate, { ...exposure, ...change }, context());
const prepareCluster = (change: object = {}) =>
  runAction(prepare, { ...preparation, ...change }, context());

const contentsOf = (output: { files?: unknown }) =>
  Object.fromEntries(
    (output.files as { path: string; content: string }[]).map(
      ({ path, content }) => [path, content],
    ),
  );

beforeEach(() => workspace.setContent({ repository: {} }));

describe('private-exposure:aws-load-balancer:generate', () => {
  it("takes account, subnets and groups from the cluster's profile, and the owner from the catalog", async () => {
    const output = await expose({ entityRef: 'payments' });

    expect(output).toMatchObject({
      paths: ['k8s/payments.yaml'],
      branchName: 'private-exposure/expose-payments-load-balancer',
    });
    const { 'k8s/payments.yaml': manifest } = contentsOf(output);
    expect(manifest).toContain(
      'subnets: "subnet-0a1b2c3d4e5f6e001,subnet-0a1b2c3d4e5f6e002"',
    );
    expect(manifest).toContain('security-groups: "sg-0a1b2c3d4e5f6f001"');
    expect(manifest).toContain(
      'backstage-entity-ref=component:default/payments',
    );
    expect(output.description).toContain('account `999988887777`');
  });

  it('changes nothing when the template runs again', async () => {
    const { 'k8s/payments.yaml': manifest } = contentsOf(await expose());
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': manifest } },
    });

    expect((await expose()).paths).toEqual([]);
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-we' }, 'cluster: '],
    [{ host: 'a b' }, 'host: '],
    [{ paths: ['api'] }, 'paths[0]: '],
    [{ ingressName: 'No Name' }, 'ingressName: '],
    [{ manifestPath: '../a.yaml' }, 'manifestPath: '],
    [{ service: {} }, 'service.selector: '],
    [{ loadBalancer: { group: 'public' } }, 'loadBalancer.group: '],
    [
      { loadBalancer: { scheme: 'internet-facing' } },
      'loadBalancer.certificates: ',
    ],
    [
      {
        loadBalancer: {
          certificates: [CERTIFICATE.replace('999988887777', '111122223333')],
        },
      },
      'loadBalancer.certificates[0]: ',
    ],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(expose(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(generateExamples)('has an example: $description', async example => {
    const [input] = exampleInputs(generate, example);

    const output = await runAction(generate, input, context());

    expect(output.paths).toEqual(['k8s/payments.yaml']);
  });
});

describe('private-exposure:aws-load-balancer:prepare-cluster', () => {
  it('puts each account’s code into a folder of its own', async () => {
    const output = await prepareCluster();

    expect(output.paths).toEqual([
      'infra/999988887777/shared-eu.tf',
      'infra/999988887777/account-999988887777-eu-west-1.tf',
      'infra/111122223333/shared-eu.tf',
      'infra/111122223333/account-111122223333-eu-west-1.tf',
      'k8s/shared-eu-controller.yaml',
      'helm/shared-eu-controller.yaml',
    ]);
    expect(contentsOf(output)['helm/shared-eu-controller.yaml']).toContain(
      'vpc-0a1b2c3d4e5f60003',
    );
  });

  it('edits the files that are there', async () => {
    const contents = contentsOf(await prepareCluster());
    workspace.setContent({
      repository: {
        ...Object.fromEntries(Object.entries(contents)),
      },
    });
    expect((await prepareCluster()).paths).toEqual([]);
  });

  it.each([
    [{ cluster: 'platform-eu' }, 'loadBalancerAccount: '],
    [{ issuer: 'https://a.b' }, 'issuer: '],
    [{ sharedSubnets: ['a'] }, 'sharedSubnets[0]: '],
    [{ controller: { namespace: 'A' } }, 'controller.namespace: '],
    [
      { pods: { ...preparation.pods, fromNetworks: ['a'] } },
      'pods.fromNetworks[0]: ',
    ],
    [
      { infrastructure: { clusterPath: 'a.json' } },
      'infrastructure.clusterPath: ',
    ],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(prepareCluster(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
  });

  it.each(prepareExamples)('has an example: $description', async example => {
    const [input] = exampleInputs(prepare, example);

    const output = await runAction(prepare, input, context());

    expect(output.paths).toContain('k8s/shared-eu-controller.yaml');
  });
});

describe('private-exposure:aws-load-balancer:withdraw', () => {
  const exposeFirst = async () => {
    const { 'k8s/payments.yaml': manifest } = contentsOf(await expose());
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': manifest } },
    });
  };

  it.each(withdrawExamples)('has an example: $description', async example => {
    await exposeFirst();
    const [input] = exampleInputs(withdraw, example);

    const output = await runAction(withdraw, input, context());

    expect(contentsOf(output)['k8s/payments.yaml']).toContain(
      'deletion_protection.enabled=false',
    );
  });

  it.each([
    ['remove-load-balancer', {}, 'lift-protection'],
    ['lift-protection', { manifestPath: 'k8s/other.yaml' }, 'is not there'],
    ['lift-protection', { serviceName: 'A' }, 'serviceName: '],
  ] as const)('refuses %s with %j', async (step, change, message) => {
    await exposeFirst();
    await expect(
      runAction(
        withdraw,
        { entityRef: 'payments', step, ...change },
        context(),
      ),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });
});
