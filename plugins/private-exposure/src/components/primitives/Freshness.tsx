import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import FailedIcon from '@material-ui/icons/ErrorOutline';
import StaleIcon from '@material-ui/icons/History';
import type { Source } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts, type Texts } from '../../hooks/useTexts';
import { RelativeTime } from './RelativeTime';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'PrivateExposureFreshness' },
);

/**
 * As of when something is known, and whether that is still to be trusted.
 *
 * @internal
 */
export function Freshness(props: {
  source: Source;
  /** Keep why it is stale or failed for the tooltip, where room is short. */
  compact?: boolean;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { state, observedAt, error } = props.source;
  const time = observedAt && <RelativeTime at={observedAt} />;
  const seen = time
    ? t('common.observed', { time })
    : t('common.neverObserved');
  // What was never seen can't have become old.
  if (state === 'fresh' || (state === 'stale' && !time && !error)) {
    return (
      <Typography variant="body2" component="span" className={classes.root}>
        <span>{seen}</span>
      </Typography>
    );
  }
  const isFailed = state === 'failed';
  const Icon = isFailed ? FailedIcon : StaleIcon;
  return (
    <Typography
      variant="body2"
      component="span"
      className={classes.root}
      title={props.compact ? error : undefined}
    >
      <Icon
        fontSize="small"
        color={isFailed ? 'error' : 'inherit'}
        aria-hidden
      />
      <span>
        {describeState({ source: props.source, compact: props.compact, t })}
        {' · '}
        {seen}
      </span>
    </Typography>
  );
}

function describeState(options: {
  source: Source;
  compact?: boolean;
  t: Texts;
}): string {
  const { source, compact, t } = options;
  if (compact) return t(`sourceState.${source.state}`);
  if (source.state === 'failed') {
    return source.error
      ? t('common.sourceFailed', { error: source.error })
      : t('common.sourceFailedSilently');
  }
  return source.error
    ? t('common.staleBecause', { error: source.error })
    : t('common.stale');
}
