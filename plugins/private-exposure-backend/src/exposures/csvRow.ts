// What spreadsheets begin a formula with, also after white space and in the full-width forms that some take for it.
const formulaStart = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
// Where the settings of a country make the semicolon the separator, a quote is none unless it begins a cell: what stands
// behind a semicolon or on a new line then is a cell of its own.
const inside = /(;|[\r\n]+)(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * One line of a CSV file as RFC 4180 has it, with its line end. Every cell is quoted.
 *
 * @remarks
 * Names and tags are written by whoever may make a resource. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, which makes it a text (OWASP, "CSV Injection").
 *
 * @internal
 */
export function csvRow(
  cells: readonly (string | number | undefined)[],
): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(value: string | number | undefined): string {
  if (value === undefined) return '""';
  if (typeof value === 'number') return `"${value}"`;
  const apart = value.replace(inside, "$1'");
  const safe = formulaStart.test(apart) ? `'${apart}` : apart;
  return `"${safe.replaceAll('"', '""')}"`;
}
