import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AlertTitle from '@material-ui/lab/AlertTitle';
import Skeleton from '@material-ui/lab/Skeleton';
import type { ApiFailure } from '../../api/apiFailure';
import type { LiveQuery } from '../../hooks/useLiveQuery';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from './Notice';
import { RelativeTime } from './RelativeTime';
import { RetryButton } from './RetryButton';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    loading: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(2),
    },
    onPaper: { padding: theme.spacing(3) },
  }),
  { name: 'PrivateExposureQueryFace' },
);

/** A title and some lines, where the answer's title and lines will be. */
function LoadingFace(props: { lines: number; onPaper: boolean }) {
  const t = useTexts();
  const classes = useStyles();
  const { lines, onPaper } = props;
  const skeleton = (
    <div aria-busy="true" className={classes.loading}>
      <VisuallyHidden role="status">{t('common.loading')}</VisuallyHidden>
      <Skeleton variant="rect" width="30%" height={24} />
      {Array.from({ length: lines - 1 }, (_, line) => (
        <Skeleton key={line} variant="rect" height={20} />
      ))}
    </div>
  );
  return onPaper ? (
    <Paper className={classes.onPaper}>{skeleton}</Paper>
  ) : (
    skeleton
  );
}

function FailedFace(props: { failure: ApiFailure; retry: () => void }) {
  const t = useTexts();
  const { failure, retry } = props;
  const isForbidden = failure.type === 'forbidden';
  return (
    <Notice
      severity={isForbidden ? 'info' : 'error'}
      role={isForbidden ? 'note' : 'alert'}
      action={isForbidden ? undefined : <RetryButton retry={retry} />}
    >
      <AlertTitle>
        {isForbidden ? t('common.forbidden') : t('common.loadFailed')}
      </AlertTitle>
      {isForbidden ? t('common.forbiddenDescription') : failure.message}
    </Notice>
  );
}

/**
 * The face of a query: a skeleton, a failure, a refusal, or the answer with a mark if it is older than it should be.
 *
 * @internal
 */
export function QueryFace<T>(props: {
  query: LiveQuery<T>;
  children: (value: T) => ReactNode;
  /** Lines of the skeleton. */
  lines?: number;
  /** The answer brings paper of its own, so the skeleton must too. */
  onPaper?: boolean;
}) {
  const t = useTexts();
  const { query, children, lines = 3, onPaper = false } = props;
  switch (query.type) {
    case 'loading':
      return <LoadingFace lines={lines} onPaper={onPaper} />;
    case 'failed':
      return <FailedFace failure={query.failure} retry={query.retry} />;
    default:
      return (
        <>
          {query.refreshFailure && (
            <Notice
              severity="warning"
              action={<RetryButton retry={query.refresh} />}
            >
              <Typography variant="body2" component="span">
                {t('common.refreshFailed', {
                  time: <RelativeTime at={query.loadedAt} />,
                  error: query.refreshFailure.message,
                })}
              </Typography>
            </Notice>
          )}
          {children(query.value)}
        </>
      );
  }
}
