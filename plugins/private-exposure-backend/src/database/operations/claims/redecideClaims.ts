import type { Knex } from 'knex';
import {
  type ClaimEvidence,
  type ClaimVerdict,
  decideClaim,
} from '../../../claims/decideClaim';
import type { NamespaceOwners } from '../../../claims/NamespaceOwners';
import type { StateChange } from '../../StateChange';
import type {
  DbClaimConflictRow,
  DbExposureIdentityRow,
  DbExposureRow,
} from '../../tables';
import { chunks, selectIn } from '../../writeRows';
import { insertEvents } from '../events/insertEvents';
import { loadClaimLookup } from '../observation/loadClaimLookup';
import { writeClaimRows } from '../observation/writeClaimRows';

const columns = [
  'id',
  'native_key',
  'owner_tag',
  'entity_ref',
  'claim_basis',
  'claim_confirmed',
  'gone_at',
] as const satisfies readonly (keyof DbExposureRow)[];
type ClaimedExposure = Pick<DbExposureRow, (typeof columns)[number]>;

/** By what is decided anew. @internal */
export interface RedecideOptions {
  /** Whose the namespaces of clusters are. */
  namespaceOwners: NamespaceOwners;
  /** The present. */
  at: Date;
}

/**
 * Decides anew whose some exposures are, after entities changed their word, and writes what came out different.
 *
 * @internal
 */
export async function redecideClaims(
  tx: Knex,
  exposureIds: readonly string[],
  options: RedecideOptions,
): Promise<StateChange[]> {
  const changes: StateChange[] = [];
  for (const part of chunks([...new Set(exposureIds)], 1000)) {
    changes.push(...(await redecidePart(tx, part, options)));
  }
  await insertEvents(tx, changes);
  return changes;
}

async function redecidePart(
  tx: Knex,
  ids: readonly string[],
  { at, namespaceOwners }: RedecideOptions,
): Promise<StateChange[]> {
  const found = await selectIn<DbExposureRow, keyof ClaimedExposure>({
    ...{ knex: tx, table: 'exposures', where: 'id', values: ids, columns },
  });
  const rows = found.filter(row => row.gone_at === null);
  const identities = await selectIn<
    DbExposureIdentityRow,
    keyof DbExposureIdentityRow
  >({
    ...{ knex: tx, table: 'exposure_identities', where: 'exposure_id' },
    values: ids,
    columns: ['exposure_id', 'identity'],
  });
  const denied = await readDenied(tx, ids);
  const evidences = rows.map<ClaimEvidence>(row => ({
    nativeKey: row.native_key,
    ownerTag: row.owner_tag ?? undefined,
    identities: identities
      .filter(({ exposure_id }) => exposure_id === row.id)
      .map(({ identity }) => identity),
  }));
  const lookup = await loadClaimLookup(tx, evidences);
  const changes: StateChange[] = [];
  for (const [index, row] of rows.entries()) {
    const verdict = decideClaim(evidences[index], lookup, namespaceOwners);
    const isSame =
      sameClaim(row, verdict) &&
      denied.get(row.id) === deniedText(verdict.conflicts);
    if (!isSame) {
      await writeVerdict(tx, row.id, verdict);
      changes.push(...describe(row, verdict, at));
    }
  }
  return changes;
}

async function readDenied(
  tx: Knex,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await selectIn<DbClaimConflictRow, keyof DbClaimConflictRow>({
    ...{ knex: tx, table: 'claim_conflicts', where: 'exposure_id' },
    values: ids,
    columns: ['entity_ref', 'exposure_id', 'native_id', 'message'],
  });
  return new Map(
    ids.map(id => {
      const conflicts = rows
        .filter(({ exposure_id }) => exposure_id === id)
        .map(row => ({
          entityRef: row.entity_ref,
          named: row.native_id,
          message: row.message,
        }));
      return [id, deniedText(conflicts)];
    }),
  );
}

function deniedText(conflicts: ClaimVerdict['conflicts']): string {
  return conflicts
    .map(({ entityRef, named, message }) =>
      JSON.stringify([entityRef, named, message]),
    )
    .sort()
    .join();
}

function sameClaim(row: ClaimedExposure, verdict: ClaimVerdict): boolean {
  return (
    row.entity_ref === (verdict.entityRef ?? null) &&
    row.claim_basis === (verdict.basis ?? null) &&
    Boolean(row.claim_confirmed) === Boolean(verdict.confirmed)
  );
}

async function writeVerdict(
  tx: Knex,
  exposureId: string,
  verdict: ClaimVerdict,
): Promise<void> {
  await tx('exposures')
    .where('id', exposureId)
    .update({
      entity_ref: verdict.entityRef ?? null,
      claim_basis: verdict.basis ?? null,
      claim_confirmed: verdict.confirmed ?? null,
      claim_conflict: verdict.conflicts.length > 0,
    });
  await writeClaimRows(tx, [{ exposureId, conflicts: verdict.conflicts }]);
}

/** A new conflict is worth a line too, in the timeline of the resource, without the name of who claims it. */
function describe(
  row: ClaimedExposure,
  verdict: ClaimVerdict,
  at: Date,
): StateChange[] {
  const isMoved = row.entity_ref !== (verdict.entityRef ?? null);
  const message =
    verdict.conflicts.length > 0
      ? 'More than one entity names this resource.'
      : undefined;
  return [
    {
      type: 'claim-changed',
      at,
      exposureId: row.id,
      entityRef: verdict.entityRef ?? row.entity_ref ?? undefined,
      ...(isMoved && {
        from: row.entity_ref ?? undefined,
        to: verdict.entityRef,
      }),
      message,
      initial: false,
    },
  ];
}
