import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { config, entities } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAzurePrivateLinkAction } from './generateAzurePrivateLink';
import { examples } from './generateAzurePrivateLink.examples';

const catalogInfo = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments # ours
  annotations: {}
spec:
  type: service
`;
const SUBSCRIPTION = '0a1b2c3d-0000-4000-8000-00000000000b';
const CLAIM = 'private-exposure.io/kubernetes-service';

const workspace = createMockDirectory();
const actionFor = (annotations: Record<string, string> = {}) =>
  createGenerateAzurePrivateLinkAction({
    catalog: catalogServiceMock({
      entities: entities.map(entity => ({
        ...entity,
        metadata: { ...entity.metadata, annotations },
      })),
    }),
    clusters: readClusterProfiles(new ConfigReader(config)),
  });
const action = actionFor();

const input = {
  entityRef: 'payments',
  cluster: 'platform-we',
  privateLinkService: {
    subnet: 'private-link',
    visibility: [SUBSCRIPTION],
  },
};

const run = (changes: object = {}, of = action) =>
  runAction(of, { ...input, ...changes }, { workspacePath: workspace.path });

beforeEach(() => {
  workspace.setContent({
    repository: {
      'catalog-info.yaml': catalogInfo,
      k8s: { 'payments.yaml': paymentsManifest },
    },
  });
});

describe('private-exposure:azure-private-link:generate', () => {
  it('edits the Service that is there, and has the entity claim it', async () => {
    const output = await run();

    expect(output).toMatchObject({
      branchName: 'private-exposure/expose-payments',
      paths: ['k8s/payments.yaml', 'catalog-info.yaml'],
      filesToDelete: [],
      findings: [],
    });
    const [manifest, catalog] = await Promise.all(
      ['k8s/payments.yaml', 'catalog-info.yaml'].map(path =>
        readFile(workspace.resolve('change', path), 'utf8'),
      ),
    );
    expect(manifest).toContain('replicas: 3 # one per zone');
    const [, service] = parseAllDocuments(manifest).map(document =>
      document.toJS(),
    );
    expect(service).toMatchObject({
      metadata: {
        annotations: {
          'service.beta.kubernetes.io/azure-load-balancer-internal': 'true',
          'service.beta.kubernetes.io/azure-pls-create': 'true',
          'service.beta.kubernetes.io/azure-pls-name': 'payments',
          'service.beta.kubernetes.io/azure-pls-visibility': SUBSCRIPTION,
        },
      },
      spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
    });
    expect(catalog).toContain('name: payments # ours');
    expect(parseAllDocuments(catalog)[0].toJS().metadata.annotations).toEqual({
      [CLAIM]: 'platform-we/payments/payments',
    });
  });

  it('leaves the catalog file alone where the catalog has the claim', async () => {
    const output = await run(
      {},
      actionFor({ [CLAIM]: 'platform-we/payments/payments' }),
    );

    expect(output.paths).toEqual(['k8s/payments.yaml']);
    expect(output.description).toContain(
      'The catalog says that it is the component',
    );
  });

  it('takes the empty fields of a form as nothing', async () => {
    const output = await run({
      loadBalancer: { subnet: '', address: '' },
      privateLinkService: {
        ...input.privateLinkService,
        name: '',
        resourceGroup: '',
      },
    });

    const [{ content }] = output.files as { content: string }[];
    expect(content).toContain('azure-pls-name: "payments"');
    expect(content).not.toContain('internal-subnet');
    expect(content).not.toContain('pls-resource-group');
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-eu' }, "cluster: 'platform-eu' is on AWS"],
    [{ cluster: 'nowhere' }, 'cluster: '],
    [{ manifest: { path: '../../etc/x.yaml' } }, 'manifest.path: '],
    [{ service: { name: 'Payments' } }, 'service.name: '],
    [
      { privateLinkService: { visibility: [SUBSCRIPTION, 'everyone'] } },
      'privateLinkService.visibility[1]: ',
    ],
    [
      { privateLinkService: { autoApproval: [SUBSCRIPTION] } },
      'privateLinkService.autoApproval[0]: ',
    ],
    [
      { privateLinkService: { subnet: 'nowhere' } },
      'privateLinkService.subnet: ',
    ],
    [{ loadBalancer: { address: '10.225.10.1' } }, 'loadBalancer.address: '],
    [{ reason: 'two\nlines' }, 'reason: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(run(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});

describe('private-exposure:azure-private-link:generate examples', () => {
  it.each([
    { ...examples[0], paths: ['k8s/payments.yaml', 'catalog-info.yaml'] },
    { ...examples[1], paths: ['k8s/private.yaml', 'catalog-info.yaml'] },
  ])('$description', async ({ paths, ...example }) => {
    const [exampleInput] = exampleInputs(action, example);

    const output = await runAction(action, exampleInput, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toEqual(paths);
  });
});
