import { Report } from '../Report';

/**
 * For programs: `{ fileCount, findings, accepted, fixed }`. A finding has `ruleId`, `severity`, `message`, `remedy`,
 * `evidence`, `path`, `line` and `column`, and where it has one right form the edit in `fix`.
 *
 * @internal
 */
export function formatJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
