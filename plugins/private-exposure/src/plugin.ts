import type { JSX } from 'react';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { BatchingPrivateExposureClient } from './api/BatchingPrivateExposureClient';
import { privateExposureApiRef } from './api/privateExposureApiRef';
import {
  entityContentRouteRef,
  rootRouteRef,
  tabRouteRef,
  templateRouteRef,
} from './routes';

/**
 * Private exposure for apps on the old frontend system.
 *
 * @public
 */
export const privateExposurePlugin = createPlugin({
  id: 'private-exposure',
  apis: [
    createApiFactory({
      api: privateExposureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new BatchingPrivateExposureClient(deps),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { tab: tabRouteRef, template: templateRouteRef },
});

/**
 * One line per exposure, for the overview of the entity page.
 *
 * @public
 */
export const EntityPrivateExposureCard: () => JSX.Element =
  privateExposurePlugin.provide(
    createComponentExtension({
      name: 'EntityPrivateExposureCard',
      component: {
        lazy: () =>
          import('./components/ExposureCard').then(m => m.EntityExposureCard),
      },
    }),
  );

/**
 * Everything about an entity's exposures, for a tab of the entity page.
 *
 * @public
 */
export const EntityPrivateExposureContent: () => JSX.Element =
  privateExposurePlugin.provide(
    createRoutableExtension({
      name: 'EntityPrivateExposureContent',
      component: () =>
        import('./components/ExposureTab').then(m => m.EntityExposureTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The inbox, the inventory, the sources and what was changed and decided, with a page shell around them.
 *
 * @public
 */
export const PrivateExposurePage: () => JSX.Element =
  privateExposurePlugin.provide(
    createRoutableExtension({
      name: 'PrivateExposurePage',
      component: () =>
        import('./components/PrivateExposurePage').then(
          m => m.PrivateExposurePage,
        ),
      mountPoint: rootRouteRef,
    }),
  );
