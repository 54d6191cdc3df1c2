import type { Knex } from 'knex';
import type { Claimant } from '../../../claims/Claimant';
import { surveyHash } from '../../../observation/surveyHash';
import type { StateChange } from '../../StateChange';
import type {
  DbClaimantOwnerRow,
  DbClaimantRow,
  DbClaimRow,
  DbExposureIdentityRow,
  DbExposureRow,
} from '../../tables';
import { insertRows, selectIn, upsertRows } from '../../writeRows';
import { lockClaims } from './lockClaims';
import { type RedecideOptions, redecideClaims } from './redecideClaims';

/**
 * Takes note of what some entities say, and decides anew about the exposures that it touches. An entity that says what
 * it said costs a read.
 *
 * @internal
 */
export async function applyClaimants(
  knex: Knex,
  claimants: readonly Claimant[],
  options: RedecideOptions,
): Promise<StateChange[]> {
  const hashes = new Map(
    claimants.map(claimant => [claimant.entityRef, surveyHash(claimant)]),
  );
  const known = await selectIn<DbClaimantRow, 'entity_ref' | 'hash'>({
    ...{ knex, table: 'claimants', where: 'entity_ref' },
    values: [...hashes.keys()],
    columns: ['entity_ref', 'hash'],
  });
  const before = new Map(known.map(row => [row.entity_ref, row.hash]));
  const changed = claimants.filter(
    ({ entityRef }) => before.get(entityRef) !== hashes.get(entityRef),
  );
  if (changed.length === 0) return [];
  return knex.transaction(async tx => {
    await lockClaims(tx, 'change-claims');
    const refs = changed.map(({ entityRef }) => entityRef);
    const oldValues = await claimedValues(tx, refs);
    await clear(tx, refs);
    await upsertRows<DbClaimantRow>(
      tx,
      'claimants',
      changed.map(({ entityRef, isFound }) => ({
        entity_ref: entityRef,
        found: isFound,
        hash: hashes.get(entityRef) ?? '',
      })),
      { key: 'entity_ref', columns: ['found', 'hash'] },
    );
    await insertSayings(tx, changed);
    const newValues = changed.flatMap(({ claims }) =>
      claims.map(({ value }) => value),
    );
    const ids = await touchedExposures(tx, refs, [...oldValues, ...newValues]);
    return redecideClaims(tx, ids, options);
  });
}

/**
 * Forgets entities that claim nothing any more and that no owner tag names.
 *
 * @internal
 */
export async function removeClaimants(
  knex: Knex,
  entityRefs: readonly string[],
  options: RedecideOptions,
): Promise<StateChange[]> {
  if (entityRefs.length === 0) return [];
  return knex.transaction(async tx => {
    await lockClaims(tx, 'change-claims');
    const values = await claimedValues(tx, entityRefs);
    await clear(tx, entityRefs);
    await tx('claimants')
      .whereIn('entity_ref', [...entityRefs])
      .delete();
    const ids = await touchedExposures(tx, entityRefs, values);
    return redecideClaims(tx, ids, options);
  });
}

async function claimedValues(
  tx: Knex,
  entityRefs: readonly string[],
): Promise<string[]> {
  const rows = await selectIn<DbClaimRow, 'value'>({
    ...{ knex: tx, table: 'claims', where: 'entity_ref', values: entityRefs },
    columns: ['value'],
  });
  return rows.map(row => row.value);
}

async function clear(tx: Knex, entityRefs: readonly string[]): Promise<void> {
  for (const table of ['claims', 'claimant_owners']) {
    await tx(table)
      .whereIn('entity_ref', [...entityRefs])
      .delete();
  }
}

async function insertSayings(
  tx: Knex,
  claimants: readonly Claimant[],
): Promise<void> {
  const owners = claimants.flatMap(({ entityRef, owners: refs }) =>
    refs.map<DbClaimantOwnerRow>(owner => ({
      entity_ref: entityRef,
      owner_ref: owner,
    })),
  );
  const claims = claimants.flatMap(({ entityRef, claims: sayings }) =>
    sayings.map<DbClaimRow>(({ type, value, named }) => ({
      ...{ entity_ref: entityRef, type, value, named },
    })),
  );
  await insertRows(tx, 'claimant_owners', owners, { ignoreExisting: true });
  await insertRows(tx, 'claims', claims, { ignoreExisting: true });
}

async function touchedExposures(
  tx: Knex,
  entityRefs: readonly string[],
  claimed: readonly string[],
): Promise<string[]> {
  const values = [...new Set(claimed)];
  const [tagged, named] = await Promise.all([
    selectIn<DbExposureRow, 'id'>({
      ...{ knex: tx, table: 'exposures', where: 'owner_tag' },
      values: entityRefs,
      columns: ['id'],
    }),
    selectIn<DbExposureRow, 'id'>({
      ...{ knex: tx, table: 'exposures', where: 'native_key', values },
      columns: ['id'],
    }),
  ]);
  const identified = await selectIn<DbExposureIdentityRow, 'exposure_id'>({
    ...{ knex: tx, table: 'exposure_identities', where: 'identity', values },
    columns: ['exposure_id'],
  });
  return [
    ...tagged.map(row => row.id),
    ...named.map(row => row.id),
    ...identified.map(row => row.exposure_id),
  ];
}
