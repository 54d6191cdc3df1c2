import type {
  Attention,
  ConnectionCounts,
} from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type {
  DbChangeRow,
  DbClaimantOwnerRow,
  DbConnectionRow,
  DbExposureRow,
  DbScopeRow,
} from '../../tables';
import { failedDecisions } from './attentionQueries';

/** What stands beside the rows of some exposures, read at once for all of them. @internal */
export interface ExposureContext {
  /** The scopes, by id. */
  scopes: Map<string, DbScopeRow>;
  /** Connections by state, by exposure. */
  counts: Map<string, ConnectionCounts>;
  /** Owners, by entity. */
  owners: Map<string, string[]>;
  /** What waits, by exposure, beyond what the row itself says. */
  attention: Map<string, Set<Attention>>;
}

/**
 * Reads the context of some exposures: five statements, whatever their number.
 *
 * @internal
 */
export async function loadExposureContext(
  knex: Knex,
  rows: readonly DbExposureRow[],
): Promise<ExposureContext> {
  if (rows.length === 0) return emptyContext();
  const ids = rows.map(row => row.id);
  const entityRefs = [...new Set(rows.flatMap(row => row.entity_ref ?? []))];
  const scopeIds = [...new Set(rows.map(row => row.scope_id))];
  const [scopes, counts, owners, changes, failed] = await Promise.all([
    readScopes(knex, scopeIds),
    readCounts(knex, ids),
    readOwners(knex, entityRefs),
    readOpenChanges(knex, entityRefs),
    failedDecisions(knex).whereIn('d.exposure_id', ids),
  ]);
  const attention = new Map<string, Set<Attention>>();
  const note = (id: string, what: Attention) =>
    attention.set(id, (attention.get(id) ?? new Set()).add(what));
  for (const row of rows) {
    if (changes.some(change => isAbout(change, row))) {
      note(row.id, 'change-open');
    }
  }
  for (const { id } of failed) note(id, 'decision-failed');
  return { scopes, counts, owners, attention };
}

function emptyContext(): ExposureContext {
  return {
    scopes: new Map(),
    counts: new Map(),
    owners: new Map(),
    attention: new Map(),
  };
}

async function readScopes(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, DbScopeRow>> {
  const rows: DbScopeRow[] = await knex('scopes').whereIn('id', [...ids]);
  return new Map(rows.map(row => [row.id, row]));
}

async function readCounts(
  knex: Knex,
  ids: readonly string[],
): Promise<Map<string, ConnectionCounts>> {
  type CountRow = Pick<DbConnectionRow, 'exposure_id' | 'state'> & {
    count: number | string;
  };
  const rows: CountRow[] = await knex('connections')
    .select('exposure_id', 'state')
    .count({ count: '*' })
    .whereIn('exposure_id', [...ids])
    .whereNull('gone_at')
    .groupBy('exposure_id', 'state');
  const counts = new Map<string, ConnectionCounts>();
  for (const row of rows) {
    const before = counts.get(row.exposure_id);
    counts.set(row.exposure_id, { ...before, [row.state]: Number(row.count) });
  }
  return counts;
}

/** Owners of some entities, by entity. @internal */
export async function readOwners(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: DbClaimantOwnerRow[] = await knex('claimant_owners').whereIn(
    'entity_ref',
    [...entityRefs],
  );
  const owners = new Map<string, string[]>();
  for (const { entity_ref, owner_ref } of rows) {
    owners.set(entity_ref, [...(owners.get(entity_ref) ?? []), owner_ref]);
  }
  return owners;
}

type OpenChange = Pick<DbChangeRow, 'entity_ref' | 'exposure_id'>;

async function readOpenChanges(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<OpenChange[]> {
  return knex('changes')
    .select('entity_ref', 'exposure_id')
    .whereIn('entity_ref', [...entityRefs])
    .where('state', 'open')
    .whereNot('purpose', 'consume');
}

/** A change that names no exposure yet may be about any of its entity's. */
function isAbout(change: OpenChange, row: DbExposureRow): boolean {
  return (
    change.entity_ref === row.entity_ref &&
    (change.exposure_id === null || change.exposure_id === row.id)
  );
}
