import type { ConnectionCounts } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import type { ReadFilter } from '../../ExposureStore';
import { readParts } from '../../readParts';
import type { OpenChange } from '../../records';
import type {
  DbChangeRow,
  DbClaimantOwnerRow,
  DbConnectionRow,
  DbExposureRow,
  DbScopeRow,
} from '../../tables';
import { failedDecisions } from './attentionQueries';
import { attentionChanges } from './openChanges';

/** What stands beside the rows of some exposures, read at once for all of them. @internal */
export interface ExposureContext {
  /** The scopes, by id. */
  scopes: Map<string, DbScopeRow>;
  /** Connections by state, by exposure. */
  counts: Map<string, ConnectionCounts>;
  /** Owners, by entity. */
  owners: Map<string, string[]>;
  /** Open pull requests that call for attention, by exposure. */
  openChanges: Map<string, OpenChange[]>;
  /** Exposures with a decision that came to nothing. */
  failed: Set<string>;
}

type CountRow = Pick<DbConnectionRow, 'exposure_id' | 'state'> & {
  count: number | string;
};
type OpenChangeRow = Pick<DbChangeRow, 'entity_ref' | 'exposure_id' | 'kind'>;

/** The lists that make a context. @internal */
export type ContextParts = {
  scopes: DbScopeRow;
  counts: CountRow;
  owners: DbClaimantOwnerRow;
  changes: OpenChangeRow;
  failed: { id: string };
};

/**
 * The queries of a context, for {@link readParts}.
 *
 * @param permitted - what the caller may read; left out where the answer is narrowed to it afterwards
 * @internal
 */
export function contextParts(knex: Knex, permitted?: ReadFilter['permitted']) {
  const entityRefs = knex('e').select('entity_ref').whereNotNull('entity_ref');
  return {
    scopes: knex('scopes').whereIn('id', knex('e').select('scope_id')),
    counts: knex('connections as n')
      .select('n.exposure_id', 'n.state')
      .count({ count: '*' })
      .whereIn('n.exposure_id', knex('e').select('id'))
      .whereNull('n.gone_at')
      .groupBy('n.exposure_id', 'n.state'),
    owners: knex('claimant_owners').whereIn('entity_ref', entityRefs),
    changes: attentionChanges(knex, permitted)
      .select('ch.entity_ref', 'ch.exposure_id', 'ch.kind')
      .whereIn('ch.entity_ref', entityRefs),
    failed: failedDecisions(knex).whereIn(
      'd.exposure_id',
      knex('e').select('id'),
    ),
  };
}

/**
 * Reads the context of some exposures, whatever their number.
 *
 * @internal
 */
export async function loadExposureContext(
  knex: Knex,
  rows: readonly DbExposureRow[],
  { permitted }: ReadFilter = {},
): Promise<ExposureContext> {
  if (rows.length === 0) return toContext(rows);
  const parts = await readParts<ContextParts>(
    knex,
    exposuresWithIds(knex, rows),
    contextParts(knex, permitted),
  );
  return toContext(rows, parts);
}

/** What a context is about, as the base of {@link readParts}. @internal */
export function exposuresWithIds(
  knex: Knex,
  rows: readonly DbExposureRow[],
): Knex.QueryBuilder {
  return knex('exposures').whereIn(
    'id',
    rows.map(row => row.id),
  );
}

/** Puts together what was read of some exposures. @internal */
export function toContext(
  rows: readonly DbExposureRow[],
  parts?: { [TName in keyof ContextParts]: ContextParts[TName][] },
): ExposureContext {
  const counts = new Map<string, ConnectionCounts>();
  for (const { exposure_id, state, count } of parts?.counts ?? []) {
    const before = counts.get(exposure_id);
    counts.set(exposure_id, { ...before, [state]: Number(count) });
  }
  const openChanges = new Map(
    rows.map(row => [
      row.id,
      (parts?.changes ?? [])
        .filter(change => isAbout(change, row))
        .map(toOpenChange),
    ]),
  );
  return {
    scopes: new Map(parts?.scopes.map(scope => [scope.id, scope])),
    counts,
    owners: ownersByEntity(parts?.owners ?? []),
    openChanges,
    failed: new Set(parts?.failed.map(({ id }) => id)),
  };
}

/** Owners of some entities, by entity. @internal */
export function ownersByEntity(
  rows: readonly DbClaimantOwnerRow[],
): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { entity_ref, owner_ref } of rows) {
    owners.set(entity_ref, [...(owners.get(entity_ref) ?? []), owner_ref]);
  }
  return owners;
}

/** A change that names no exposure yet may be about any of its entity's. */
function isAbout(change: OpenChangeRow, row: DbExposureRow): boolean {
  return (
    change.entity_ref === row.entity_ref &&
    (change.exposure_id === null || change.exposure_id === row.id)
  );
}

function toOpenChange({ kind, exposure_id }: OpenChangeRow): OpenChange {
  return { kind: kind ?? undefined, exposureId: exposure_id ?? undefined };
}
