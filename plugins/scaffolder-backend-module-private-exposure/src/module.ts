import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createClaimInCatalogAction } from './actions/claimInCatalog';
import { createConsumeAwsPrivateLinkAction } from './actions/consumeAwsPrivateLink';
import { createConsumeAzurePrivateLinkAction } from './actions/consumeAzurePrivateLink';
import { createGenerateAwsCloudFrontAction } from './actions/generateAwsCloudFront';
import { createGenerateAwsLoadBalancerAction } from './actions/generateAwsLoadBalancer';
import { createGenerateAwsPrivateLinkAction } from './actions/generateAwsPrivateLink';
import { createGenerateAzureFrontDoorAction } from './actions/generateAzureFrontDoor';
import { createGenerateAzurePrivateLinkAction } from './actions/generateAzurePrivateLink';
import { createGrantAwsPrivateLinkAction } from './actions/grantAwsPrivateLink';
import { createLintManifestsAction } from './actions/lintManifests';
import { createLocateRepositoryAction } from './actions/locateRepository';
import { createPrepareAwsClusterAction } from './actions/prepareAwsCluster';
import { createPrepareAwsEntranceAction } from './actions/prepareAwsEntrance';
import { createMigrateAwsCloudFrontAction } from './actions/migrateAwsCloudFront';
import { createTrackChangeAction } from './actions/trackChange';
import { createWithdrawAwsCloudFrontAction } from './actions/withdrawAwsCloudFront';
import { createWithdrawAwsLoadBalancerAction } from './actions/withdrawAwsLoadBalancer';
import { createWithdrawAwsPrivateLinkAction } from './actions/withdrawAwsPrivateLink';
import { createWithdrawAzurePrivateLinkAction } from './actions/withdrawAzurePrivateLink';
import { readClusterProfiles, readOwnerTag } from './config';

/**
 * The scaffolder actions of private exposure.
 *
 * @public
 */
export const scaffolderModulePrivateExposure = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'private-exposure',
  register({ registerInit }) {
    registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const clusters = readClusterProfiles(config);
        const ownerTag = readOwnerTag(config);
        actions.addActions(
          createGenerateAwsPrivateLinkAction({ catalog, clusters, ownerTag }),
          createConsumeAwsPrivateLinkAction({
            ...{ auth, catalog, clusters, discovery, ownerTag },
          }),
          createGrantAwsPrivateLinkAction({ catalog, clusters }),
          createWithdrawAwsPrivateLinkAction({ auth, catalog, discovery }),
          createGenerateAzurePrivateLinkAction({ catalog, clusters }),
          createConsumeAzurePrivateLinkAction({ catalog, clusters, ownerTag }),
          createGenerateAwsCloudFrontAction({ catalog, clusters, ownerTag }),
          createPrepareAwsEntranceAction({ catalog, clusters, ownerTag }),
          createMigrateAwsCloudFrontAction({ catalog, clusters, ownerTag }),
          createWithdrawAwsCloudFrontAction({ catalog }),
          createGenerateAwsLoadBalancerAction({ catalog, clusters, ownerTag }),
          createPrepareAwsClusterAction({ catalog, clusters, ownerTag }),
          createWithdrawAwsLoadBalancerAction({ catalog }),
          createGenerateAzureFrontDoorAction({ catalog, clusters, ownerTag }),
          createWithdrawAzurePrivateLinkAction({ auth, catalog, discovery }),
          createClaimInCatalogAction({ catalog, ownerTag }),
          createLintManifestsAction({ clusters }),
          createLocateRepositoryAction({ catalog, integrations }),
          createTrackChangeAction({ auth, catalog, discovery }),
        );
      },
    });
  },
});
