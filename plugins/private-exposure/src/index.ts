/**
 * Private exposure for apps on the old frontend system, and the references that both systems use.
 *
 * @packageDocumentation
 */
export {
  privateExposurePlugin,
  EntityPrivateExposureCard,
  EntityPrivateExposureContent,
  PrivateExposurePage,
} from './plugin';
export { PrivateExposureClusterPickerFieldExtension } from './clusterPickerExtension';
export { PrivateExposureManifestPreviewFieldExtension } from './manifestPreviewExtension';
export { privateExposureApiRef } from './api/privateExposureApiRef';
export {
  entityContentRouteRef,
  rootRouteRef,
  tabRouteRef,
  templateRouteRef,
} from './routes';
export { privateExposureTranslationRef } from './translation';
export { isPrivateExposureAvailable } from '@postern/backstage-plugin-private-exposure-common';
