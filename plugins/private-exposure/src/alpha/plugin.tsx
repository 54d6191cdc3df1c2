import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import VpnIcon from '@material-ui/icons/VpnLock';
import {
  entityContentRouteRef,
  rootRouteRef,
  tabRouteRef,
  templateRouteRef,
} from '../routes';
import { privateExposureApi } from './apis';
import { privateExposureEntityCard } from './entityCards';
import { privateExposureEntityContent } from './entityContents';
import { clusterPickerFormField, manifestPreviewFormField } from './formFields';
import { privateExposurePage } from './pages';

/**
 * Private exposure for apps on the new frontend system: API, entity card, entity tab, page and form field.
 *
 * @public
 */
export const privateExposurePlugin = createFrontendPlugin({
  pluginId: 'private-exposure',
  title: 'Private exposure',
  icon: <VpnIcon fontSize="inherit" />,
  info: { packageJson: () => import('../../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { tab: tabRouteRef, template: templateRouteRef },
  extensions: [
    privateExposureApi,
    privateExposureEntityCard,
    privateExposureEntityContent,
    privateExposurePage,
    clusterPickerFormField,
    manifestPreviewFormField,
  ],
});
