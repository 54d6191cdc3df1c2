import type { ClaimConflict } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { EntityExposuresRecord } from '../../records';
import type {
  DbClaimConflictRow,
  DbClaimRow,
  DbExposureRow,
  DbScopeRow,
} from '../../tables';
import { loadExposureDetails } from './exposureDetails';
import {
  type Freshness,
  rowSource,
  scopeSource,
  toScope,
} from './scopeSources';

/**
 * Everything the entity page shows, in a number of statements that does not grow with the store.
 *
 * @internal
 */
export async function getEntityExposures(
  knex: Knex,
  ref: string,
  freshness: Freshness,
): Promise<EntityExposuresRecord> {
  const entityRef = ref.toLowerCase();
  const [rows, conflicts, claims] = await Promise.all([
    readExposures(knex, entityRef),
    readConflicts(knex, entityRef),
    readResourceClaims(knex, entityRef),
  ]);
  const [exposures, unresolved, sources] = await Promise.all([
    loadExposureDetails(knex, rows, freshness),
    resolve(knex, { claims, rows, conflicts, freshness }),
    readSources(knex, rows),
  ]);
  return {
    exposures,
    conflicts,
    unresolved,
    sources: sources.map(row => toScope(row, freshness)),
  };
}

/** The statement behind the entity page. @internal */
export function readExposures(
  knex: Knex,
  entityRef: string,
): Knex.QueryBuilder<DbExposureRow, DbExposureRow[]> {
  return knex<DbExposureRow>('exposures')
    .where('entity_ref', entityRef)
    .whereNull('gone_at')
    .orderBy(['entity_ref', 'name_key', 'id']);
}

async function readConflicts(
  knex: Knex,
  entityRef: string,
): Promise<ClaimConflict[]> {
  const rows: DbClaimConflictRow[] = await knex('claim_conflicts')
    .where('entity_ref', entityRef)
    .orderBy(['native_id', 'exposure_id']);
  return rows.map(row => ({ nativeId: row.native_id, message: row.message }));
}

async function readResourceClaims(
  knex: Knex,
  entityRef: string,
): Promise<DbClaimRow[]> {
  return knex<DbClaimRow>('claims')
    .where({ entity_ref: entityRef, type: 'resource' })
    .orderBy('value');
}

/** Named resources that are neither the entity's nor somebody else's: never seen, or gone. */
async function resolve(
  knex: Knex,
  options: {
    claims: readonly DbClaimRow[];
    rows: readonly DbExposureRow[];
    conflicts: readonly ClaimConflict[];
    freshness: Freshness;
  },
): Promise<EntityExposuresRecord['unresolved']> {
  const { claims, rows, conflicts, freshness } = options;
  const held = new Set(rows.map(row => row.native_key));
  const denied = new Set(conflicts.map(conflict => conflict.nativeId));
  const open = claims.filter(
    claim => !held.has(claim.value) && !denied.has(claim.named),
  );
  if (open.length === 0) return [];
  const gone: DbExposureRow[] = await knex('exposures')
    .whereIn(
      'native_key',
      open.map(claim => claim.value),
    )
    .whereNotNull('gone_at');
  const scopes: DbScopeRow[] = await knex('scopes').whereIn(
    'id',
    gone.map(row => row.scope_id),
  );
  return open.map(claim => {
    const row = gone.find(({ native_key }) => native_key === claim.value);
    const scope = scopes.find(({ id }) => id === row?.scope_id);
    const source =
      row && scope
        ? rowSource(scopeSource(scope, freshness), row)
        : ({ state: 'stale' } as const);
    return { nativeId: claim.named, source };
  });
}

async function readSources(
  knex: Knex,
  rows: readonly DbExposureRow[],
): Promise<DbScopeRow[]> {
  return knex<DbScopeRow>('scopes')
    .whereIn(
      'id',
      rows.map(row => row.scope_id),
    )
    .orWhere(failed =>
      failed.whereNull('removed_at').whereNot('last_outcome', 'complete'),
    )
    .orderBy(['title', 'id']);
}
