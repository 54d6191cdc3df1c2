import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  compareSeverity,
  type ChangeFinding,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from './Disclosure';
import { severityLooks } from './looks';
import { StateChip } from './StateChip';
import { useListStyles } from './useListStyles';

/** More than these are folded. */
const OPEN = 3;

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
  { name: 'PrivateExposureFileFindings' },
);

/**
 * What the linter said of files: the gravest first, each with its place and what to do.
 *
 * @internal
 */
export function FileFindings(props: { findings: readonly ChangeFinding[] }) {
  const t = useTexts();
  const sorted = [...props.findings].sort((a, b) =>
    compareSeverity(a.severity, b.severity),
  );
  const rest = sorted.slice(OPEN);
  return (
    <>
      <Entries findings={sorted.slice(0, OPEN)} />
      {rest.length > 0 && (
        <Disclosure title={t('lint.more', { count: rest.length })}>
          <Entries findings={rest} />
        </Disclosure>
      )}
    </>
  );
}

function Entries(props: { findings: readonly ChangeFinding[] }) {
  const list = useListStyles();
  return (
    <ul className={list.list}>
      {props.findings.map(finding => (
        <li
          key={`${finding.ruleId} ${finding.path} ${finding.line} ${finding.message}`}
        >
          <Entry finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Entry(props: { finding: ChangeFinding }) {
  const t = useTexts();
  const classes = useStyles();
  const { ruleId, severity, message, remedy, path, line } = props.finding;
  return (
    <>
      <div className={classes.title}>
        <StateChip
          {...severityLooks[severity]}
          label={t(`severity.${severity}`)}
        />
        <Typography
          variant="body2"
          component="span"
          className={classes.place}
        >{`${path}:${line}`}</Typography>
        <Typography variant="body2" component="code" color="textSecondary">
          {ruleId}
        </Typography>
      </div>
      <Typography variant="body2">{message}</Typography>
      <Typography variant="body2">
        <strong>{t('findings.remedy')}:</strong> {remedy}
      </Typography>
    </>
  );
}
