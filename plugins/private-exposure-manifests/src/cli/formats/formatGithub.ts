import { Severity } from '../../linter';
import { Report } from '../Report';
import { countFindings } from './countFindings';

const COMMANDS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

function escapeData(text: string): string {
  return text
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * For GitHub Actions, which puts each finding beside its line in the pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 *
 * @internal
 */
export function formatGithub(report: Report): string {
  const lines = report.findings.map(
    ({ severity, path, line, column, ruleId, message, remedy }) =>
      `::${COMMANDS[severity]} file=${escapeProperty(
        path,
      )},line=${line},col=${column},title=${escapeProperty(
        ruleId,
      )}::${escapeData(`${message}. ${remedy}`)}\n`,
  );
  return `${lines.join('')}${countFindings(report)}\n`;
}
