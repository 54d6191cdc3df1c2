import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createPrepareAwsEntranceAction } from './prepareAwsEntrance';
import { examples } from './prepareAwsEntrance.examples';

const platform = config.privateExposure.clusters['platform-eu'];
const { vpcId: _vpc, ...withoutVpc } = platform;
const { externalDnsPrefix: _prefix, ...withoutPrefix } = platform;

const workspace = createMockDirectory();
const action = createPrepareAwsEntranceAction({
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(
    new ConfigReader({
      privateExposure: {
        clusters: {
          ...config.privateExposure.clusters,
          'without-vpc': withoutVpc,
          'without-prefix': withoutPrefix,
        },
      },
    }),
  ),
});
const issuer =
  'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const input = {
  entityRef: 'payments',
  cluster: 'platform-eu',
  hostName: 'lb.acme.example',
  service: { selector: { app: 'gateway' } },
  externalDns: { issuer },
};
const prepare = (changes: object = {}) =>
  runAction(
    action,
    { ...input, ...changes },
    { workspacePath: workspace.path },
  );
const filesOf = (output: { files?: unknown }) =>
  Object.fromEntries(
    (output.files as { path: string; content: string }[]).map(
      ({ path, content }) => [path, content],
    ),
  );

beforeEach(() => workspace.setContent({ repository: {} }));

describe('private-exposure:aws-cloudfront:prepare-entrance', () => {
  it('takes place and prefix from the cluster’s profile, and the zone from the name', async () => {
    const output = await prepare({ zone: '', reason: '', certificateArn: '' });

    expect(output).toMatchObject({
      paths: ['k8s/public-entrance.yaml', 'infra/platform-eu-entrance.tf'],
      branchName: 'private-exposure/entrance-platform-eu',
      findings: [],
    });
    const files = filesOf(output);
    expect(files['k8s/public-entrance.yaml']).toContain(
      'external-dns.alpha.kubernetes.io/hostname: "lb.acme.example"',
    );
    expect(files['k8s/public-entrance.yaml']).toContain('subnet-0a1b2c3d4e5f');
    expect(files['infra/platform-eu-entrance.tf']).toContain(
      'vpc-0a1b2c3d4e5f60001',
    );
    expect(files['infra/platform-eu-entrance.tf']).toMatch(
      /name += "acme.example"/,
    );
  });

  it.each(['terraform', 'cloudformation'])(
    'writes nothing the second time (%s)',
    async format => {
      const change = { folder: 'edge', infrastructure: { format } };
      const first = filesOf(await prepare(change));
      workspace.setContent({ repository: first });

      expect(Object.keys(first)).toHaveLength(2);
      expect((await prepare(change)).paths).toEqual([]);
    },
  );

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-we' }, 'cluster: '],
    [{ cluster: 'without-vpc' }, 'cluster (vpcId of its profile): '],
    [
      { cluster: 'without-prefix' },
      'cluster (externalDnsPrefix of its profile): ',
    ],
    [{ hostName: 'a b' }, 'hostName: '],
    [{ zone: 'other.example' }, 'hostName: '],
    [{ service: { selector: {} } }, 'service.selector: '],
    [{ service: { selector: { a: 'b' }, name: 'No' } }, 'service.name: '],
    [{ certificateArn: 'a' }, 'certificateArn: '],
    [{ externalDns: { issuer: 'http://a' } }, 'externalDns.issuer: '],
    [{ externalDns: { issuer, namespace: '$' } }, 'externalDns.namespace: '],
    [
      { externalDns: { issuer, serviceAccount: '$' } },
      'externalDns.serviceAccount: ',
    ],
    [{ manifestPath: '../a.yaml' }, 'manifestPath: '],
    [{ infrastructure: { path: 'a.json' } }, 'infrastructure.path: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(prepare(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(examples)('has an example: $description', async example => {
    const [exampleInput] = exampleInputs(action, example);

    const output = await runAction(action, exampleInput, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toHaveLength(2);
  });
});
