import Tooltip from '@material-ui/core/Tooltip';
import Typography from '@material-ui/core/Typography';
import type { Connection } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Freshness } from './Freshness';
import { connectionLooks } from './looks';
import { RelativeTime } from './RelativeTime';
import { StateChip } from './StateChip';

/**
 * A connection's state in our word, the cloud's own on hover, and what a person should know about it.
 *
 * @internal
 */
export function ConnectionStateCell(props: { connection: Connection }) {
  const t = useTexts();
  const { state, nativeState, expiresAt, source } = props.connection;
  const isOver = state === 'rejected' || state === 'disconnected';
  return (
    <>
      <Tooltip title={nativeState}>
        <span>
          <StateChip
            {...connectionLooks[state]}
            label={t(`connectionState.${state}`)}
          />
        </span>
      </Tooltip>
      {expiresAt && (
        <Typography variant="body2" color="textSecondary">
          {t('connections.expires', {
            time: <RelativeTime at={expiresAt} isAhead />,
          })}
        </Typography>
      )}
      {isOver && (
        <Typography
          variant="body2"
          color="textSecondary"
          style={{ maxWidth: '18em' }}
        >
          {t('connections.recreate')}
        </Typography>
      )}
      {source.state !== 'fresh' && (
        <div>
          <Freshness source={source} compact />
        </div>
      )}
    </>
  );
}
