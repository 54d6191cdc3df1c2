import {
  compareSeverity,
  type Fact,
  type Finding,
  type Grant,
  type Hop,
  type Source,
} from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import { toIso, toOptionalBoolean } from '../../conversion';
import type { ExposureDetailRecord } from '../../records';
import type {
  DbConnectionRow,
  DbExposureRow,
  DbFindingRow,
  DbGrantRow,
  DbHopRow,
} from '../../tables';
import { loadExposureContext } from './exposureContext';
import type { Freshness } from './scopeSources';
import { toConnectionRecord } from './toConnectionRecord';
import { toExposureRecord } from './toExposureRecord';

const maxConnections = 200;
// Inspections are budgeted: with many exposures each has its turn within hours, not minutes.
const inspectionStaleAfter = 6 * 60 * 60_000;

/**
 * Everything that a page shows of some exposures. Hops, grants and findings of all of them are one statement each.
 *
 * @internal
 */
export async function loadExposureDetails(
  knex: Knex,
  rows: readonly DbExposureRow[],
  freshness: Freshness,
): Promise<ExposureDetailRecord[]> {
  const ids = rows.map(row => row.id);
  const [context, hops, grants, findings, connections] = await Promise.all([
    loadExposureContext(knex, rows),
    readOf<DbHopRow>(knex, 'hops', ids, 'position'),
    readOf<DbGrantRow>(knex, 'grants', ids, 'principal'),
    readOf<DbFindingRow>(knex, 'findings', ids, 'rule_id'),
    Promise.all(ids.map(id => readConnections(knex, id))),
  ]);
  return rows.map((row, index) => {
    const record = toExposureRecord(row, context, freshness);
    const scope = context.scopes.get(row.scope_id);
    const counts = Object.values(record.summary.connectionCounts);
    const facts: Fact[] = JSON.parse(row.facts);
    return {
      ...record,
      surveyed: toSurveyedExposure(row),
      nativeState: row.native_state,
      facts: [...facts, ...ownerFact(row)],
      domain: row.domain === null ? undefined : JSON.parse(row.domain),
      hops: hops.filter(isOf(row)).map(toHop),
      connections: connections[index].map(connection =>
        toConnectionRecord(connection, {
          ...{ exposureNativeId: row.native_id, scope, freshness },
        }),
      ),
      connectionsTotal: counts.reduce((sum, count) => sum + count, 0),
      grants: grants.filter(isOf(row)).map(toGrant),
      findings: findings
        .filter(isOf(row))
        .map(toFinding)
        .sort((a, b) => compareSeverity(a.severity, b.severity)),
      inspection: toInspectionSource(row, freshness),
    };
  });
}

/** What a survey said of an exposure, as the provider gave it. @internal */
export function toSurveyedExposure(row: DbExposureRow): SurveyedExposure {
  const { lifecycle } = row;
  return {
    nativeId: row.native_id,
    kind: row.kind,
    name: row.name,
    nativeState: row.native_state,
    // No survey says these two; what is gone was last seen live or on its way out.
    lifecycle:
      lifecycle === 'gone' || lifecycle === 'in-review'
        ? 'deleting'
        : lifecycle,
    evidence: JSON.parse(row.evidence),
    address: row.address ?? undefined,
    acceptanceRequired: toOptionalBoolean(row.acceptance_required),
    domain: row.domain === null ? undefined : JSON.parse(row.domain),
    facts: JSON.parse(row.facts),
  };
}

/** The connections that a page shows: those that wait, then the others by state. @internal */
export async function readConnections(
  knex: Knex,
  exposureId: string,
): Promise<DbConnectionRow[]> {
  const read = (operator: '=' | '<>', limit: number) =>
    knex<DbConnectionRow>('connections')
      .where('exposure_id', exposureId)
      .where('state', operator, 'pending')
      .whereNull('gone_at')
      .orderBy(['exposure_id', 'state', 'waiting_since', 'id'])
      .limit(limit);
  const waiting: DbConnectionRow[] = await read('=', maxConnections);
  const room = maxConnections - waiting.length;
  const others: DbConnectionRow[] = room > 0 ? await read('<>', room) : [];
  return [...waiting, ...others];
}

async function readOf<TRow>(
  knex: Knex,
  table: 'hops' | 'grants' | 'findings',
  exposureIds: readonly string[],
  order: keyof TRow & string,
): Promise<TRow[]> {
  return knex(table)
    .whereIn('exposure_id', [...exposureIds])
    .orderBy(order);
}

function isOf(exposure: DbExposureRow) {
  return (row: { exposure_id: string }) => row.exposure_id === exposure.id;
}

function toHop(row: DbHopRow): Hop {
  return {
    id: row.hop_id,
    type: row.type,
    title: row.title,
    nativeId: row.native_id ?? undefined,
    health: row.health,
    reason: row.reason ?? undefined,
    facts: JSON.parse(row.facts),
    consoleUrl: row.console_url ?? undefined,
  };
}

function toGrant(row: DbGrantRow): Grant {
  const { principal, type } = row;
  const autoApproved = toOptionalBoolean(row.auto_approved);
  return { principal, type, autoApproved };
}

function toFinding(row: DbFindingRow): Finding {
  return {
    ruleId: row.rule_id,
    severity: row.severity,
    message: row.message,
    remedy: row.remedy,
    hopId: row.hop_id ?? undefined,
    evidence: row.evidence === null ? undefined : JSON.parse(row.evidence),
  };
}

/** An owner tag that gave the exposure to nobody is worth a line: it is the reason. */
function ownerFact(row: DbExposureRow): Fact[] {
  if (row.owner_tag === null || row.entity_ref !== null) return [];
  return [
    { label: 'Owner tag', value: `${row.owner_tag} (not in the catalog)` },
  ];
}

function toInspectionSource(
  row: DbExposureRow,
  { now }: Freshness,
): Source | undefined {
  const error = row.inspection_error ?? undefined;
  if (row.inspected_at === null) {
    return error === undefined ? undefined : { state: 'failed', error };
  }
  const observedAt = toIso(row.inspected_at);
  if (error !== undefined) return { state: 'failed', observedAt, error };
  const isOld = now.getTime() - Date.parse(observedAt) > inspectionStaleAfter;
  return { state: isOld ? 'stale' : 'fresh', observedAt };
}
