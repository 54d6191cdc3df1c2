import type { ClaimConflict } from '@postern/backstage-plugin-private-exposure-common';
import type { Knex } from 'knex';
import {
  type PreparedStatement,
  prepareStatement,
  runPrepared,
} from '../../preparedStatement';
import { type JoinedParts, joinParts, readParts } from '../../readParts';
import type { EntityExposuresRecord } from '../../records';
import type {
  DbChangeRow,
  DbClaimConflictRow,
  DbClaimRow,
  DbDecisionRow,
  DbExposureRow,
  DbScopeRow,
} from '../../tables';
import { toStoredChange } from '../changes/toStoredChange';
import { toStoredDecision } from '../decisions/toStoredDecision';
import { latestDecisionRows } from '../decisions/listDecisions';
import {
  type DetailParts,
  detailParts,
  toExposureDetails,
} from './exposureDetails';
import {
  type Freshness,
  oldBefore,
  rowSource,
  scopeSource,
  toScope,
  unseenScopes,
} from './scopeSources';

/** Changes that the entity page shows, newest first. */
const maxChanges = 50;

type PageParts = DetailParts & {
  exposures: DbExposureRow;
  conflicts: DbClaimConflictRow;
  claims: DbClaimRow;
  unseen: DbScopeRow;
  recentChanges: DbChangeRow;
  decisions: DbDecisionRow;
};

/**
 * Everything that the pages of some entities show, by their references in lower case: one statement on PostgreSQL, for
 * any number of them. One more, if an entity names a resource that is not there.
 *
 * @internal
 */
export async function getEntityExposures(
  knex: Knex,
  refs: readonly string[],
  freshness: Freshness,
): Promise<Map<string, EntityExposuresRecord>> {
  const entityRefs = [...new Set(refs.map(ref => ref.toLowerCase()))];
  const parts = await readPages(knex, entityRefs, freshness);
  const unresolved = await resolve(knex, parts, freshness);
  const details = toExposureDetails(parts.exposures, parts, freshness);
  return new Map(
    entityRefs.map(entityRef => {
      const isOfEntity = (row: { entity_ref: string | null }) =>
        row.entity_ref === entityRef;
      const rows = parts.exposures.filter(isOfEntity);
      const scopeIds = new Set(rows.map(row => row.scope_id));
      const ids = new Set(rows.map(row => row.id));
      const record: EntityExposuresRecord = {
        exposures: details.filter(
          ({ summary }) => summary.entityRef === entityRef,
        ),
        conflicts: parts.conflicts.filter(isOfEntity).map(toConflict),
        unresolved: unresolved
          .filter(({ claim }) => isOfEntity(claim))
          .map(({ claim, source }) => ({ nativeId: claim.named, source })),
        sources: sourcesOf(parts, scopeIds).map(row => toScope(row, freshness)),
        changes: parts.recentChanges.filter(isOfEntity).map(toStoredChange),
        latestDecisions: parts.decisions
          .filter(decision => ids.has(decision.exposure_id))
          .map(toStoredDecision),
      };
      return [entityRef, record] as const;
    }),
  );
}

/**
 * For how many entities there is a statement. Few, for a connection keeps the plan of each that it ran, and close
 * together at the start: room to spare is filled with the last reference again, and two entities in a statement for ten
 * cost the database twice as much as in one for two.
 */
const sizes = [1, 2, 4, 8, 16, 100];

interface PageStatement extends PreparedStatement {
  /** What stands for each reference among the bindings. */
  marks: readonly string[];
  bindings: JoinedParts['bindings'];
}

/** Stands for the moment before which a survey is old. */
const oldMark = '{old}';

const statements = new WeakMap<Knex, Map<number, PageStatement>>();

/**
 * Building this statement takes longer than running it, and so does planning it. On PostgreSQL it is built once, and
 * planned once on each connection.
 */
