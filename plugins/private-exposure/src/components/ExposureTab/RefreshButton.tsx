import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { privateExposureApiRef } from '../../api/privateExposureApiRef';
import { useRequest } from '../../hooks/useRequest';
import { useTexts } from '../../hooks/useTexts';
import { RelativeTime } from '../primitives/RelativeTime';

/** The backend takes one request a minute for each exposure. */
const pause = 60_000;
/** An inspection that was asked for is mostly done by then; signals bring it sooner. */
const lookAfter = 5_000;

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-end',
      maxWidth: '16em',
      textAlign: 'right',
    },
  },
  { name: 'PrivateExposureRefreshButton' },
);

/**
 * Asks for a new look at an exposure. It then rests for as long as the backend would refuse.
 *
 * @internal
 */
export function RefreshButton(props: {
  exposureId: string;
  onRefreshed: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { exposureId, onRefreshed } = props;
  const api = useApi(privateExposureApiRef);
  const [state, send] = useRequest(
    useCallback(() => api.refreshExposure(exposureId), [api, exposureId]),
  );
  const isResting = useRest(state.type === 'sent', onRefreshed);
  return (
    <div className={classes.root}>
      <Button
        startIcon={<RefreshIcon />}
        onClick={send}
        disabled={state.type === 'sending' || isResting}
      >
        {state.type === 'sending' ? t('tab.refreshing') : t('tab.refresh')}
      </Button>
      <Typography variant="caption" color="textSecondary" role="status">
        {state.type === 'sent' &&
          t('tab.refreshQueued', {
            time: <RelativeTime at={state.answer.queuedAt} />,
          })}
        {state.type === 'failed' &&
          (state.failure.type === 'too-soon'
            ? t('tab.refreshTooSoon')
            : t('tab.refreshFailed', { error: state.failure.message }))}
      </Typography>
    </div>
  );
}

function useRest(isSent: boolean, onRefreshed: () => void): boolean {
  const [isResting, setResting] = useState(false);
  // Only a new request starts the clock, not a new callback from the page.
  const latest = useRef(onRefreshed);
  useEffect(() => {
    latest.current = onRefreshed;
  });
  useEffect(() => {
    if (!isSent) return undefined;
    setResting(true);
    const look = setTimeout(() => latest.current(), lookAfter);
    const rested = setTimeout(() => setResting(false), pause);
    return () => {
      clearTimeout(look);
      clearTimeout(rested);
    };
  }, [isSent]);
  return isResting;
}
