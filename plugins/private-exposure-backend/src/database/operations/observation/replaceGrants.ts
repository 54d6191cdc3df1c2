import type { Grant } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { StateChange } from '../../StateChange';
import type { DbGrantRow } from '../../tables';
import { insertRows } from '../../writeRows';

/**
 * Replaces the grants of an exposure inside a transaction: a reader never sees none of them.
 *
 * @internal
 */
export async function replaceGrants(
  tx: Knex,
  grants: readonly Grant[],
  about: Omit<StateChange, 'type'> & { exposureId: string },
): Promise<StateChange[]> {
  const { exposureId } = about;
  const rows: DbGrantRow[] = await tx('grants').where({
    exposure_id: exposureId,
  });
  const before = new Map(rows.map(row => [keyOf(row), row.principal]));
  const after = new Map(grants.map(grant => [keyOf(grant), grant]));

  await tx('grants').where('exposure_id', exposureId).delete();
  const inserted = [...after.values()].map<DbGrantRow>(grant => ({
    exposure_id: exposureId,
    type: grant.type,
    principal: grant.principal,
    auto_approved: grant.autoApproved ?? null,
  }));
  await insertRows(tx, 'grants', inserted);

  const added = [...after].filter(([key]) => !before.has(key));
  const removed = [...before].filter(([key]) => !after.has(key));
  return [
    ...added.map<StateChange>(([, { principal }]) => ({
      ...about,
      type: 'grant-added',
      to: principal,
    })),
    ...removed.map<StateChange>(([, principal]) => ({
      ...about,
      type: 'grant-removed',
      from: principal,
    })),
  ];
}

function keyOf(grant: Pick<Grant, 'type' | 'principal'>): string {
  return `${grant.type} ${grant.principal}`;
}
