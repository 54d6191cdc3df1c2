import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsCloudFrontAction } from './generateAwsCloudFront';
import { examples } from './generateAwsCloudFront.examples';

const { vpcId: _, ...withoutVpc } =
  config.privateExposure.clusters['platform-eu'];

const workspace = createMockDirectory();
const action = createGenerateAwsCloudFrontAction({
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(
    new ConfigReader({
      privateExposure: {
        clusters: {
          ...config.privateExposure.clusters,
          'without-vpc': withoutVpc,
        },
      },
    }),
  ),
});
const input = {
  entityRef: 'payments',
  cluster: 'platform-eu',
  hostNames: ['payments.acme.example'],
  service: { ports: [{ port: 80 }], selector: { app: 'payments' } },
};
const publish = (changes: object = {}) =>
  runAction(
    action,
    { ...input, ...changes },
    { workspacePath: workspace.path },
  );

const contentOf = (output: { files?: unknown }, path: string) =>
  (output.files as { path: string; content: string }[]).find(
    file => file.path === path,
  )?.content;

beforeEach(() => workspace.setContent({ repository: {} }));

describe('private-exposure:aws-cloudfront:generate', () => {
  it('takes account, VPC and subnets from the cluster, and the owner from the catalog', async () => {
    const output = await publish({ reason: '', zone: '' });

    expect(output).toMatchObject({
      paths: ['k8s/payments.yaml', 'infra/cloudfront.tf', 'infra/us-east-1.tf'],
      branchName: 'private-exposure/publish-payments',
      findings: [],
    });
    const terraform = contentOf(output, 'infra/cloudfront.tf');
    expect(terraform).toContain('vpc-0a1b2c3d4e5f60001');
    expect(terraform).toContain('component:default/payments');
    expect(terraform).toMatch(/name += "acme.example"/);
    expect(contentOf(output, 'k8s/payments.yaml')).toContain(
      'subnet-0a1b2c3d4e5f6a001,subnet-0a1b2c3d4e5f6a002,subnet-0a1b2c3d4e5f6a003',
    );
  });

  it('keeps external-dns from the name, with the prefix that the cluster’s profile says', async () => {
    expect(contentOf(await publish(), 'k8s/payments.yaml')).toContain(
      'external-dns.alpha.kubernetes.io/ingress-hostname-source: "annotation-only"',
    );
  });

  it('writes nothing the second time', async () => {
    const { files } = await publish();
    const written = files as { path: string; content: string }[];
    workspace.setContent({
      repository: Object.fromEntries(
        written.map(({ path, content }) => [path, content]),
      ),
    });

    expect((await publish()).paths).toEqual([]);
  });

  it('declares the provider for us-east-1 once in a module', async () => {
    workspace.setContent({
      repository: {
        'infra/main.tf':
          'provider "aws" {\n  alias = "us_east_1"\n  region = "us-east-1"\n}\n',
        'infra/broken.tf': 'resource {',
      },
    });

    expect((await publish()).paths).toEqual([
      'k8s/payments.yaml',
      'infra/cloudfront.tf',
    ]);
  });

  it('takes no path at a public entrance that is another service’s', async () => {
    const origin = {
      type: 'public-entrance' as const,
      hostName: 'lb.acme.example',
      route: { path: 'k8s/routes.yaml', name: 'public' },
    };
    workspace.setContent({
      repository: {
        'k8s/others.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: others, namespace: ledger }
spec:
  ingressClassName: nginx
  rules:
    - host: payments.acme.example
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: ledger, port: { number: 80 } } }
`,
      },
    });

    await expect(publish({ origin })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('ledger'),
    });
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-we' }, 'cluster: '],
    [{ cluster: 'without-vpc' }, 'cluster (vpcId of its profile): '],
    [{ name: 'No Name' }, 'name: '],
    [{ hostNames: [] }, 'hostNames: '],
    [{ hostNames: ['a b'] }, 'hostNames[0]: '],
    [{ zone: 'other.example' }, 'hostNames[0]: '],
    [{ paths: ['api'] }, 'paths[0]: '],
    [{ port: 81 }, 'port: '],
    [{ service: {} }, 'service.selector: '],
    [{ origin: { certificateArn: 'a' } }, 'origin.certificateArn: '],
    [{ origin: { type: 'public-entrance' } }, 'origin.hostName: '],
    [
      {
        origin: {
          type: 'public-entrance',
          hostName: 'lb.acme.example',
          route: { form: 'aws-ingress-group', group: 'public' },
        },
      },
      'origin.route.group: ',
    ],
    [
      {
        origin: {
          type: 'public-entrance',
          hostName: 'lb.acme.example',
          certificateArn: 'a',
          route: { form: 'aws-ingress-group', group: 'public' },
        },
      },
      'origin.certificateArn: ',
    ],
    [{ webAcl: { arn: 'a' } }, 'webAcl.arn: '],
    [{ webAcl: { block: ['a'] } }, 'webAcl.block[0]: '],
    [{ logs: { retentionDays: 2 } }, 'logs.retentionDays: '],
    [{ infrastructure: { path: 'a.sh' } }, 'infrastructure.path: '],
    [{ infrastructure: { path: '../a.tf' } }, 'infrastructure.path: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(publish(change)).rejects.toMatchObject({
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

    expect(output.paths).toHaveLength(3);
  });
});
