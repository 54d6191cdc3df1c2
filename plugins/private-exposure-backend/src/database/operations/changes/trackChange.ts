import { randomUUID } from 'node:crypto';
import type { ChangeRequest } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { StoredChange } from '../../../changes/ChangeStore';
import type { DbChangeAuthorRow, DbChangeRow } from '../../tables';
import { insertEvents } from '../events/insertEvents';
import type { StateChange } from '../../StateChange';
import { toFindingsColumn } from './findingsColumn';
import { toStoredChange, toTimeline } from './toStoredChange';

/**
 * Begins to track a pull request. The same address twice is one change: a template's step that runs again after a
 * crash must not make a second, and a template that runs again while its pull request is open adds to that one. Whoever
 * ran it is an author from then on, of the entity that they ran it for.
 *
 * @internal
 */
export async function trackChange(
  knex: Knex,
  request: ChangeRequest,
): Promise<{ change: StoredChange; changes: StateChange[] }> {
  return knex.transaction(async tx => {
    const now = new Date();
    const row: DbChangeRow = {
      id: randomUUID(),
      entity_ref: request.entityRef,
      kind: request.kind ?? null,
      purpose: request.purpose,
      url: request.url,
      title: request.title,
      state: 'open',
      opened_by: request.openedBy ?? null,
      opened_at: now,
      ended_at: null,
      exposure_id: null,
      checked_at: null,
      check_error: null,
      due_at: now,
      findings: toFindingsColumn(request),
      request_id: request.requestId ?? null,
    };
    const inserted: { id: string }[] = await tx<DbChangeRow>('changes')
      .insert(row)
      .onConflict('url')
      .ignore()
      .returning('id');
    // The template ran again and added to its pull request: what it says now is what holds, and the host is asked.
    if (inserted.length === 0) {
      await tx<DbChangeRow>('changes')
        .where({ url: request.url })
        .update({
          due_at: now,
          ...(row.findings !== null && { findings: row.findings }),
          ...(row.request_id !== null && { request_id: row.request_id }),
        });
    }
    const stored = await tx<DbChangeRow>('changes')
      .where({ url: request.url })
      .first();
    const change = toStoredChange(stored ?? row);
    await addAuthor(tx, change.id, request);
    if (inserted.length === 0) return { change, changes: [] };

    const changes = [toTimeline('change-opened', change, now)];
    await insertEvents(tx, changes);
    return { change, changes };
  });
}

async function addAuthor(
  tx: Knex.Transaction,
  changeId: string,
  { entityRef, openedBy }: ChangeRequest,
): Promise<void> {
  if (!openedBy) return;
  const row = {
    change_id: changeId,
    entity_ref: entityRef,
    author: openedBy,
  };
  await tx<DbChangeAuthorRow>('change_authors')
    .insert(row)
    .onConflict(['entity_ref', 'author', 'change_id'])
    .ignore();
}
