import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityContentRouteRef } from '../routes';

/** The tab on the entity page. @internal */
export const privateExposureEntityContent = EntityContentBlueprint.make({
  params: {
    path: '/private-exposure',
    title: 'Private exposure',
    group: 'operation',
    filter: { kind: 'component' },
    routeRef: entityContentRouteRef,
    loader: () =>
      import('../components/ExposureTab').then(m => <m.EntityExposureTab />),
  },
});
