import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type ExposureProvider,
  privateExposureProvidersExtensionPoint,
} from '@postern/backstage-plugin-private-exposure-node';
import privateExposureModuleAws from './index';

/** Starts a backend with the module, and returns what it registered. */
async function startWith(config: object): Promise<ExposureProvider[]> {
  const providers: ExposureProvider[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'private-exposure',
    register(env) {
      env.registerExtensionPoint(privateExposureProvidersExtensionPoint, {
        addProvider: provider => providers.push(provider),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      privateExposureModuleAws,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  await backend.stop();
  return providers;
}

describe('privateExposureModuleAws', () => {
  it('adds the AWS provider with the scopes of the configuration', async () => {
    const [provider] = await startWith({
      aws: { accountDefaults: { roleName: 'Postern' } },
      privateExposure: {
        aws: {
          accounts: [
            { accountId: '111122223333', regions: ['eu-west-1', 'us-east-1'] },
          ],
        },
      },
    });

    expect(provider.id).toBe('aws');
    expect((await provider.listScopes()).map(({ id }) => id)).toEqual([
      'aws/111122223333/eu-west-1',
      'aws/111122223333/us-east-1',
      'aws/111122223333/global',
    ]);
  });

  it('stops the start for a wrong key, naming it', async () => {
    const start = startWith({
      privateExposure: { aws: { accounts: [{ accountId: '1', regions: [] }] } },
    });

    await expect(start).rejects.toThrow(
      "'privateExposure.aws.accounts[0].accountId'",
    );
  });
});
