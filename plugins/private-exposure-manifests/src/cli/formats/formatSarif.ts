import { Finding, Rule, rules, Severity } from '../../linter';
import { explainRule, ruleAddress } from '../../reference';
import { Report } from '../Report';

const LEVELS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A path as an address relative to the repository's root: its characters are never an address's own. */
function toUri(path: string): string {
  return (
    path
      // Half a character, which no address can hold.
      .replace(/\p{Cs}/gu, '\ufffd')
      .split('/')
      .map(name => encodeURIComponent(name))
      .join('/')
  );
}

function describeRule(id: string, rule: Rule | undefined) {
  if (!rule) return { id };
  return {
    id,
    ...(rule.page && { shortDescription: { text: rule.page.summary } }),
    help: { text: explainRule(rule), markdown: explainRule(rule) },
    helpUri: ruleAddress(rule),
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function toResult(finding: Finding) {
  const { ruleId, severity, message, remedy, path, line, column } = finding;
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: `${message}. ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(path) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/**
 * For code scanning (SARIF 2.1.0), accepted findings as suppressed ones.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 *
 * @internal
 */
export function formatSarif({ findings, accepted }: Report): string {
  const used = new Set([...findings, ...accepted].map(({ ruleId }) => ruleId));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'private-exposure',
            informationUri: 'https://github.com/postern-dev/postern',
            rules: [...used].sort().map(id =>
              describeRule(
                id,
                rules.find(other => other.id === id),
              ),
            ),
          },
        },
        results: [
          ...findings.map(toResult),
          ...accepted.map(finding => ({
            ...toResult(finding),
            suppressions: [{ kind: 'external', justification: finding.reason }],
          })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
