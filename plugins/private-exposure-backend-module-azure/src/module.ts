import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { privateExposureProvidersExtensionPoint } from '@postern/backstage-plugin-private-exposure-node';
import { AzureExposureProvider } from './AzureExposureProvider';
import { readAzureProviderConfig } from './config';

/**
 * Adds the Azure provider to the private exposure backend.
 *
 * @public
 */
export const privateExposureModuleAzure = createBackendModule({
  pluginId: 'private-exposure',
  moduleId: 'azure',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: privateExposureProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const azureConfig = readAzureProviderConfig(config);
        if (azureConfig.tenants.length === 0) {
          logger.warn(
            "No Azure subscription is looked at: list them under 'privateExposure.azure.tenants'",
          );
        }
        providers.addProvider(
          AzureExposureProvider.create({ config: azureConfig, logger }),
        );
      },
    });
  },
});
