import createKnex from 'knex';
import { databaseUrl } from './databaseUrl';

const TABLES = ['exposures', 'connections', 'hops', 'grants', 'findings'];

/**
 * How many rows some work inserted, updated and deleted in the tables of exposures, by PostgreSQL's statistics.
 *
 * @internal
 */
export async function countWrites(
  server: string,
  work: () => Promise<unknown>,
): Promise<number> {
  const knex = createKnex({ client: 'pg', connection: databaseUrl(server) });
  const read = async () => {
    // This backend is asked not to serve an old snapshot.
    await knex.raw('select pg_stat_clear_snapshot()');
    const { rows } = await knex.raw(
      `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as writes
       from pg_stat_user_tables where relname = any(?)`,
      [TABLES],
    );
    return Number(rows[0].writes);
  };
  const settled = async () => {
    let last = await read();
    for (;;) {
      // An idle backend keeps its last counts for up to ten seconds: PGSTAT_IDLE_INTERVAL in PostgreSQL's pgstat.c.
      await new Promise(wake => setTimeout(wake, 11_000));
      const now = await read();
      if (now === last) return now;
      last = now;
    }
  };
  try {
    const before = await settled();
    await work();
    return (await settled()) - before;
  } finally {
    await knex.destroy();
  }
}