async function readPages(
  knex: Knex,
  entityRefs: readonly string[],
  freshness: Freshness,
): Promise<Parts> {
  const old = oldBefore(freshness);
  if (knex.client.config.client !== 'pg') {
    return readParts<PageParts>(
      knex,
      readExposures(knex, entityRefs),
      pageParts(knex, entityRefs, old),
    );
  }
  const statement = pageStatement(knex, entityRefs.length);
  const byMark = new Map<unknown, Knex.RawBinding | undefined>([
    [oldMark, old],
    ...statement.marks.map(
      (mark, i) => [mark, entityRefs[i] ?? entityRefs.at(-1)] as const,
    ),
  ]);
  const [{ parts }] = await runPrepared<{ parts: Parts }>(
    knex,
    statement,
    statement.bindings.map(value => byMark.get(value) ?? value),
  );
  return parts;
}

function pageStatement(knex: Knex, count: number): PageStatement {
  const size = sizes.find(enough => count <= enough) ?? count;
  const known = statements.get(knex) ?? new Map<number, PageStatement>();
  statements.set(knex, known);
  const before = known.get(size);
  if (before) return before;
  const marks = Array.from({ length: size }, (_, index) => `{${index}}`);
  const { sql, bindings } = joinParts(
    readExposures(knex, marks),
    pageParts(knex, marks, oldMark),
  );
  const statement = { ...prepareStatement(sql), marks, bindings };
  known.set(size, statement);
  return statement;
}

/** What everything else on the page hangs on. @internal */
export function readExposures(
  knex: Knex,
  entityRefs: readonly string[],
): Knex.QueryBuilder<DbExposureRow, DbExposureRow[]> {
  return knex<DbExposureRow>('exposures')
    .whereIn('entity_ref', [...entityRefs])
    .whereNull('gone_at');
}

function pageParts(
  knex: Knex,
  entityRefs: readonly string[],
  old: Date | string,
) {
  const refs = [...entityRefs];
  return {
    ...detailParts(knex),
    exposures: knex('e').orderBy(['entity_ref', 'name_key', 'id']),
    conflicts: knex('claim_conflicts')
      .whereIn('entity_ref', refs)
      .orderBy(['native_id', 'exposure_id']),
    claims: knex('claims')
      .whereIn('entity_ref', refs)
      .where('type', 'resource')
      .orderBy('value'),
    unseen: unseenScopes(knex, old),
    recentChanges: knex
      .from(
        knex('changes')
          .select('*')
          .rowNumber('nth', over =>
            over
              .partitionBy('entity_ref')
              .orderBy('opened_at', 'desc')
              .orderBy('id', 'desc'),
          )
          .whereIn('entity_ref', refs)
          .as('recent'),
      )
      .where('nth', '<=', maxChanges)
      .orderBy('nth'),
    decisions: latestDecisionRows(knex).whereIn(
      'd.exposure_id',
      knex('e').select('id'),
    ),
  };
}

function toConflict(row: DbClaimConflictRow): ClaimConflict {
  return { nativeId: row.native_id, message: row.message };
}

type Parts = { [TName in keyof PageParts]: PageParts[TName][] };

/** Named resources that are neither the entity's nor somebody else's: never seen, or gone. */
async function resolve(knex: Knex, parts: Parts, freshness: Freshness) {
  const open = parts.claims.filter(
    claim =>
      !parts.exposures.some(
        row =>
          row.entity_ref === claim.entity_ref && row.native_key === claim.value,
      ) &&
      !parts.conflicts.some(
        row =>
          row.entity_ref === claim.entity_ref && row.native_id === claim.named,
      ),
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
    return { claim, source };
  });
}

/** The scopes of an entity's exposures, and every scope that is not fresh: what is there may be missing here. */
function sourcesOf(parts: Parts, scopeIds: ReadonlySet<string>): DbScopeRow[] {
  const own = parts.scopes.filter(({ id }) => scopeIds.has(id));
  const others = parts.unseen.filter(({ id }) => !scopeIds.has(id));
  return [...own, ...others].sort((a, b) =>
    `${a.title} ${a.id}` < `${b.title} ${b.id}` ? -1 : 1,
  );
}
