import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Finding } from '@postern/backstage-plugin-private-exposure-manifests';
import type { JsonObject } from '@backstage/types';

/**
 * Logs findings, and stops where one is an error.
 *
 * @throws InputError with the place, the message and the remedy of every error.
 *
 * @internal
 */
export function stopOnErrors(
  findings: readonly Finding[],
  logger: LoggerService,
): void {
  const errors: Finding[] = [];
  for (const finding of findings) {
    if (finding.severity === 'error') errors.push(finding);
    else if (finding.severity === 'warning') logger.warn(describe(finding));
    else logger.info(describe(finding));
  }
  if (errors.length > 0) throw new InputError(errors.map(describe).join('\n'));
}

/** Findings as a step's output. @internal */
export function toJsonFindings(findings: readonly Finding[]): JsonObject[] {
  return findings.map(({ evidence, fix: _fix, ...finding }) => ({
    ...finding,
    evidence: evidence.map(({ label, value }) => ({ label, value })),
  }));
}

function describe(finding: Finding): string {
  const { path, line, column, message, remedy, ruleId } = finding;
  return `${path}:${line}:${column} ${message}. ${remedy} (${ruleId})`;
}
