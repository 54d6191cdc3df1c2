import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type ExposureProvider,
  privateExposureProvidersExtensionPoint,
} from '@postern/backstage-plugin-private-exposure-node';
import privateExposureModuleAzure from './index';

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
      privateExposureModuleAzure,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  await backend.stop();
  return providers;
}

const withTenant = (changes: object) => ({
  privateExposure: {
    azure: {
      tenants: [
        {
          tenantId: '11111111-aaaa-4000-8000-000000000001',
          // No process has the file that this needs; that is for the survey to say, not for the start.
          credential: { type: 'workload-identity' },
          subscriptions: [
            { subscriptionId: '11111111-cccc-4000-8000-000000000001' },
            { subscriptionId: '11111111-cccc-4000-8000-000000000002' },
          ],
          ...changes,
        },
      ],
    },
  },
});

describe('privateExposureModuleAzure', () => {
  it('adds the Azure provider with the scopes of the configuration', async () => {
    const [provider] = await startWith(withTenant({}));

    expect(provider.id).toBe('azure');
    expect((await provider.listScopes()).map(({ id }) => id)).toEqual([
      'azure/11111111-cccc-4000-8000-000000000001',
      'azure/11111111-cccc-4000-8000-000000000001/front-door',
      'azure/11111111-cccc-4000-8000-000000000002',
      'azure/11111111-cccc-4000-8000-000000000002/front-door',
    ]);
  });

  it('stops the start for a wrong key, naming it', async () => {
    const start = startWith(withTenant({ tenantId: 'acme' }));

    await expect(start).rejects.toThrow(
      "'privateExposure.azure.tenants[0].tenantId'",
    );
  });
});
