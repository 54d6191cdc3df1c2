import { Severity } from '../../linter';
import { Report } from '../Report';

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** One line that says how much was read and found. @internal */
export function countFindings(report: Report): string {
  const { fileCount, findings, accepted, fixed } = report;
  const of = (severity: Severity) =>
    findings.filter(finding => finding.severity === severity).length;
  const parts = [
    count(of('error'), 'error'),
    count(of('warning'), 'warning'),
    count(of('info'), 'note'),
    ...(accepted.length ? [`${accepted.length} accepted`] : []),
    ...(fixed.length ? [`${fixed.length} fixed`] : []),
  ];
  return `${count(fileCount, 'file')} checked: ${parts.join(', ')}.`;
}
