import type { Knex } from 'knex';

const batchSize = 1000;

/**
 * Deletes rows from before a moment, in small statements: each holds its locks only briefly. Rows without the time
 * (what has not ended, what is not gone) stay. Returns how many went.
 *
 * @internal
 */
export async function deleteOld(
  knex: Knex,
  options: {
    table: 'events' | 'decisions' | 'changes' | 'connections' | 'exposures';
    column: 'at' | 'ended_at' | 'gone_at';
    before: Date;
    signal?: AbortSignal;
  },
): Promise<number> {
  const { table, column, before, signal } = options;
  let removed = 0;
  for (;;) {
    signal?.throwIfAborted();
    const ids: string[] = await knex(table)
      .whereNotNull(column)
      .where(column, '<', before)
      .orderBy(column)
      .limit(batchSize)
      .pluck('id');
    if (ids.length === 0) return removed;
    // Again with the condition: what came back meanwhile stays.
    const count = await knex(table)
      .whereIn('id', ids)
      .where(column, '<', before)
      .delete();
    if (count === 0) return removed;
    removed += count;
  }
}
