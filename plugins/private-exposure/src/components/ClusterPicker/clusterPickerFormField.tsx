import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ClusterPicker } from './ClusterPicker';
import { validateCluster } from './validateCluster';

/** The cluster picker for the new frontend system. @internal */
export const clusterPickerFormField = createFormField({
  name: 'PrivateExposureClusterPicker',
  component: ClusterPicker,
  validation: validateCluster,
});
