import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import type { Connection } from '@postern/backstage-plugin-private-exposure-common';
import type { ApiFailure } from '../../api/apiFailure';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../primitives/Notice';
import { describeOutcome } from './describeOutcome';
import type { DecisionDialogState } from './useDecisionDialogState';

/**
 * How far a decision has come, read out as it changes.
 *
 * @internal
 */
export function DecisionProgress(props: {
  state: DecisionDialogState;
  seen: Connection;
}) {
  // The region must be there before its text, or screen readers miss the first one.
  return (
    <div role="status" aria-live="polite">
      <ProgressText {...props} />
    </div>
  );
}

function ProgressText(props: { state: DecisionDialogState; seen: Connection }) {
  const t = useTexts();
  const { state, seen } = props;
  switch (state.type) {
    case 'editing':
      return state.rejection ? <Failure failure={state.rejection} /> : null;
    case 'submitting':
      return (
        <>
          <Typography>{t('decision.submitting')}</Typography>
          <LinearProgress aria-label={t('decision.submitting')} />
        </>
      );
    case 'refused':
    case 'unsent':
      return <Failure failure={state.failure} />;
    case 'following': {
      const isWaiting = (state.decision.approvals?.length ?? 0) > 0;
      const text =
        isWaiting && state.decision.status === 'requested'
          ? t('decision.waitingForApproval')
          : t('decision.following');
      return (
        <>
          <Typography>{text}</Typography>
          <LinearProgress aria-label={text} />
          <Typography variant="body2" color="textSecondary">
            {state.isPollFailing
              ? t('decision.pollFailed')
              : t('decision.canClose')}
          </Typography>
        </>
      );
    }
    default: {
      const outcome = describeOutcome(state.decision, seen, t);
      return (
        <Notice severity={outcome.severity}>
          {outcome.text}
          {outcome.differences.map(difference => (
            <div key={difference}>{difference}</div>
          ))}
        </Notice>
      );
    }
  }
}

function Failure(props: { failure: ApiFailure }) {
  const t = useTexts();
  const { type, message } = props.failure;
  const text = {
    forbidden: () => t('decision.forbidden', { message }),
    conflict: () => t('decision.conflict', { message }),
    invalid: () => t('decision.invalid', { message }),
    'too-soon': () => t('decision.unsent', { message }),
    other: () => t('decision.unsent', { message }),
  }[type]();
  return <Notice severity="error">{text}</Notice>;
}
