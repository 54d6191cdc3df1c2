import type { UnclaimedExposure } from '@postern/backstage-plugin-private-exposure-common';
import { csvRow } from './csvRow';

/** Rows of an export at most: what a spreadsheet still opens at once, and the server reads in a few seconds. @internal */
export const exportLimit = 10_000;

/** Without it, Excel reads the file in the alphabet of its country, and umlauts come out as two wrong letters. */
const BYTE_ORDER_MARK = '\uFEFF';

const columns: readonly [
  string,
  (exposure: UnclaimedExposure) => string | number | undefined,
][] = [
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['native id', ({ nativeId }) => nativeId],
  ['address', ({ address }) => address],
  ['provider', ({ provider }) => provider],
  ['account', ({ account }) => account],
  ['account name', ({ accountName }) => accountName],
  ['region', ({ region }) => region],
  ['lifecycle', ({ lifecycle }) => lifecycle],
  ['health', ({ health }) => health],
  ['created at', ({ provenance }) => provenance.createdAt ?? 'unknown'],
  ['first seen at', ({ firstSeenAt }) => firstSeenAt],
  ['created by', ({ provenance }) => provenance.createdBy ?? 'unknown'],
  ['manager', ({ provenance }) => provenance.manager],
  ['managed by', ({ provenance }) => provenance.managedBy ?? 'unknown'],
  [
    'kubernetes objects',
    ({ kubernetesServices }) => kubernetesServices.join(' '),
  ],
  ['connections', ({ connectionCounts }) => sumOf(connectionCounts)],
  ['currency', ({ cost }) => cost?.currency],
  ['estimated cost per hour', ({ cost }) => cost?.perHour],
  ['estimated cost per 30 days', ({ cost }) => cost?.per30Days],
  ['source', ({ source }) => source.state],
  ['observed at', ({ source }) => source.observedAt],
  ['console', ({ consoleUrl }) => consoleUrl],
];

function sumOf(counts: UnclaimedExposure['connectionCounts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * Turns pages into the text of a CSV file, piece by piece, which begins with a byte order mark. At most
 * {@link exportLimit} rows; a last one then says that there is more.
 *
 * @param onRows - told how many rows went out with each piece
 * @internal
 */
export async function* unclaimedCsv(
  pages: AsyncIterable<readonly UnclaimedExposure[]>,
  onRows: (count: number) => void,
): AsyncGenerator<string> {
  let left = exportLimit;
  let head = BYTE_ORDER_MARK + csvRow(columns.map(([title]) => title));
  for await (const page of pages) {
    const rows = page.slice(0, left);
    left -= rows.length;
    onRows(rows.length);
    yield head + rows.map(toRow).join('');
    head = '';
    if (rows.length < page.length) {
      yield moreRow();
      return;
    }
  }
}

function toRow(exposure: UnclaimedExposure): string {
  return csvRow(columns.map(([, valueOf]) => valueOf(exposure)));
}

/** As many cells as the other rows have, for readers that insist. */
function moreRow(): string {
  const text = `There are more than these ${exportLimit} rows. Narrow the filters down, for example to one account, for the rest.`;
  return csvRow(columns.map((_, index) => (index === 0 ? text : undefined)));
}
