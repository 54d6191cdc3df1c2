import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from '../../hooks/useId';
import { useTexts } from '../../hooks/useTexts';
import { DecisionProgress } from './DecisionProgress';
import { DecisionSubject } from './DecisionSubject';
import type { DecisionTarget } from './DecisionTarget';
import { ReasonField } from './ReasonField';
import {
  useDecisionDialogState,
  type DecisionDialogState,
} from './useDecisionDialogState';

const useStyles = makeStyles(
  theme => ({
    // Cutting somebody off must not look like letting somebody in.
    grave: {
      color: theme.palette.getContrastText(theme.palette.error.dark),
      backgroundColor: theme.palette.error.dark,
      '&:hover': { backgroundColor: theme.palette.error.dark },
    },
  }),
  { name: 'PrivateExposureDecisionDialog' },
);

/**
 * Asks for a reason, says exactly what will be decided, and stays to say what became of it.
 *
 * @internal
 */
export function DecisionDialog(props: {
  target: DecisionTarget;
  isOpen: boolean;
  onClose: () => void;
  /** After the closing animation, when focus is where it will stay. */
  onClosed: () => void;
}) {
  const { target, isOpen, onClose, onClosed } = props;
  const t = useTexts();
  const state = useDecisionDialogState(target);
  const titleId = useId('decision-title');
  const meaningId = useId('decision-meaning');
  // Closing while the answer is on its way would leave the person without knowing whether it was sent.
  const close = state.type === 'submitting' ? undefined : onClose;
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      TransitionProps={{ onExited: onClosed }}
      aria-labelledby={titleId}
      aria-describedby={meaningId}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={titleId}>
        {t(`decision.${target.verdict}Title`)}
      </DialogTitle>
      <DialogContent>
        <Typography id={meaningId}>
          {t(`decision.${meaningOf(target)}`)}
        </Typography>
        <DecisionSubject target={target} />
        {state.type === 'editing' && (
          <ReasonField state={state} target={target} />
        )}
        <DecisionProgress state={state} seen={target.connection} />
      </DialogContent>
      <DialogActions>
        <Buttons state={state} target={target} onClose={close} />
      </DialogActions>
    </Dialog>
  );
}

/** Azure keeps the consumer's endpoint, and it is good for nothing any more. What is over already cuts nobody off. */
function meaningOf({ verdict, exposure, connection }: DecisionTarget) {
  if (verdict !== 'remove') return `${verdict}Meaning` as const;
  const { state } = connection;
  if (state === 'rejected' || state === 'disconnected') return 'removeLeftover';
  return exposure.kind.startsWith('azure-') ? 'removeOnAzure' : 'removeMeaning';
}

function Buttons(props: {
  state: DecisionDialogState;
  target: DecisionTarget;
  onClose: (() => void) | undefined;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { state, target, onClose } = props;
  const verdict = t(`verdict.${target.verdict}`);
  const isBefore = state.type === 'editing' || state.type === 'submitting';
  return (
    <>
      <Button onClick={onClose} disabled={!onClose}>
        {isBefore ? t('common.cancel') : t('common.close')}
      </Button>
      {isBefore && (
        <Button
          variant="contained"
          color={target.verdict === 'approve' ? 'primary' : 'default'}
          className={target.verdict === 'remove' ? classes.grave : undefined}
          onClick={state.type === 'editing' ? state.submit : undefined}
          disabled={state.type === 'submitting' || !state.submit}
        >
          {t('decision.submit', { verdict })}
        </Button>
      )}
      {state.type === 'unsent' && (
        <Button variant="contained" color="primary" onClick={state.retry}>
          {t('decision.sendAgain')}
        </Button>
      )}
    </>
  );
}
