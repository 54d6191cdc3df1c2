import type { SurveyedConnection } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import { surveyHash } from '../../../observation/surveyHash';
import { toDate } from '../../conversion';
import { connectionId, exposureId } from '../../ids';
import type { StateChange } from '../../StateChange';
import type { DbConnectionRow, DbExposureRow } from '../../tables';
import { selectIn, upsertRows } from '../../writeRows';
import { compareConnection } from './compareConnection';
import type { SurveySession } from './SurveySession';
import { observedConnectionColumns, toConnectionRow } from './toConnectionRow';

const knownColumns = [
  'id',
  'hash',
  'state',
  'observed_at',
  'gone_at',
] as const satisfies readonly (keyof DbConnectionRow)[];
type KnownConnection = Pick<DbConnectionRow, (typeof knownColumns)[number]>;
type ParentExposure = Pick<DbExposureRow, 'id' | 'entity_ref'>;

/** Connections of a page with their hashes, by our ids. @internal */
export type HashedConnections = ReadonlyMap<
  string,
  { connection: SurveyedConnection; hash: string }
>;

/** What became of a page's connections. @internal */
export interface AppliedConnections {
  /** What happened to them. */
  changes: StateChange[];
  /** Connections whose exposure is not known: it was made while the listing went on. The next survey brings both. */
  orphans: number;
}

/** Gives the connections of a page ids and hashes. @internal */
export function hashConnections(
  connections: readonly SurveyedConnection[],
  { scopeId }: { scopeId: string },
): HashedConnections {
  return new Map(
    connections.map(connection => [
      connectionId(scopeId, connection.exposureNativeId, connection.nativeId),
      { connection, hash: surveyHash(connection) },
    ]),
  );
}

/** Those of them that are new, changed or back. @internal */
export async function findConnectionNews(
  knex: Knex,
  surveyed: HashedConnections,
  session: SurveySession,
): Promise<HashedConnections> {
  return selectNews(surveyed, await findKnown(knex, surveyed), session);
}

/**
 * Writes those connections of a page that are new, changed or back.
 *
 * @internal
 */
export async function applySurveyedConnections(
  tx: Knex,
  options: {
    session: SurveySession;
    surveyed: HashedConnections;
    at: Date;
  },
): Promise<AppliedConnections> {
  const { session, surveyed, at } = options;
  const known = await findKnown(tx, surveyed);
  const different = [...selectNews(surveyed, known, session)];
  if (different.length === 0) return { changes: [], orphans: 0 };

  const parentIds = different.map(([, { connection }]) =>
    exposureId(session.scopeId, connection.exposureNativeId),
  );
  const parents = await findParents(tx, parentIds);
  const rows = different.flatMap(([id, { connection, hash }], index) => {
    const { scopeId } = session;
    const parent = parentIds[index];
    if (!parents.has(parent)) return [];
    const about = { id, exposureId: parent, scopeId, connection, hash, at };
    return [toConnectionRow({ ...about, observedAt: null })];
  });
  await upsertRows<DbConnectionRow>(tx, 'connections', rows, {
    key: 'id',
    columns: observedConnectionColumns,
  });
  const changes = rows.flatMap(row =>
    compareConnection(known.get(row.id), row, {
      at,
      entityRef: parents.get(row.exposure_id)?.entity_ref ?? undefined,
      initial: session.initial,
    }),
  );
  return { changes, orphans: different.length - rows.length };
}

function selectNews(
  surveyed: HashedConnections,
  known: ReadonlyMap<string, KnownConnection>,
  session: SurveySession,
): HashedConnections {
  return new Map(
    [...surveyed].filter(([id, { hash }]) =>
      isNews(known.get(id), hash, session),
    ),
  );
}

/** A page may be older than a reading that a decision made since the survey began: the reading stands. */
function isNews(
  row: KnownConnection | undefined,
  hash: string,
  session: SurveySession,
): boolean {
  if (!row) return true;
  const isNewer =
    row.observed_at !== null && toDate(row.observed_at) > session.startedAt;
  return !isNewer && (row.hash !== hash || row.gone_at !== null);
}

async function findKnown(
  knex: Knex,
  surveyed: HashedConnections,
): Promise<Map<string, KnownConnection>> {
  const rows = await selectIn<DbConnectionRow, keyof KnownConnection>({
    knex,
    table: 'connections',
    where: 'id',
    values: [...surveyed.keys()],
    columns: knownColumns,
  });
  return new Map(rows.map(row => [row.id, row]));
}

async function findParents(
  tx: Knex,
  ids: readonly string[],
): Promise<Map<string, ParentExposure>> {
  const rows = await selectIn<DbExposureRow, keyof ParentExposure>({
    knex: tx,
    table: 'exposures',
    where: 'id',
    values: [...new Set(ids)],
    columns: ['id', 'entity_ref'],
  });
  return new Map(rows.map(row => [row.id, row]));
}
