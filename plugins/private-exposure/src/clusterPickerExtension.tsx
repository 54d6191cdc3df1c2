import { lazy, Suspense } from 'react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import type { ClusterPickerProps } from './components/ClusterPicker/ClusterPickerProps';
import { validateCluster } from './components/ClusterPicker/validateCluster';
import { privateExposurePlugin } from './plugin';

const LazyClusterPicker = lazy(() =>
  import('./components/ClusterPicker/ClusterPicker').then(m => ({
    default: m.ClusterPicker,
  })),
);

function ClusterPicker(props: ClusterPickerProps) {
  return (
    <Suspense fallback={null}>
      <LazyClusterPicker {...props} />
    </Suspense>
  );
}

/**
 * `ui:field: PrivateExposureClusterPicker` for template forms: picks one of the clusters of
 * `privateExposure.clusters`, of those in `ui:options.clusters` or the parameter's `enum` where a template has either.
 *
 * @public
 */
export const PrivateExposureClusterPickerFieldExtension =
  privateExposurePlugin.provide(
    createScaffolderFieldExtension<string>({
      name: 'PrivateExposureClusterPicker',
      component: ClusterPicker,
      validation: validateCluster,
    }),
  );
