import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';
import { config, entities } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import { runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsPrivateLinkAction } from './generateAwsPrivateLink';

const workspace = createMockDirectory();

const action = createGenerateAwsPrivateLinkAction({
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
});

const input = {
  entityRef: 'component:default/payments',
  cluster: 'payments-eu',
  endpointService: { principals: ['333344445555'] },
};

const run = (changes: object = {}) =>
  runAction(
    action,
    { ...input, ...changes },
    { workspacePath: workspace.path },
  );

beforeEach(() => {
  workspace.setContent({
    repository: { k8s: { 'payments.yaml': paymentsManifest } },
  });
});

describe('private-exposure:aws-privatelink:generate', () => {
  it('edits the Service that is there and adds the endpoint service', async () => {
    const output = await run();

    expect(output).toMatchObject({
      branchName: 'private-exposure/expose-payments',
      paths: ['k8s/payments.yaml', 'infra/privatelink.tf'],
      filesToDelete: [],
    });
    const [manifest, infrastructure] = await Promise.all(
      ['k8s/payments.yaml', 'infra/privatelink.tf'].map(path =>
        readFile(workspace.resolve('change', path), 'utf8'),
      ),
    );
    expect(manifest).toContain('replicas: 3 # one per zone');
    const [deployment, service] = parseAllDocuments(manifest).map(document =>
      document.toJS(),
    );
    expect(deployment).toEqual(parseAllDocuments(paymentsManifest)[0].toJS());
    expect(service.spec).toMatchObject({
      type: 'LoadBalancer',
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
    expect(infrastructure).toContain('arn:aws:iam::333344445555:root');
    expect(infrastructure).toContain('component:default/payments');
  });

  it('leaves the fetched repository as it was', async () => {
    await run();

    expect(workspace.content({ path: 'repository' })).toEqual({
      k8s: { 'payments.yaml': paymentsManifest },
    });
  });

  it('writes the same again', async () => {
    const first = await run();
    const again = await run();

    expect(again).toEqual(first);
  });

  it('works in the folder of an entity that shares its repository', async () => {
    workspace.setContent({
      repository: {
        services: { payments: { k8s: { 'payments.yaml': paymentsManifest } } },
      },
    });

    const output = await run({ folder: 'services/payments' });

    expect(output.paths).toEqual([
      'services/payments/k8s/payments.yaml',
      'services/payments/infra/privatelink.tf',
    ]);
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-us' }, 'cluster: '],
    [{ manifest: { path: '../../etc/x.yaml' } }, 'manifest.path: '],
    [{ service: { name: 'Payments' } }, 'service.name: '],
    [
      { endpointService: { principals: ['333344445555', 'everyone'] } },
      'endpointService.principals[1]: ',
    ],
    [
      { endpointService: { privateDnsName: 'a b' } },
      'endpointService.privateDnsName: ',
    ],
    [
      { endpointService: { principals: ['*'], acceptanceRequired: false } },
      'endpointService.principals[0]: ',
    ],
    [{ infrastructure: { path: 'infra/x.sh' } }, 'infrastructure.path: '],
    [{ reason: 'two\nlines' }, 'reason: '],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(run(change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it('writes nothing when the existing manifest can not be read', async () => {
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': 'kind: [Service\n' } },
    });

    await expect(run()).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('k8s/payments.yaml'),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });
});
