import type { Knex } from 'knex';
import type { Lookup, PullRequestReading } from '../../../changes/ChangeStore';
import type { StateChange } from '../../StateChange';
import type { DbChangeRow } from '../../tables';
import { insertEvents } from '../events/insertEvents';
import { toStoredChange, toTimeline } from './toStoredChange';

/**
 * Records what the Git host said of a pull request, with a line in the timeline if its state is another now.
 *
 * @remarks The update names the state that was read, so that of two replicas that saw the merge only one writes the
 * line.
 *
 * @internal
 */
export async function recordReading(
  knex: Knex,
  options: { id: string; reading: PullRequestReading; lookup: Lookup },
): Promise<StateChange[]> {
  const { id, reading, lookup } = options;
  const { at, dueAt } = lookup;
  return knex.transaction(async tx => {
    await tx<DbChangeRow>('changes')
      .where({ id })
      .update({
        checked_at: at,
        due_at: dueAt,
        check_error: null,
        ...(reading.title && { title: reading.title }),
      });
    if (reading.state === 'open') return [];

    const [row] = await tx<DbChangeRow>('changes')
      .where({ id, state: 'open' })
      .update({ state: reading.state, ended_at: reading.endedAt ?? at })
      .returning('*');
    if (!row) return [];
    const type = reading.state === 'merged' ? 'change-merged' : 'change-closed';
    const changes = [toTimeline(type, toStoredChange(row), at)];
    await insertEvents(tx, changes);
    return changes;
  });
}
