import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { privateExposureProvidersExtensionPoint } from '@postern/backstage-plugin-private-exposure-node';
import { AwsExposureProvider } from './AwsExposureProvider';
import { readAwsProviderConfig } from './config';

/**
 * Adds the AWS provider to the private exposure backend.
 *
 * @public
 */
export const privateExposureModuleAws = createBackendModule({
  pluginId: 'private-exposure',
  moduleId: 'aws',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        providers: privateExposureProvidersExtensionPoint,
      },
      async init({ config, lifecycle, logger, providers }) {
        const awsConfig = readAwsProviderConfig(config);
        if (awsConfig.accounts.length === 0) {
          logger.warn(
            "No AWS account is looked at: list them under 'privateExposure.aws.accounts'",
          );
        }
        const provider = AwsExposureProvider.create({
          config: awsConfig,
          credentials: DefaultAwsCredentialsManager.fromConfig(config),
          logger,
        });
        lifecycle.addShutdownHook(() => provider.shutdown());
        providers.addProvider(provider);
      },
    });
  },
});
