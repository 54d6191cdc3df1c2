import TextField from '@material-ui/core/TextField';
import Alert from '@material-ui/lab/Alert';
import { useTexts } from '../../hooks/useTexts';
import { readClusterOptions } from './clusterOptions';

/** What the picker needs of a form field; both frontend systems' field props have it. @internal */
export interface ClusterPickerProps {
  formData?: string;
  onChange: (cluster: string | undefined) => void;
  required?: boolean;
  disabled?: boolean;
  rawErrors?: string[];
  idSchema?: { $id?: string };
  schema?: { title?: string; description?: string };
  uiSchema?: object;
}

/**
 * Picks one of the cluster profiles that a template offers.
 *
 * @internal
 */
export function ClusterPicker(props: ClusterPickerProps) {
  const t = useTexts();
  const { formData = '', onChange, required, disabled, schema } = props;
  const options = readClusterOptions({
    uiOptions: readUiOptions(props.uiSchema),
    schema,
  });
  if (options.length === 0) {
    return <Alert severity="warning">{t('clusterPicker.empty')}</Alert>;
  }
  const isOffered = options.some(({ name }) => name === formData);
  return (
    <TextField
      id={props.idSchema?.$id}
      select
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

/** Options as a template writes them: below `ui:options`. */
function readUiOptions(uiSchema: object | undefined): object | undefined {
  if (!uiSchema || !('ui:options' in uiSchema)) return undefined;
  const options = uiSchema['ui:options'];
  return typeof options === 'object' && options !== null ? options : undefined;
}
