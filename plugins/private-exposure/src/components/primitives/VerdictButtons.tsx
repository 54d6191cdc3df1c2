import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  hasEnded,
  type Connection,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { useDecide, type DecisionTarget } from '../DecisionDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'PrivateExposureVerdictButtons' },
);

/**
 * What the caller may decide about a connection now, as the backend says.
 *
 * @internal
 */
export function VerdictButtons(props: {
  connection: Connection;
  exposure: DecisionTarget['exposure'];
}) {
  const t = useTexts();
  const classes = useStyles();
  const decide = useDecide();
  const { connection, exposure } = props;
  if (connection.verdicts.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(`connections.${reasonForNone(connection)}`)}
      </Typography>
    );
  }
  const { account, accountName } = connection.consumer;
  return (
    <div className={classes.root}>
      {connection.verdicts.map(verdict => (
        <Button
          key={verdict}
          size="small"
          variant={verdict === 'approve' ? 'contained' : 'outlined'}
          color={verdict === 'approve' ? 'primary' : 'default'}
          aria-label={t('connections.decideLabel', {
            verdict: t(`verdict.${verdict}`),
            consumer: accountName ?? account,
          })}
          onClick={() => decide({ connection, exposure, verdict })}
        >
          {t(`verdict.${verdict}`)}
        </Button>
      ))}
    </div>
  );
}

/** Why there is nothing to press. */
function reasonForNone({ state, decision }: Connection) {
  if (decision && !hasEnded(decision)) return 'isBeingDecided';
  return state === 'pending' ? 'waitsForOthers' : 'noVerdicts';
}
