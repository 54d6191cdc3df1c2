import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { config, entities } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createGenerateAwsPrivateLinkAction } from './generateAwsPrivateLink';
import { examples } from './generateAwsPrivateLink.examples';

describe('private-exposure:aws-privatelink:generate examples', () => {
  const workspace = createMockDirectory();
  const action = createGenerateAwsPrivateLinkAction({
    catalog: catalogServiceMock({ entities }),
    clusters: readClusterProfiles(new ConfigReader(config)),
  });

  beforeEach(() => {
    workspace.setContent({
      repository: { k8s: { 'payments.yaml': paymentsManifest } },
    });
  });

  it.each([
    { ...examples[0], paths: ['k8s/payments.yaml', 'infra/privatelink.tf'] },
    { ...examples[1], paths: ['k8s/private.yaml', 'infra/privatelink.yaml'] },
  ])('$description', async ({ paths, ...example }) => {
    const [input] = exampleInputs(action, example);

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect(output.paths).toEqual(paths);
  });
});
