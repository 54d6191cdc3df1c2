import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { config } from '../__testUtils__/demoWorld';
import { paymentsManifest } from '../__testUtils__/payments';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { readClusterProfiles } from '../config';
import { createLintManifestsAction } from './lintManifests';
import { examples } from './lintManifests.examples';

describe('private-exposure:manifest:lint examples', () => {
  const workspace = createMockDirectory();
  const action = createLintManifestsAction({
    clusters: readClusterProfiles(new ConfigReader(config)),
  });

  it.each(examples)('$description', async example => {
    const k8s = { 'payments.yaml': paymentsManifest };
    workspace.setContent({
      repository: { k8s },
      change: { k8s, infra: { 'privatelink.tf': '# Nothing yet\n' } },
    });
    const [input] = exampleInputs(action, example);

    const output = await runAction(action, input, {
      workspacePath: workspace.path,
    });

    expect(output).toEqual({
      findings: [],
      report: expect.stringContaining('The linter found nothing.'),
    });
  });
});
