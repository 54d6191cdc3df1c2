import { useEffect, useRef } from 'react';
import TextField from '@material-ui/core/TextField';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import type { DecisionTarget } from './DecisionTarget';
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
  target: DecisionTarget;
}) {
  const t = useTexts();
  const { state, target } = props;
  const { reason, setReason, isReasonRequired } = state;
  const id = useId('reason');
  const input = useRef<HTMLTextAreaElement>(null);
  // The first thing to do in the dialog. Before the dialog takes the focus itself, so it is read out once.
  useEffect(() => input.current?.focus(), []);
  return (
    <TextField
      id={id}
      label={t('decision.reason')}
      helperText={t(
        isToldToConsumer(target)
          ? 'decision.reasonOnAzure'
          : 'decision.reasonHelp',
      )}
      value={reason}
      onChange={event => setReason(event.target.value)}
      inputRef={input}
      inputProps={{ maxLength }}
      variant="outlined"
      minRows={2}
      fullWidth
      multiline
      required={isReasonRequired}
    />
  );
}

/** In Azure the reason becomes the connection's description, which its consumer reads; what is removed has none. */
function isToldToConsumer({ exposure, verdict }: DecisionTarget): boolean {
  return exposure.kind.startsWith('azure-') && verdict !== 'remove';
}
