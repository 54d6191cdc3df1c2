import { Finding, Severity } from '../../linter';
import { Report } from '../Report';
import { countFindings } from './countFindings';
import { printable } from './printable';

const COLOURS: Record<Severity, number> = { error: 31, warning: 33, info: 36 };

function paint(text: string, colour: number, isOn: boolean): string {
  return isOn ? `\u001b[${colour}m${text}\u001b[0m` : text;
}

function formatFinding(finding: Finding, hasColours: boolean): string {
  const { line, column, severity, ruleId, message, remedy } = finding;
  const level = paint(severity.padEnd(7), COLOURS[severity], hasColours);
  return `  ${`${line}:${column}`.padEnd(8)} ${level}  ${printable(
    message,
  )}  ${paint(ruleId, 90, hasColours)}\n${' '.repeat(20)}${printable(
    remedy,
  )}\n`;
}

/** A path at the beginning of a line; two colons there would be a command to GitHub Actions. */
function heading(path: string): string {
  const text = printable(path);
  return text.startsWith('::') ? `./${text}` : text;
}

/** For people at a terminal: findings by file, then how many there are. @internal */
export function formatText(report: Report, hasColours: boolean): string {
  const lines = new Map<string, string[]>();
  for (const finding of report.findings) {
    const own = lines.get(finding.path) ?? [];
    lines.set(finding.path, own);
    own.push(formatFinding(finding, hasColours));
  }
  const files = [...lines].map(
    ([path, own]) =>
      `${paint(heading(path), 1, hasColours)}\n${own.join('')}\n`,
  );
  const fixed = report.fixed.map(
    ({ path, line, ruleId, message }) =>
      `  fixed: ${printable(path)}:${line}: ${printable(message)}  ${ruleId}\n`,
  );
  const accepted = report.accepted.map(
    ({ path, line, ruleId, reason, expires }) =>
      `  accepted until ${expires}: ${ruleId} in ${printable(
        path,
      )}:${line} (${printable(reason)})\n`,
  );
  return `${[...files, ...fixed, ...accepted].join('')}${countFindings(
    report,
  )}\n`;
}
