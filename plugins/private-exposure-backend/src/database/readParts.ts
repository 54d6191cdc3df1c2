import type { Knex } from 'knex';

/**
 * Reads several lists that hang on the same exposures. Each part is a query that may use `e`, the exposures.
 *
 * @remarks
 * On PostgreSQL all parts are one statement with one row, and `e` is looked up once for all of them: a page costs one
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
  const base = e.toSQL();
  const names: (keyof TParts & string)[] = Object.keys(parts);
  if (knex.client.config.client === 'pg') {
    const queries = names.map(name => parts[name].toSQL());
    const lists = names.map(
      (name, index) =>
        `(select coalesce(json_agg(q), '[]') from (${queries[index].sql}) q) as "${name}"`,
    );
    const answer: { rows: { [TName in keyof TParts]: TParts[TName][] }[] } =
      await knex.raw(
        `with "e" as materialized (${base.sql}) select ${lists.join(', ')}`,
        [...base.bindings, ...queries.flatMap(query => query.bindings)],
      );
    return answer.rows[0];
  }
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
