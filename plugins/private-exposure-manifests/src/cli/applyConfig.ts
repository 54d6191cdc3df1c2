import { minimatch } from 'minimatch';
import { Finding } from '../linter';
import { LintConfig, LintException } from './readConfig';

/** A finding that is not counted, and why. */
export interface AcceptedFinding extends Finding {
  reason: string;
  /** Last day on which it is accepted. */
  expires: string;
}

/** Findings after a repository's config. */
export interface JudgedFindings {
  findings: Finding[];
  accepted: AcceptedFinding[];
}

function covers(exception: LintException, finding: Finding): boolean {
  return (
    exception.rule === finding.ruleId &&
    (exception.path === undefined ||
      minimatch(finding.path, exception.path, { dot: true }))
  );
}

/**
 * Gives findings the severities of a config, and sets those aside that it excepts. An exception that has ended excepts
 * nothing, and the finding says so.
 */
export function applyConfig(
  found: readonly Finding[],
  config: LintConfig,
  now: Date,
): JudgedFindings {
  const today = now.toISOString().slice(0, 10);
  const judged: JudgedFindings = { findings: [], accepted: [] };
  for (const finding of found) {
    const severity = config.rules[finding.ruleId] ?? finding.severity;
    if (severity === 'off') continue;
    const exceptions = config.exceptions.filter(exception =>
      covers(exception, finding),
    );
    const holding = exceptions.find(({ expires }) => expires >= today);
    const ended = exceptions.at(-1);
    if (holding) {
      const { reason, expires } = holding;
      judged.accepted.push({ ...finding, severity, reason, expires });
    } else {
      judged.findings.push({
        ...finding,
        severity,
        message: ended
          ? `${finding.message} (the exception for it ended on ${ended.expires})`
          : finding.message,
      });
    }
  }
  return judged;
}
