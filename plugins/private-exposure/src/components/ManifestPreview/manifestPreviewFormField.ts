import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ManifestPreview } from './ManifestPreview';

/** The preview for the new frontend system. @internal */
export const manifestPreviewFormField = createFormField({
  name: 'PrivateExposureManifestPreview',
  component: ManifestPreview,
});
