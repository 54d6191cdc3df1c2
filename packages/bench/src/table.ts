/** One promise, what was measured, and whether it holds. @internal */
export interface Row {
  /** What was measured. */
  what: string;
  /** The figure, with its unit. */
  measured: string;
  /** What it is held against. */
  limit: string;
  /** Whether the promise holds. */
  holds: boolean;
  /** How the figure came about. */
  detail: string;
}

/** Renders the rows as a markdown table. @internal */
export function renderTable(rows: readonly Row[]): string {
  const cells = [
    ['what', 'measured', 'limit', '', 'how'],
    ['---', '---', '---', '---', '---'],
    ...rows.map(row => [
      row.what,
      row.measured,
      row.limit,
      row.holds ? 'holds' : 'MISSED',
      row.detail,
    ]),
  ];
  return cells.map(line => `| ${line.join(' | ')} |`).join('\n');
}

/** The middle value of some numbers. @internal */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that a share of the numbers does not exceed. @internal */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[
    Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)
  ];
}
