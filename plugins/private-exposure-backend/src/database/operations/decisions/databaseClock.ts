import type { Knex } from 'knex';

/**
 * What time the database has. Leases are measured with it alone, so that workers on machines whose clocks disagree
 * still agree on who holds a lease.
 *
 * @remarks SQLite lives in one process on one machine, whose clock is the database's.
 *
 * @internal
 */
export async function databaseNow(tx: Knex): Promise<Date> {
  if (tx.client.config.client !== 'pg') return new Date();
  // Not now(): that is when the transaction began, which may have waited for a lock.
  const { rows } = await tx.raw('select clock_timestamp() as now');
  return new Date(rows[0].now);
}
