import type { Knex } from 'knex';

// SQLite takes 32766 parameters in a statement and PostgreSQL 65535. Half of the smaller one: statements of a few
// hundred rows are as fast as larger ones, and their text stays small.
const maxParameters = 16_000;

// About 100 kB of JSON: small enough to be collected with the young garbage, large enough to be worth a round trip.
const rowsPerDocument = 200;

/** How many rows of so many columns fit into one statement. @internal */
export function rowsPerStatement(columns: number): number {
  return Math.max(1, Math.floor(maxParameters / columns));
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
  const end = options?.ignoreExisting ? ' on conflict do nothing' : '';
  await insertInParts(tx, { table, rows, end });
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
  const columns = options.columns.map(quote);
  const updates = columns.map(column => `${column} = excluded.${column}`);
  const end = ` on conflict (${quote(
    options.key,
  )}) do update set ${updates.join(', ')}`;
  await insertInParts(tx, { table, rows, end });
}

/**
 * Writes the statements itself. On PostgreSQL the rows of a part are one parameter, as JSON: the statement is the same
 * short text for any number of rows, and neither side handles thousands of parameters, which made most of the garbage of
 * a first survey. On SQLite knex would make a compound select of many rows, which takes 500 at most and several times
 * as long.
 */
async function insertInParts<TRow extends object>(
  tx: Knex,
  options: { table: string; rows: readonly TRow[]; end: string },
): Promise<void> {
  const { table, rows, end } = options;
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  const names = columns.map(quote).join(', ');
  const into = `insert into ${quote(table)} (${names})`;
  if (isPostgres(tx)) {
    const from = `json_populate_recordset(null::${quote(table)}, ?::json)`;
    for (const part of chunks(rows, rowsPerDocument)) {
      // Without "where", a conflict clause after "from" could be read as a join's.
      await tx.raw(`${into} select ${names} from ${from} where true${end}`, [
        JSON.stringify(part),
      ]);
    }
    return;
  }
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (const part of chunks(rows, rowsPerStatement(columns.length))) {
    const values = part.map(() => marks).join(', ');
    const bindings = part.flatMap(row => {
      const fields = new Map<string, Knex.RawBinding>(Object.entries(row));
      return columns.map(column => fields.get(column) ?? null);
    });
    await tx.raw(`${into} values ${values}${end}`, bindings);
  }
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Names come from the code, never from outside; quoting keeps reserved words apart. */
function quote(name: string): string {
  return `"${name}"`;
}

/**
 * Reads the rows whose column, a text, has one of many values, as many in one statement as fit.
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
    const query = knex(table).select([...columns]);
    const rows: Pick<TRow, TColumn>[] = isPostgres(knex)
      ? // One parameter, however many values.
        await query.whereRaw('?? = any(?::text[])', [where, part])
      : await query.whereIn(where, part);
    found.push(...rows);
  }
  return found;
}
