import TextField from '@material-ui/core/TextField';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import type { DecisionDialogState } from './useDecisionDialogState';

/** As much as the backend takes. */
const maxLength = 1000;

/**
 * Where the reason is written.
 *
 * @internal
 */
export function ReasonField(props: {
  state: Extract<DecisionDialogState, { type: 'editing' }>;
}) {
  const t = useTexts();
  const { reason, setReason } = props.state;
  const id = useId('reason');
  return (
    <TextField
      id={id}
      label={t('decision.reason')}
      helperText={t('decision.reasonHelp')}
      value={reason}
      onChange={event => setReason(event.target.value)}
      inputProps={{ maxLength }}
      variant="outlined"
      minRows={2}
      autoFocus
      fullWidth
      multiline
      required
    />
  );
}
