import Typography from '@material-ui/core/Typography';
import {
  compareSeverity,
  type ExposureDetail,
  type Finding,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from '../primitives/Disclosure';
import { FactList } from '../primitives/FactList';
import { FindingEntry } from '../primitives/FindingEntry';
import { Panel } from '../primitives/Panel';
import { ShortenedText } from '../primitives/ShortenedText';
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
            <InspectedFinding finding={finding} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function InspectedFinding(props: { finding: Finding }) {
  const t = useTexts();
  const { finding } = props;
  const { evidence = [] } = finding;
  return (
    <>
      <FindingEntry
        finding={finding}
        message={<ShortenedText text={finding.message} />}
      />
      {evidence.length > 0 && (
        <Disclosure title={t('findings.evidence')}>
          <FactList facts={evidence} wide />
        </Disclosure>
      )}
    </>
  );
}
