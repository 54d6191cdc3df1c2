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

/** The preview for template forms. @internal */
export const manifestPreviewFormField = FormFieldBlueprint.make({
  name: 'manifest-preview',
  params: {
    field: () =>
      import('../components/ManifestPreview/manifestPreviewFormField').then(
        m => m.manifestPreviewFormField,
      ),
  },
});
