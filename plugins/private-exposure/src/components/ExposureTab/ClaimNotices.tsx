import Typography from '@material-ui/core/Typography';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type {
  ClaimConflict,
  EntityExposures,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Freshness } from '../primitives/Freshness';
import { Notice } from '../primitives/Notice';

/**
 * The entity names resources that belong to somebody else.
 *
 * @internal
 */
export function ConflictNotices(props: {
  conflicts: readonly ClaimConflict[];
}) {
  const t = useTexts();
  return (
    <>
      {props.conflicts.map(conflict => (
        <Notice key={conflict.nativeId} severity="warning">
          <AlertTitle>{t('tab.conflictTitle')}</AlertTitle>
          <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
            <code>{conflict.nativeId}</code>
          </Typography>
          <Typography variant="body2">{conflict.message}</Typography>
          <Typography variant="body2">
            {t('tab.conflictDescription')}
          </Typography>
        </Notice>
      ))}
    </>
  );
}

/**
 * The entity names resources that no survey has seen. That their source failed says nothing about them.
 *
 * @internal
 */
export function UnresolvedNotices(props: {
  unresolved: NonNullable<EntityExposures['unresolved']>;
}) {
  const t = useTexts();
  return (
    <>
      {props.unresolved.map(({ nativeId, source }) => (
        <Notice
          key={nativeId}
          severity={source.state === 'failed' ? 'error' : 'info'}
        >
          <AlertTitle>{t('tab.unresolvedTitle')}</AlertTitle>
          <Typography variant="body2" style={{ overflowWrap: 'anywhere' }}>
            <code>{nativeId}</code>
          </Typography>
          <Freshness source={source} />
        </Notice>
      ))}
    </>
  );
}
