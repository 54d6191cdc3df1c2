import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createLocateRepositoryAction } from './actions/locateRepository';
import { createTrackChangeAction } from './actions/trackChange';

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
        actions.addActions(
          createLocateRepositoryAction({ catalog, integrations }),
          createTrackChangeAction({ auth, catalog, discovery }),
        );
      },
    });
  },
});
