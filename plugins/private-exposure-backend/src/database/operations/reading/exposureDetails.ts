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
import { toIso, toOptionalBoolean, toOptionalIso } from '../../conversion';
import { readParts } from '../../readParts';
import type { ExposureDetailRecord } from '../../records';
import type {
  DbConnectionRow,
  DbExposureRow,
  DbFindingRow,
  DbGrantRow,
  DbHopRow,
} from '../../tables';
import {
  type ContextParts,
  contextParts,
  exposuresWithIds,
  toContext,
} from './exposureContext';
import { inspectedFacts } from './inspectedFacts';
import { type Freshness, scopeSource } from './scopeSources';
import { toConnectionRecord } from './toConnectionRecord';
import { toExposureRecord } from './toExposureRecord';

const maxConnections = 200;
/**
 * Milliseconds after which an inspection is old. They are budgeted: with many exposures each has its turn within hours,
 * not minutes.
 *
 * @internal
 */
export const inspectionStaleAfter = 6 * 60 * 60_000;

/** The lists that make the details of exposures. @internal */
export type DetailParts = ContextParts & {
  hops: DbHopRow;
  grants: DbGrantRow;
  findings: DbFindingRow;
  connections: DbConnectionRow;
};

/** The queries of details, for {@link readParts}. @internal */
export function detailParts(knex: Knex) {
  const ids = () => knex('e').select('id');
  return {
    ...contextParts(knex),
    hops: knex('hops').whereIn('exposure_id', ids()).orderBy('position'),
    grants: knex('grants')
      .whereIn('exposure_id', ids())
      .orderBy(['principal', 'type']),
    // What a rule noticed several times stands in one order, whenever it was written.
    findings: knex('findings')
      .whereIn('exposure_id', ids())
      .orderBy(['rule_id', 'key']),
    connections: shownConnections(knex),
  };
}

/** Everything that a page shows of some exposures. @internal */
export async function loadExposureDetails(
  knex: Knex,
  rows: readonly DbExposureRow[],
  freshness: Freshness,
): Promise<ExposureDetailRecord[]> {
  if (rows.length === 0) return [];
  const parts = await readParts<DetailParts>(
    knex,
    exposuresWithIds(knex, rows),
    detailParts(knex),
  );
  return toExposureDetails(rows, parts, freshness);
}

/** Puts together what was read of some exposures. @internal */
export function toExposureDetails(
  rows: readonly DbExposureRow[],
  parts: { [TName in keyof DetailParts]: DetailParts[TName][] },
  freshness: Freshness,
): ExposureDetailRecord[] {
  const { hops, grants, findings, connections } = parts;
  const context = toContext(rows, parts);
  return rows.map(row => {
    const record = toExposureRecord(row, context, freshness);
    const counts = Object.values(record.summary.connectionCounts);
    const surveyed = toSurveyedExposure(row);
    const path = hops.filter(isOf(row)).map(toHop);
    const ofExposure = {
      exposureNativeId: row.native_id,
      provider: record.provider,
      source: scopeSource(context.scopes.get(row.scope_id), freshness),
    };
    return {
      ...record,
      surveyed,
      nativeState: row.native_state,
      facts: [
        ...inspectedFacts(surveyed.facts, {
          nativeId: row.native_id,
          hops: path,
        }),
        ...ownerFact(row),
      ],
      domain: surveyed.domain,
      hops: path,
      connections: connections
        .filter(isOf(row))
        .slice(0, maxConnections)
        .map(connection => toConnectionRecord(connection, ofExposure)),
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
    provenance: {
      createdAt: toOptionalIso(row.created_at),
      createdBy: row.created_by ?? undefined,
      managedBy: row.managed_by ?? undefined,
    },
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

/**
 * The same for all of `e`, without reading the others: each of the two walks ends at its limit. They may add up to more
 * than a page shows.
 */
function shownConnections(knex: Knex): Knex.Raw {
  const walk = (operator: '=' | '<>') =>
    `select c.* from connections c where c.exposure_id = e.id and c.gone_at is null
     and c.state ${operator} 'pending'
     order by c.exposure_id, c.state, c.waiting_since, c.id limit ${maxConnections}`;
  if (knex.client.config.client === 'pg') {
    return knex.raw(
      `select w.* from e cross join lateral
       ((${walk('=')}) union all (${walk('<>')})) w`,
    );
  }
  // SQLite knows no lateral join; a subquery for each exposure may be limited there too.
  const ids = (operator: '=' | '<>') =>
    `c.id in (select id from (${walk(operator)}))`;
  return knex.raw(
    `select c.* from e join connections c on c.exposure_id = e.id
     where ${ids('=')} or ${ids('<>')}
     order by c.exposure_id, c.state <> 'pending', c.state, c.waiting_since, c.id`,
  );
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
