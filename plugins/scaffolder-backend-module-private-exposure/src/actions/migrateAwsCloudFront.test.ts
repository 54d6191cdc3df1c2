import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsCloudFrontAction } from './generateAwsCloudFront';
import { createMigrateAwsCloudFrontAction } from './migrateAwsCloudFront';
import { examples } from './migrateAwsCloudFront.examples';

const workspace = createMockDirectory();
const options = {
  catalog: catalogServiceMock({ entities }),
  clusters: readClusterProfiles(new ConfigReader(config)),
};
const generate = createGenerateAwsCloudFrontAction(options);
const migrate = createMigrateAwsCloudFrontAction(options);
const context = () => ({ workspacePath: workspace.path });

const route = {
  form: 'gateway-api' as const,
  gateway: { name: 'public', namespace: 'edge' },
};
const input = {
  entityRef: 'payments',
  cluster: 'platform-eu',
  hostNames: ['payments.acme.example'],
};
const service = { ports: [{ port: 80 }], selector: { app: 'payments' } };

let repository: Record<string, string> = {};

function merge(change: { files?: unknown; filesToDelete?: unknown }) {
  const files = change.files as { path: string; content: string }[];
  for (const { path, content } of files) repository[path] = content;
  for (const path of change.filesToDelete as string[]) delete repository[path];
  workspace.setContent({ repository });
}

type Step = 'create-vpc-origin' | 'switch-origin' | 'remove-entrance';
const step = (name: Step, changes: object = {}) =>
  runAction(migrate, { ...input, route, step: name, ...changes }, context());

beforeEach(async () => {
  repository = {};
  workspace.setContent({ repository });
  const origin = {
    type: 'public-entrance' as const,
    hostName: 'lb.acme.example',
    route,
  };
  merge(await runAction(generate, { ...input, service, origin }, context()));
});

describe('private-exposure:aws-cloudfront:migrate', () => {
  it('ends with the files that publishing over a VPC origin writes', async () => {
    const created = await step('create-vpc-origin');
    merge(created);
    const switched = await step('switch-origin');
    merge(switched);
    merge(await step('remove-entrance'));

    expect(created).toMatchObject({
      branchName: 'private-exposure/migrate-payments-create-vpc-origin',
      paths: ['k8s/payments.yaml', 'infra/cloudfront.tf'],
    });
    expect(switched.paths).toEqual(['infra/cloudfront.tf']);
    expect(Object.keys(repository)).not.toContain('k8s/payments-route.yaml');
    const again = await runAction(generate, { ...input, service }, context());
    expect(again.paths).toEqual([]);
  });

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ cluster: 'platform-we' }, 'cluster: '],
    [{ name: 'No Name' }, 'name: '],
    [{ hostNames: ['a b'] }, 'hostNames[0]: '],
    [{ route: { path: 'a.sh' } }, 'route.path: '],
    [{ route: { form: 'aws-ingress-group', group: '' } }, 'route.group: '],
    [{ origin: { type: 'public-entrance' } }, 'origin.'],
    [
      { entranceService: { path: 'a.sh', name: 'a', namespace: 'a' } },
      'entranceService.path: ',
    ],
    [{ infrastructure: { path: 'a.sh' } }, 'infrastructure.path: '],
    [{ infrastructure: { path: 'a.tf' } }, 'a.tf: is not there'],
    [{ step: 'switch-origin' }, 'infra/cloudfront.tf: has no VPC origin'],
  ])('refuses %j with the name of the field', async (change, start) => {
    await expect(step('create-vpc-origin', change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(examples)('has an example: $description', async example => {
    const [exampleInput] = exampleInputs(migrate, example);

    const output = await runAction(migrate, exampleInput, context());

    expect(output.paths).toHaveLength(2);
  });
});
