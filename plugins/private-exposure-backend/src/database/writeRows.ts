import type { Knex } from 'knex';

// SQLite takes 32766 parameters in a statement and PostgreSQL 65535. Half of the smaller one: statements of a few
// hundred rows are as fast as larger ones, and their text stays small.
const maxParameters = 16_000;
// On SQLite knex writes many rows as a compound select, which may have 500 parts.
const maxRows = 500;

/** How many rows of so many columns fit into one statement. @internal */
export function rowsPerStatement(columns: number): number {
  return Math.max(1, Math.min(maxRows, Math.floor(maxParameters / columns)));
}

/** Cuts a list into parts of at most `size`. @internal */
export function* chunks<T>(items: readonly T[], size: number): Iterable<T[]> {
  for (let at = 0; at < items.length; at += size) {
    yield items.slice(at, at + size);
  }
}

/**
 * Inserts rows, as many in one statement as fit. Those that somebody else inserted meanwhile may be left as they are.
 *
 * @internal
 */
export async function insertRows<TRow extends object>(
  tx: Knex,
  table: string,
  rows: readonly TRow[],
  options?: { ignoreExisting?: boolean },
): Promise<void> {
  if (rows.length === 0) return;
  const size = rowsPerStatement(Object.keys(rows[0]).length);
  for (const part of chunks(rows, size)) {
    const insert = tx(table).insert(part);
    await (options?.ignoreExisting ? insert.onConflict().ignore() : insert);
  }
}

/**
 * Inserts rows, or writes the given columns over those that are there.
 *
 * @internal
 */
export async function upsertRows<TRow extends object>(
  tx: Knex,
  table: string,
  rows: readonly TRow[],
  options: { key: string; columns: readonly (keyof TRow & string)[] },
): Promise<void> {
  if (rows.length === 0) return;
  const size = rowsPerStatement(Object.keys(rows[0]).length);
  for (const part of chunks(rows, size)) {
    await tx(table)
      .insert(part)
      .onConflict(options.key)
      .merge([...options.columns]);
  }
}

/**
 * Reads the rows whose column has one of many values, as many in one statement as fit.
 *
 * @internal
 */
export async function selectIn<
  TRow extends object,
  TColumn extends keyof TRow & string,
>(options: {
  knex: Knex;
  table: string;
  where: keyof TRow & string;
  values: readonly string[];
  columns: readonly TColumn[];
}): Promise<Pick<TRow, TColumn>[]> {
  const { knex, table, where, values, columns } = options;
  const found: Pick<TRow, TColumn>[] = [];
  for (const part of chunks(values, maxParameters)) {
    const rows: Pick<TRow, TColumn>[] = await knex(table)
      .select([...columns])
      .whereIn(where, part);
    found.push(...rows);
  }
  return found;
}
