import { lazy, Suspense } from 'react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import type { ManifestPreviewProps } from './components/ManifestPreview/ManifestPreview';
import { PreviewBoundary } from './components/ManifestPreview/PreviewBoundary';
import { privateExposurePlugin } from './plugin';

const LazyManifestPreview = lazy(() =>
  import('./components/ManifestPreview/ManifestPreview').then(m => ({
    default: m.ManifestPreview,
  })),
);

function ManifestPreview(props: ManifestPreviewProps) {
  return (
    <PreviewBoundary>
      <Suspense fallback={null}>
        <LazyManifestPreview {...props} />
      </Suspense>
    </PreviewBoundary>
  );
}

/**
 * `ui:field: PrivateExposureManifestPreview` for template forms: shows the manifest that the template would write, what
 * it becomes and what the linter finds, while the form is filled in. Has no value.
 *
 * @public
 */
export const PrivateExposureManifestPreviewFieldExtension =
  privateExposurePlugin.provide(
    createScaffolderFieldExtension<string>({
      name: 'PrivateExposureManifestPreview',
      component: ManifestPreview,
    }),
  );
