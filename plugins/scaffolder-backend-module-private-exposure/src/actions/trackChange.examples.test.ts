import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { startRecordingBackend } from '../__testUtils__/startRecordingBackend';
import { createTrackChangeAction } from './trackChange';
import { examples } from './trackChange.examples';

describe('private-exposure:change:track examples', () => {
  it.each(examples)('$description', async example => {
    const backend = await startRecordingBackend({
      status: 201,
      body: { id: 'change-1' },
    });
    const action = createTrackChangeAction({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      catalog: catalogServiceMock({ entities }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => backend.baseUrl,
      }),
    });
    const [input] = exampleInputs(action, example);

    const output = await runAction(action, input);
    await backend.stop();

    expect(output).toEqual({ changeId: 'change-1' });
    expect(backend.requests[0].body).toMatchObject({
      kind: 'aws-endpoint-service',
      ...input,
    });
  });
});
