import type { Knex } from 'knex';
import type { DeniedClaim } from '../../../claims/decideClaim';
import type { DbClaimConflictRow, DbExposureIdentityRow } from '../../tables';
import { chunks, insertRows } from '../../writeRows';

/** What hangs on an exposure for the sake of claims. @internal */
export interface ClaimRows {
  /** The exposure. */
  exposureId: string;
  /** Kubernetes Services that the controllers name; left out, what is there stays. */
  identities?: readonly string[];
  /** Entities that name it and do not get it. */
  conflicts: readonly DeniedClaim[];
  /** Nothing can be there yet. */
  isNew?: boolean;
}

/** Replaces the conflicts and, where given, the identities of some exposures. @internal */
export async function writeClaimRows(
  tx: Knex,
  items: readonly ClaimRows[],
): Promise<void> {
  const old = items.filter(item => !item.isNew);
  const reidentified = old.filter(item => item.identities);
  await clear(tx, 'claim_conflicts', old);
  await clear(tx, 'exposure_identities', reidentified);

  const conflicts = items.flatMap(({ exposureId, conflicts: denied }) =>
    denied.map<DbClaimConflictRow>(({ entityRef, named, message }) => ({
      entity_ref: entityRef,
      exposure_id: exposureId,
      native_id: named,
      message,
    })),
  );
  const identities = items.flatMap(({ exposureId, identities: names = [] }) =>
    names.map<DbExposureIdentityRow>(identity => ({
      exposure_id: exposureId,
      identity,
    })),
  );
  const options = { ignoreExisting: true };
  await insertRows(tx, 'claim_conflicts', conflicts, options);
  await insertRows(tx, 'exposure_identities', identities, options);
}

async function clear(
  tx: Knex,
  table: 'claim_conflicts' | 'exposure_identities',
  items: readonly ClaimRows[],
): Promise<void> {
  for (const part of chunks(items, 5000)) {
    await tx(table)
      .whereIn(
        'exposure_id',
        part.map(item => item.exposureId),
      )
      .delete();
  }
}
