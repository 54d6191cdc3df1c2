import { Finding, Severity } from '../../linter';
import { Report } from '../Report';
import { countFindings } from './countFindings';

const COLOURS: Record<Severity, number> = { error: 31, warning: 33, info: 36 };

function paint(text: string, colour: number, isOn: boolean): string {
  return isOn ? `\u001b[${colour}m${text}\u001b[0m` : text;
}

function formatFinding(finding: Finding, hasColours: boolean): string {
  const { line, column, severity, ruleId, message, remedy } = finding;
  const level = paint(severity.padEnd(7), COLOURS[severity], hasColours);
  return `  ${`${line}:${column}`.padEnd(8)} ${level}  ${message}  ${paint(
    ruleId,
    90,
    hasColours,
  )}\n${' '.repeat(20)}${remedy}\n`;
}

/** For people at a terminal: findings by file, then how many there are. */
export function formatText(report: Report, hasColours: boolean): string {
  const paths = [...new Set(report.findings.map(({ path }) => path))];
  const files = paths.map(path => {
    const own = report.findings.filter(finding => finding.path === path);
    return `${paint(path, 1, hasColours)}\n${own
      .map(finding => formatFinding(finding, hasColours))
      .join('')}\n`;
  });
  const accepted = report.accepted.map(
    ({ path, line, ruleId, reason, expires }) =>
      `  accepted until ${expires}: ${ruleId} in ${path}:${line} (${reason})\n`,
  );
  return `${files.join('')}${accepted.join('')}${countFindings(report)}\n`;
}
