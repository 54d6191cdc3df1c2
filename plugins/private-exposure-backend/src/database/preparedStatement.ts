import { createHash } from 'node:crypto';
import { isError } from '@backstage/errors';
import type { Knex } from 'knex';

/** A statement that is the same at every run. @internal */
export interface PreparedStatement {
  /** By which a connection knows it again; of the statement's text, so that two versions of it never meet. */
  name: string;
  /** With question marks. */
  sql: string;
}

/** Gives a statement its name. @internal */
export function prepareStatement(sql: string): PreparedStatement {
  const digest = createHash('sha256').update(sql).digest('hex');
  return { name: `postern_${digest.slice(0, 32)}`, sql };
}

const unprepared = new WeakSet<Knex>();

/**
 * Runs a statement on PostgreSQL that each connection reads and plans once, for where that takes longer than the rest.
 *
 * @remarks
 * A pooler that hands out connections transaction by transaction, such as PgBouncer before 1.21, does not keep prepared
 * statements with their owner. Where one is unknown, or known already, that is the case: from then on statements run
 * unprepared. For reads outside transactions, which may be repeated.
 *
 * @internal
 */
export async function runPrepared<TRow>(
  knex: Knex,
  { name, sql }: PreparedStatement,
  bindings: readonly Knex.RawBinding[],
): Promise<TRow[]> {
  const run = (options: { name?: string }): Promise<{ rows: TRow[] }> =>
    knex.raw(sql, [...bindings]).options(options);
  if (!unprepared.has(knex)) {
    try {
      return (await run({ name })).rows;
    } catch (error) {
      if (!isNotKept(error)) throw error;
      unprepared.add(knex);
    }
  }
  return (await run({})).rows;
}

/** PostgreSQL's `invalid_sql_statement_name` and `duplicate_prepared_statement`. */
function isNotKept(error: unknown): boolean {
  return isError(error) && (error.code === '26000' || error.code === '42P05');
}
