import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  compareSeverity,
  type ExposureDetail,
  type Finding,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from '../primitives/Disclosure';
import { FactList } from '../primitives/FactList';
import { severityLooks } from '../primitives/looks';
import { Panel } from '../primitives/Panel';
import { ShortenedText } from '../primitives/ShortenedText';
import { StateChip } from '../primitives/StateChip';
import { useListStyles } from '../primitives/useListStyles';

/**
 * What rules noticed, the gravest first, each with what to do.
 *
 * @internal
 */
export function FindingsPanel(props: { exposure: ExposureDetail }) {
  const t = useTexts();
  const classes = useListStyles();
  const { findings, inspection } = props.exposure;
  const sorted = [...findings].sort((a, b) =>
    compareSeverity(a.severity, b.severity),
  );
  return (
    <Panel title={t('findings.title')}>
      {findings.length === 0 && (
        <Typography variant="body2">
          {/* No findings without an inspection means that nobody looked. */}
          {inspection?.observedAt
            ? t('findings.empty')
            : t('findings.notLooked')}
        </Typography>
      )}
      <ul className={classes.list}>
        {sorted.map(finding => (
          <li key={`${finding.ruleId} ${finding.hopId} ${finding.message}`}>
            <FindingEntry finding={finding} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const useStyles = makeStyles(
  theme => ({
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(0.5),
    },
  }),
  { name: 'PrivateExposureFinding' },
);

function FindingEntry(props: { finding: Finding }) {
  const t = useTexts();
  const classes = useStyles();
  const { ruleId, severity, message, remedy, evidence = [] } = props.finding;
  return (
    <>
      <div className={classes.title}>
        <StateChip
          {...severityLooks[severity]}
          label={t(`severity.${severity}`)}
        />
        <Typography variant="body2" component="code" color="textSecondary">
          {ruleId}
        </Typography>
      </div>
      <Typography variant="body2" component="div">
        <ShortenedText text={message} />
      </Typography>
      <Typography variant="body2">
        <strong>{t('findings.remedy')}:</strong> {remedy}
      </Typography>
      {evidence.length > 0 && (
        <Disclosure title={t('findings.evidence')}>
          <FactList facts={evidence} wide />
        </Disclosure>
      )}
    </>
  );
}
