import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsCloudFrontAction } from './generateAwsCloudFront';
import { createWithdrawAwsCloudFrontAction } from './withdrawAwsCloudFront';
import { examples } from './withdrawAwsCloudFront.examples';

const workspace = createMockDirectory();
const catalog = catalogServiceMock({ entities });
const generate = createGenerateAwsCloudFrontAction({
  catalog,
  clusters: readClusterProfiles(new ConfigReader(config)),
});
const withdraw = createWithdrawAwsCloudFrontAction({ catalog });
const context = () => ({ workspacePath: workspace.path });

interface Change {
  files?: unknown;
  filesToDelete?: unknown;
}

let repository: Record<string, string> = {};

function merge({ files, filesToDelete }: Change) {
  for (const { path, content } of files as { path: string; content: string }[])
    repository[path] = content;
  for (const path of (filesToDelete ?? []) as string[]) delete repository[path];
  workspace.setContent({ repository });
}

async function publish(changes: object = {}) {
  repository = {};
  workspace.setContent({ repository });
  merge(
    await runAction(
      generate,
      {
        entityRef: 'payments',
        cluster: 'platform-eu',
        hostNames: ['payments.acme.example'],
        service: { ports: [{ port: 80 }], selector: { app: 'payments' } },
        ...changes,
      },
      context(),
    ),
  );
}

const step = (name: string, changes: object = {}) =>
  runAction(
    withdraw,
    {
      entityRef: 'payments',
      step: name as 'remove-distribution',
      ...changes,
    },
    context(),
  );

describe('private-exposure:aws-cloudfront:withdraw', () => {
  it.each([
    ['terraform', {}, {}],
    [
      'cloudformation',
      { infrastructure: { format: 'cloudformation' } },
      { infrastructurePath: 'infra/cloudfront.json' },
    ],
    [
      'the public entrance',
      { origin: { type: 'public-entrance', hostName: 'lb.acme.example' } },
      { way: 'entrance', hostNames: ['payments.acme.example'] },
    ],
  ])(
    'takes away all that was written, with the same defaults: %s',
    async (_, asPublished, asked) => {
      await publish(asPublished);
      const first = await step('remove-distribution', asked);
      merge(first);
      merge(await step('remove-way', asked));
      merge(await step('remove-rest', asked));

      expect(first).toMatchObject({
        branchName: 'private-exposure/withdraw-payments-remove-distribution',
      });
      expect(
        Object.keys(repository).filter(path => !path.endsWith('us-east-1.tf')),
      ).toEqual(['k8s/payments.yaml']);
      expect(repository['k8s/payments.yaml']).not.toContain('Ingress');
    },
  );

  it.each([
    [{ entityRef: 'nobody' }, 'entityRef: '],
    [{ name: 'No Name' }, 'name: '],
    [{ serviceName: 'No' }, 'serviceName: '],
    [{ namespace: 'No' }, 'namespace: '],
    [{ manifestPath: '../a.yaml' }, 'manifestPath: '],
    [{ infrastructurePath: 'a.sh' }, 'infrastructurePath: '],
    [{ way: 'entrance' }, 'hostNames: '],
    [
      { way: 'entrance', hostNames: ['a.b'], route: { path: 'a.sh' } },
      'route.path: ',
    ],
    [{ step: 'remove-way' }, 'infra/cloudfront.tf: still has'],
  ])('refuses %j with the name of the field', async (change, start) => {
    await publish();

    await expect(step('remove-distribution', change)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(start),
    });
    expect(workspace.content()).not.toHaveProperty('change');
  });

  it.each(examples)('has an example: $description', async example => {
    await publish();
    const [input] = exampleInputs(withdraw, example);

    const output = await runAction(withdraw, input, context());

    expect(output.paths).toHaveLength(1);
  });
});
