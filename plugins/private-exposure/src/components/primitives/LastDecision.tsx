import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import type { Decision } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { decisionLooks } from './looks';
import { RelativeTime } from './RelativeTime';
import { ShortenedText } from './ShortenedText';
import { StateChip } from './StateChip';

/** Prefix of what was decided by a rule instead of a person. */
const policyPrefix = 'policy:';

/**
 * Who decided: a person, or a policy by name.
 *
 * @internal
 */
export function Decider(props: { decidedBy: string }) {
  const t = useTexts();
  const { decidedBy } = props;
  if (decidedBy.startsWith(policyPrefix)) {
    const name = decidedBy.slice(policyPrefix.length);
    return <>{t('decisions.policy', { name })}</>;
  }
  return <EntityRefLink entityRef={decidedBy} defaultKind="user" hideIcon />;
}

/**
 * The last decision on a connection, in short.
 *
 * @internal
 */
export function LastDecision(props: { decision: Decision | undefined }) {
  const t = useTexts();
  const { decision } = props;
  if (!decision) return <>–</>;
  const { status, verdict, decidedBy, requestedAt, reason, message } = decision;
  return (
    <>
      <StateChip
        {...decisionLooks[status]}
        label={`${t(`verdict.${verdict}`)}: ${t(`decisionStatus.${status}`)}`}
      />
      <Typography variant="body2" color="textSecondary">
        <Decider decidedBy={decidedBy} />, <RelativeTime at={requestedAt} />
      </Typography>
      {reason && (
        <Typography variant="body2">
          {t('connections.reason', { reason })}
        </Typography>
      )}
      {status !== 'applied' && message && (
        <Typography variant="body2" component="div">
          <ShortenedText text={message} />
        </Typography>
      )}
    </>
  );
}
