import type { ApiFailure } from '../../api/apiFailure';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { ClusterNameField } from './ClusterNameField';
import {
  offerClusters,
  readClusterOptions,
  readCloud,
  type ClusterOption,
} from './clusterOptions';
import type { ClusterPickerProps } from './ClusterPickerProps';
import { ClusterSelect } from './ClusterSelect';
import { useClusters } from './useClusters';

/**
 * Picks one of the clusters that the back end has profiles of. A template's own list narrows them, and stands in for them
 * where they can't be looked up.
 *
 * @internal
 */
export function ClusterPicker(props: ClusterPickerProps) {
  const t = useTexts();
  const state = useClusters();
  const { own, cloud } = readTemplate(props);
  switch (state.type) {
    case 'loading':
      return (
        <ClusterSelect
          {...props}
          options={[]}
          isLoading
          hint={t('clusterPicker.loading')}
        />
      );
    case 'failed':
      return own.length > 0 ? (
        <UncheckedSelect {...props} own={own} failure={state.failure} />
      ) : (
        <ClusterNameField {...props} {...state} />
      );
    default: {
      const options = offerClusters(state.clusters, { own, cloud });
      return options.length > 0 ? (
        <CheckedSelect {...props} options={options} />
      ) : (
        <Notice severity="warning">
          {state.clusters.length === 0
            ? t('clusterPicker.empty')
            : t('clusterPicker.emptyForTemplate')}
        </Notice>
      );
    }
  }
}

/** The template's own list, where the back end's could not be had. */
function UncheckedSelect(
  props: ClusterPickerProps & {
    own: readonly ClusterOption[];
    failure: ApiFailure;
  },
) {
  const t = useTexts();
  const { own, failure, ...field } = props;
  const hint =
    failure.type === 'forbidden'
      ? t('clusterPicker.uncheckedForbidden')
      : t('clusterPicker.unchecked', { message: failure.message });
  return <ClusterSelect {...field} options={own} hint={hint} />;
}

function CheckedSelect(
  props: ClusterPickerProps & { options: readonly ClusterOption[] },
) {
  const t = useTexts();
  const { formData, options } = props;
  const isOffered = !formData || options.some(({ name }) => name === formData);
  return isOffered ? (
    <ClusterSelect {...props} />
  ) : (
    <ClusterSelect
      {...props}
      problem={t('clusterPicker.notOffered', { cluster: formData })}
    />
  );
}

/** What a template says of its clusters, below `ui:options` and in the parameter itself. */
function readTemplate({ uiSchema, schema }: ClusterPickerProps) {
  const options: unknown =
    uiSchema && 'ui:options' in uiSchema ? uiSchema['ui:options'] : undefined;
  const uiOptions =
    typeof options === 'object' && options !== null ? options : undefined;
  return {
    own: readClusterOptions({ uiOptions, schema }),
    cloud: readCloud(uiOptions),
  };
}
