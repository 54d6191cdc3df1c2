import {
  compareSeverity,
  type ChangeFinding,
} from '@postern/backstage-plugin-private-exposure-common';
import { useTexts } from '../../hooks/useTexts';
import { Disclosure } from './Disclosure';
import { FindingEntry } from './FindingEntry';
import { useListStyles } from './useListStyles';

/** More than these are folded. */
const OPEN = 3;

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
          <FindingEntry
            finding={finding}
            message={finding.message}
            place={`${finding.path}:${finding.line}`}
          />
        </li>
      ))}
    </ul>
  );
}
