import { PageBlueprint } from '@backstage/frontend-plugin-api';
import VpnIcon from '@material-ui/icons/VpnLock';
import { rootRouteRef } from '../routes';

/** The page over all accounts, also an item of the app's navigation. @internal */
export const privateExposurePage = PageBlueprint.make({
  params: {
    path: '/private-exposure',
    title: 'Private exposure',
    icon: <VpnIcon fontSize="inherit" />,
    routeRef: rootRouteRef,
    loader: () =>
      import('../components/PrivateExposurePage').then(m => (
        <m.PrivateExposureTabs />
      )),
  },
});
