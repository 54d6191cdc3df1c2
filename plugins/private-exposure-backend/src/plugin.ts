import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { toError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { privateExposureProvidersExtensionPoint } from '@postern/backstage-plugin-private-exposure-node';
import { readPrivateExposureConfig } from './config';
import { createListeners } from './createListeners';
import { createObservation } from './createObservation';
import { createServices } from './createServices';
import { DatabaseExposureStore } from './database/DatabaseExposureStore';
import { ObservationMetrics } from './metrics/ObservationMetrics';
import { registerPermissions } from './permissions/registerPermissions';
import { ProviderRegistry } from './providers/ProviderRegistry';
import { createRouter } from './routes/createRouter';
import { startTasks } from './startTasks';

const serviceRefs = {
  actionsRegistry: actionsRegistryServiceRef,
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  database: coreServices.database,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  lifecycle: coreServices.lifecycle,
  logger: coreServices.logger,
  metrics: metricsServiceRef,
  notifications: notificationService,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  rootConfig: coreServices.rootConfig,
  scheduler: coreServices.scheduler,
  signals: signalsServiceRef,
  urlReader: coreServices.urlReader,
  userInfo: coreServices.userInfo,
};

/**
 * The backend of private exposure: observes, decides, and serves both over HTTP. The clouds come from its modules.
 *
 * @public
 */
export const privateExposurePlugin = createBackendPlugin({
  pluginId: 'private-exposure',
  register(env) {
    const providers = ProviderRegistry.create();
    env.registerExtensionPoint({
      extensionPoint: privateExposureProvidersExtensionPoint,
      factory: ({ reportModuleStartupFailure }) => ({
        addProvider(provider) {
          try {
            providers.add(provider);
          } catch (error) {
            reportModuleStartupFailure({ error: toError(error) });
          }
        },
      }),
    });

    env.registerInit({
      deps: serviceRefs,
      async init(deps) {
        const config = readPrivateExposureConfig(deps.rootConfig);
        const store = await DatabaseExposureStore.create({
          database: deps.database,
          staleAfter: config.observation.staleAfter,
          claims: config.claims,
        });
        registerPermissions(deps.permissionsRegistry, store);

        const metrics = ObservationMetrics.create(deps);
        const { onChanges, flush } = createListeners({ ...deps, config });
        const common = {
          ...deps,
          config,
          metrics,
          onChanges,
          providers,
          store,
        };
        const { claims, observation, start } = await createObservation(common);
        const services = createServices({
          ...common,
          claims,
          observation,
          knex: await deps.database.getClient(),
        });
        services.registerActions(deps.actionsRegistry);
        deps.httpRouter.use(createRouter({ ...deps, ...services.routes }));
        deps.lifecycle.addShutdownHook(async () => {
          await services.tasks.executor.stop();
          await flush();
        });
        await start();
        await startTasks({ ...deps, ...services.tasks, config });
      },
    });
  },
});
