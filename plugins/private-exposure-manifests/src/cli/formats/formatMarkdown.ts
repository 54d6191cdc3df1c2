import { escapeMarkdown } from '../../describe/escapeMarkdown';
import { Report } from '../Report';
import { countFindings } from './countFindings';

/** For a comment or a job's summary: a table with a line for each finding. @internal */
export function formatMarkdown(report: Report): string {
  const rows = report.findings.map(
    ({ severity, path, line, ruleId, message, remedy }) =>
      `| ${severity} | ${escapeMarkdown(path)}:${line} | ${escapeMarkdown(
        message,
      )} | ${escapeMarkdown(remedy)} | ${escapeMarkdown(ruleId)} |\n`,
  );
  const table = rows.length
    ? `| severity | where | what | remedy | rule |\n| --- | --- | --- | --- | --- |\n${rows.join(
        '',
      )}\n`
    : '';
  const accepted = report.accepted.map(
    ({ path, line, ruleId, reason, expires }) =>
      `- Accepted until ${expires}: ${escapeMarkdown(
        ruleId,
      )} in ${escapeMarkdown(path)}:${line}: ${escapeMarkdown(reason)}\n`,
  );
  return `${table}${accepted.join('')}${
    accepted.length ? '\n' : ''
  }${countFindings(report)}\n`;
}
