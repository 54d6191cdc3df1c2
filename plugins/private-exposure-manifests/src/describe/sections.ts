import { Finding } from '../linter/types';
import { codeMarkdown, escapeMarkdown } from './escapeMarkdown';

/** A list, one item a line. @internal */
export function bullets(items: string[]): string {
  return items.map(item => `- ${item}\n`).join('');
}

/** Numbered steps. @internal */
export function steps(items: string[]): string {
  return items.map((item, index) => `${index + 1}. ${item}\n`).join('');
}

/** A section with its heading; an empty one is left out. @internal */
export function section(heading: string, body: string): string {
  return body === '' ? '' : `\n## ${heading}\n\n${body}`;
}

/** A table whose cells are Markdown already. @internal */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  return rows.length
    ? `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`
    : '';
}

/** The linter's findings for a reviewer. @internal */
export function findingsSection(findings: Finding[]): string {
  const rows = findings.map(finding => [
    finding.severity,
    `${codeMarkdown(`${finding.path}:${finding.line}`)}`,
    escapeMarkdown(finding.message),
    escapeMarkdown(finding.remedy),
  ]);
  return section(
    'Findings',
    rows.length
      ? table(['severity', 'where', 'what', 'what to do'], rows)
      : 'The linter found nothing.\n',
  );
}
