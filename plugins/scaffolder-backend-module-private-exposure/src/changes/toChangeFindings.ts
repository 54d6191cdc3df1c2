import {
  compareSeverity,
  type ChangeFinding,
  type ChangeRequest,
} from '@postern/backstage-plugin-private-exposure-common';

/** So many of a change's findings are kept by the backend, and so much of a text. */
const MAX_FINDINGS = 50;
const MAX_TEXT = 2000;

/**
 * Findings as the backend takes them: the worst, and how many there were in all.
 *
 * @internal
 */
export function toChangeFindings(
  findings: readonly ChangeFinding[],
): Required<Pick<ChangeRequest, 'findings' | 'findingCount'>> {
  return {
    findings: [...findings]
      .sort((left, right) => compareSeverity(left.severity, right.severity))
      .slice(0, MAX_FINDINGS)
      .map(({ ruleId, severity, message, remedy, path, line }) => ({
        ruleId,
        severity,
        message: cut(message),
        remedy: cut(remedy),
        path,
        line,
      })),
    findingCount: findings.length,
  };
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
