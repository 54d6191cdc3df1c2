import type { Knex } from 'knex';
import { prepareStatement, runPrepared } from '../../preparedStatement';
import { type Freshness, oldBefore } from './scopeSources';

/** What the page shows of a scope; its budget, which goes down with each inspection, is not among it. */
const scopeColumns = [
  'id',
  'provider',
  'title',
  'account',
  'account_name',
  'region',
  'surveyed_at',
  'last_attempt_at',
  'next_attempt_at',
  'last_outcome',
  'last_error',
  'exposure_count',
  'connection_count',
  'calls',
  'throttles',
  'duration_ms',
  'removed_at',
];

const ofScope = `row(${scopeColumns
  .map(name => `s.${name}`)
  .join(', ')})::text`;
const ofRow = 'x.xmin::text';
const own = 'from exposures e join';
const ownedBy = 'where e.entity_ref = r.entity_ref and e.gone_at is null';

// The references come as JSON: an estimate that doesn't depend on their number lets a connection keep the plan.
const statement = prepareStatement(`with unseen as materialized (
    select md5(string_agg(${ofScope}, ' ')) as version from scopes s
    where s.removed_at is null and (s.last_outcome <> 'complete'
      or s.surveyed_at is null or s.surveyed_at < ?)
  )
  select r.entity_ref, concat_ws('/', coalesce((select version from unseen), '-'),
    ${[
      versionOf(
        ofRow,
        'from exposures x where x.entity_ref = r.entity_ref and x.gone_at is null',
      ),
      versionOf(
        ofRow,
        `${own} connections x on x.exposure_id = e.id and x.gone_at is null ${ownedBy}`,
      ),
      versionOf(ofRow, `${own} decisions x on x.exposure_id = e.id ${ownedBy}`),
      versionOf(ofScope, `${own} scopes s on s.id = e.scope_id ${ownedBy}`),
      ...['changes', 'claims', 'claim_conflicts', 'claimant_owners'].map(
        table =>
          versionOf(ofRow, `from ${table} x where x.entity_ref = r.entity_ref`),
      ),
    ].join(',\n')}
  ) as version
  from json_array_elements_text(?::json) as r(entity_ref)`);

function versionOf(what: string, from: string): string {
  return `coalesce((select md5(string_agg(${what}, ' ')) ${from}), '-')`;
}

/**
 * What tells whether the pages of some entities still show what the store holds, by reference: another version for each
 * change of anything that they show, by whomever. For PostgreSQL only.
 *
 * @remarks
 * It is made of the transactions that last wrote the rows (`xmin`, see "System Columns" in PostgreSQL's documentation),
 * and so costs a fraction of the page, and nothing where rows are written. Hops, grants and findings are not among them:
 * an inspection writes them together with the row of their exposure. Another order of the same rows is another
 * version too; that only costs a reading.
 *
 * @internal
 */
export async function readPageVersions(
  knex: Knex,
  entityRefs: readonly string[],
  freshness: Freshness,
): Promise<Map<string, string>> {
  const rows = await runPrepared<{ entity_ref: string; version: string }>(
    knex,
    statement,
    [oldBefore(freshness), JSON.stringify(entityRefs)],
  );
  return new Map(rows.map(row => [row.entity_ref, row.version]));
}
