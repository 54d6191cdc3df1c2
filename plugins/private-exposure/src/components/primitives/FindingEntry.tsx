import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { severityLooks } from './looks';
import { StateChip } from './StateChip';

const useStyles = makeStyles(
  theme => ({
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    },
    place: { fontFamily: 'Menlo, Consolas, monospace' },
  }),
  { name: 'PrivateExposureFinding' },
);

/**
 * One finding: how grave it is, the rule, what was noticed, and what to do.
 *
 * @internal
 */
export function FindingEntry(props: {
  finding: Pick<Finding, 'ruleId' | 'severity' | 'remedy'>;
  /** What was noticed. */
  message: ReactNode;
  /** Where in a file it is. */
  place?: string;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { finding, message, place } = props;
  const { ruleId, severity, remedy } = finding;
  return (
    <>
      <div className={classes.title}>
        <StateChip
          {...severityLooks[severity]}
          label={t(`severity.${severity}`)}
        />
        {place && (
          <Typography
            variant="body2"
            component="span"
            className={classes.place}
          >
            {place}
          </Typography>
        )}
        <Typography variant="body2" component="code" color="textSecondary">
          {ruleId}
        </Typography>
      </div>
      <Typography variant="body2" component="div">
        {message}
      </Typography>
      <Typography variant="body2">
        <strong>{t('findings.remedy')}:</strong> {remedy}
      </Typography>
    </>
  );
}
