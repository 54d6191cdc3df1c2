import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../hooks/useTexts';
import type { ClusterOption } from './clusterOptions';
import type { ClusterPickerProps } from './ClusterPickerProps';

/**
 * The question for a cluster as a list. A value that is not in the list, as from a link, stays to be seen.
 *
 * @internal
 */
export function ClusterSelect(
  props: ClusterPickerProps & {
    options: readonly ClusterOption[];
    isLoading?: boolean;
    /** Shown below the list instead of the parameter's description. */
    hint?: string;
    /** What is wrong with the value. */
    problem?: string;
  },
) {
  const t = useTexts();
  const { formData = '', onChange, required, disabled, schema } = props;
  const { options, isLoading = false, hint, problem } = props;
  const isOffered = options.some(({ name }) => name === formData);
  return (
    <TextField
      id={props.idSchema?.$id}
      select
      fullWidth
      margin="normal"
      label={schema?.title ?? t('clusterPicker.label')}
      helperText={
        problem ?? hint ?? schema?.description ?? t('clusterPicker.help')
      }
      value={formData}
      onChange={event => onChange(event.target.value || undefined)}
      required={required}
      disabled={disabled || isLoading}
      error={problem !== undefined || Boolean(props.rawErrors?.length)}
      aria-busy={isLoading}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ native: true }}
    >
      <option value="" aria-label={t('common.none')} />
      {formData !== '' && !isOffered && (
        <option value={formData}>{formData}</option>
      )}
      {options.map(({ name, title }) => (
        <option key={name} value={name}>
          {title ?? name}
        </option>
      ))}
    </TextField>
  );
}
