import { Finding, rules, Severity } from '../../linter';
import { Report } from '../Report';

const LEVELS: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

function toResult(finding: Finding) {
  const { ruleId, severity, message, remedy, path, line, column } = finding;
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: `${message}. ${remedy}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
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
            rules: [...used].sort().map(id => {
              const rule = rules.find(other => other.id === id);
              return {
                id,
                ...(rule && {
                  defaultConfiguration: { level: LEVELS[rule.severity] },
                }),
              };
            }),
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
