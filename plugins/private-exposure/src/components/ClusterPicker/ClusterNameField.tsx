import TextField from '@material-ui/core/TextField';
import type { ApiFailure } from '../../api/apiFailure';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { RetryButton } from '../primitives/RetryButton';
import type { ClusterPickerProps } from './ClusterPickerProps';

/**
 * The question for a cluster where nothing can be offered: the name is typed, and the template's steps check it.
 *
 * @internal
 */
export function ClusterNameField(
  props: ClusterPickerProps & { failure: ApiFailure; retry: () => void },
) {
  const t = useTexts();
  const { formData = '', onChange, required, disabled, schema } = props;
  const { failure, retry } = props;
  return (
    <>
      {failure.type === 'forbidden' ? (
        <Notice severity="info">{t('clusterPicker.forbidden')}</Notice>
      ) : (
        <Notice severity="warning" action={<RetryButton retry={retry} />}>
          {t('clusterPicker.failed')}
          <div>{failure.message}</div>
        </Notice>
      )}
      <TextField
        id={props.idSchema?.$id}
        fullWidth
        margin="normal"
        label={schema?.title ?? t('clusterPicker.label')}
        helperText={schema?.description ?? t('clusterPicker.help')}
        value={formData}
        onChange={event => onChange(event.target.value || undefined)}
        required={required}
        disabled={disabled}
        error={Boolean(props.rawErrors?.length)}
        InputLabelProps={{ shrink: true }}
      />
    </>
  );
}
