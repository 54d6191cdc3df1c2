import type { Knex } from 'knex';

/**
 * Reads several lists that hang on the same exposures. Each part is a query that may use `e`, the exposures.
 *
 * @remarks
 * On PostgreSQL all parts are one statement with one value, and `e` is looked up once for all of them: a page costs one
 * round trip and one plan, where a statement for each part would cost a dozen. Times come back as text in it, which
 * `conversion.ts` reads. SQLite is in the process, so that there are no round trips to save; it gets the parts one by
 * one.
 *
 * @param knex - the database
 * @param e - the exposures, by an index
 * @param parts - queries by the name of their list
 * @internal
 */
export async function readParts<TParts extends Record<string, object>>(
  knex: Knex,
  e: Knex.QueryBuilder,
  parts: { [TName in keyof TParts]: Knex.QueryBuilder | Knex.Raw },
): Promise<{ [TName in keyof TParts]: TParts[TName][] }> {
  if (knex.client.config.client === 'pg') {
    const { sql, bindings } = joinParts(e, parts);
    const { rows } = await knex.raw(sql, [...bindings]);
    return rows[0].parts;
  }
  const base = e.toSQL();
  const names: (keyof TParts & string)[] = Object.keys(parts);
  const lists: Partial<Record<string, object[]>> = {};
  for (const name of names) {
    const { sql, bindings } = parts[name].toSQL();
    lists[name] = await knex.raw(`with "e" as (${base.sql}) ${sql}`, [
      ...base.bindings,
      ...bindings,
    ]);
  }
  return lists as { [TName in keyof TParts]: TParts[TName][] };
}

/** A statement with its parameters; its one row has one column, `parts`, with all lists by name. @internal */
export interface JoinedParts {
  /** With question marks. */
  sql: string;
  /** In the order of the question marks. */
  bindings: readonly Knex.RawBinding[];
}

/** Makes the one statement for PostgreSQL. @internal */
export function joinParts(
  e: Knex.QueryBuilder,
  parts: Record<string, Knex.QueryBuilder | Knex.Raw>,
): JoinedParts {
  const base = e.toSQL();
  const queries = Object.entries(parts).map(
    ([name, part]) => [name, part.toSQL()] as const,
  );
  const lists = queries.map(
    ([name, { sql }]) =>
      `'${name}', (select coalesce(json_agg(q), '[]') from (${sql}) q)`,
  );
  return {
    sql: `with "e" as materialized (${
      base.sql
    }) select json_build_object(${lists.join(', ')}) as parts`,
    bindings: [
      ...base.bindings,
      ...queries.flatMap(([, { bindings }]) => bindings),
    ],
  };
}
