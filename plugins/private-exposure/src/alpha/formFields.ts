import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** The cluster picker for template forms. @internal */
export const clusterPickerFormField = FormFieldBlueprint.make({
  name: 'cluster-picker',
  params: {
    field: () =>
      import('../components/ClusterPicker/clusterPickerFormField').then(
        m => m.clusterPickerFormField,
      ),
  },
});
