import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { ReadFilter } from '../../ExposureStore';
import { readParts } from '../../readParts';
import type { EntitySummaryRecord } from '../../records';
import type { DbExposureRow } from '../../tables';
import { applyCriteria } from './criteria';
import { type ContextParts, contextParts, toContext } from './exposureContext';
import { openChanges } from './openChanges';
import type { Freshness } from './scopeSources';
import { toExposureRecord } from './toExposureRecord';

const maxRefs = 100;
type EntityCount = { entity_ref: string; count: number | string };
type SummaryParts = ContextParts & {
  exposures: DbExposureRow;
  openChanges: EntityCount;
  conflicts: EntityCount;
};

/**
 * The state of up to 100 entities: one statement on PostgreSQL, on SQLite a number that does not grow with theirs.
 *
 * @throws InputError if there are more.
 * @internal
 */
export async function getExposureSummaries(
  knex: Knex,
  refs: readonly string[],
  options: ReadFilter & { freshness: Freshness },
): Promise<EntitySummaryRecord[]> {
  if (refs.length > maxRefs) {
    throw new InputError(
      `'entityRefs' has ${refs.length} references; ask for at most ${maxRefs} at a time`,
    );
  }
  const entityRefs = [...new Set(refs.map(ref => ref.toLowerCase()))];
  const query = summaryQuery(knex, entityRefs);
  applyCriteria(query, options.permitted);
  const parts = await readParts<SummaryParts>(knex, query, {
    ...contextParts(knex, options.permitted),
    exposures: knex('e').orderBy(['entity_ref', 'name_key', 'id']),
    openChanges: countOpenChanges(knex, entityRefs, options.permitted),
    conflicts: countConflicts(knex, entityRefs),
    // Of entities without an exposure too.
    owners: knex('claimant_owners').whereIn('entity_ref', entityRefs),
  });
  const { exposures: rows, openChanges: changes, conflicts } = parts;
  const context = toContext(rows, parts);
  const { owners } = context;
  const records = rows.map(row =>
    toExposureRecord(row, context, options.freshness),
  );
  const summaries = entityRefs.map<EntitySummaryRecord>(entityRef => ({
    entityRef,
    exposures: records.filter(({ summary }) => summary.entityRef === entityRef),
    openChanges: countOf(changes, entityRef),
    conflicts: countOf(conflicts, entityRef),
    ownedBy: owners.get(entityRef) ?? [],
  }));
  return summaries.filter(
    summary =>
      summary.exposures.length + summary.openChanges + summary.conflicts > 0,
  );
}

/** The statement behind the summaries. @internal */
export function summaryQuery(
  knex: Knex,
  entityRefs: readonly string[],
): Knex.QueryBuilder<DbExposureRow, DbExposureRow[]> {
  return knex('exposures as e')
    .select('e.*')
    .whereIn('e.entity_ref', [...entityRefs])
    .whereNull('e.gone_at');
}

/** Those that the entity's page shows. */
function countOpenChanges(
  knex: Knex,
  entityRefs: readonly string[],
  permitted: ReadFilter['permitted'],
): Knex.QueryBuilder {
  return openChanges(knex, permitted)
    .select('ch.entity_ref')
    .count({ count: '*' })
    .whereIn('ch.entity_ref', [...entityRefs])
    .groupBy('ch.entity_ref');
}

function countConflicts(
  knex: Knex,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  return knex('claim_conflicts')
    .select('entity_ref')
    .count({ count: '*' })
    .whereIn('entity_ref', [...entityRefs])
    .groupBy('entity_ref');
}

function countOf(counts: readonly EntityCount[], entityRef: string): number {
  return Number(
    counts.find(({ entity_ref }) => entity_ref === entityRef)?.count ?? 0,
  );
}
