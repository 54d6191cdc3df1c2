import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import privateExposurePlugin from '../src/alpha';
import { privateExposureApiRef } from '../src';
import { devEntities } from './devEntities';
import { DevPrivateExposureApi } from './DevPrivateExposureApi';

/** The catalog with the entities of the fixtures' world, without a backend. */
const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: devEntities }),
        }),
    }),
  ],
});

/** The backend in memory, with entities that show every face of the pages. */
const privateExposureModule = createFrontendModule({
  pluginId: 'private-exposure',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: privateExposureApiRef,
          deps: {},
          factory: () => new DevPrivateExposureApi(),
        }),
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    privateExposurePlugin,
    catalogModule,
    privateExposureModule,
  ],
});
