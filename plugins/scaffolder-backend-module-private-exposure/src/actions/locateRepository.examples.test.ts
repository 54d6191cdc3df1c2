import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { exampleInputs, runAction } from '../__testUtils__/runAction';
import { createLocateRepositoryAction } from './locateRepository';
import { examples } from './locateRepository.examples';

describe('private-exposure:repository:locate examples', () => {
  const action = createLocateRepositoryAction({
    catalog: catalogServiceMock({ entities }),
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          github: [
            { host: 'localhost:7071', apiBaseUrl: 'http://localhost:7071/api' },
            {
              host: 'git.acme.example',
              apiBaseUrl: 'https://git.acme.example',
            },
          ],
        },
      }),
    ),
  });

  it.each([
    [examples[0], 'acme/payments'],
    [examples[1], 'acme/deployments'],
  ])('$description', async (example, slug) => {
    const [input] = exampleInputs(action, example);

    await expect(runAction(action, input)).resolves.toMatchObject({ slug });
  });
});
