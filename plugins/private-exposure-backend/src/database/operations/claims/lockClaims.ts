import type { Knex } from 'knex';

// `share` lets any number of surveys read claims while nobody writes them; `share row exclusive` waits for them all, and
// for whoever else writes.
const modes = {
  'decide-exposures': 'share',
  'change-claims': 'share row exclusive',
} as const;

/**
 * Keeps what is said (by entities) and what is seen (by surveys) from passing each other unnoticed, to the end of the
 * transaction. To be called before anything else in it.
 *
 * @remarks
 * Who owns an exposure follows from rows on both sides, and each side decides anew only what its own news touches. Were
 * a survey and a claim written at the same time, neither would see the other's rows, and the exposure would stay
 * unclaimed: later rounds skip what has not changed. The same holds for two entities that name one resource. A lock on
 * a table, unlike an advisory one, needs no number that could be taken, and stays within the plugin's schema. SQLite
 * has one writer at a time anyhow.
 *
 * @internal
 */
export async function lockClaims(
  tx: Knex.Transaction,
  purpose: keyof typeof modes,
): Promise<void> {
  if (tx.client.config.client === 'pg') {
    await tx.raw(`lock table claimants in ${modes[purpose]} mode`);
  }
}
