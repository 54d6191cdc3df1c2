import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../../claims/ClaimSettings';
import { decideClaim } from '../../../claims/decideClaim';
import { readEvidence } from '../../../claims/readEvidence';
import { surveyHash } from '../../../observation/surveyHash';
import { exposureId } from '../../ids';
import type { StateChange } from '../../StateChange';
import type { DbExposureRow } from '../../tables';
import { selectIn, upsertRows } from '../../writeRows';
import { loadClaimLookup } from './loadClaimLookup';
import type { SurveySession } from './SurveySession';
import {
  type SurveyedExposureRow,
  surveyedExposureColumns,
  toExposureRow,
} from './toExposureRow';
import { writeClaimRows } from './writeClaimRows';
import { writeRequestRows } from './writeRequestRows';

const knownColumns = [
  'id',
  'hash',
  'lifecycle',
  'domain_state',
  'entity_ref',
  'gone_at',
] as const satisfies readonly (keyof DbExposureRow)[];
type KnownExposure = Pick<DbExposureRow, (typeof knownColumns)[number]>;

/** Exposures of a page with their hashes, by our ids. @internal */
export type HashedExposures = ReadonlyMap<
  string,
  { exposure: SurveyedExposure; hash: string }
>;

/** Gives the exposures of a page ids and hashes. What is claimed by which rules is part of a hash. @internal */
export function hashExposures(
  exposures: readonly SurveyedExposure[],
  { scopeId, rules }: { scopeId: string; rules: ClaimRules },
): HashedExposures {
  const { ownerTag, namespaceOwners } = rules;
  const { fingerprint } = namespaceOwners;
  return new Map(
    exposures.map(exposure => [
      exposureId(scopeId, exposure.nativeId),
      { exposure, hash: surveyHash([ownerTag, fingerprint, exposure]) },
    ]),
  );
}

/** Those of them that are new, changed or back. One that looks as it did costs a read of its id and hash. @internal */
export async function findExposureNews(
  knex: Knex,
  surveyed: HashedExposures,
): Promise<HashedExposures> {
  return selectNews(surveyed, await findKnown(knex, surveyed));
}

/**
 * Writes those exposures of a page that are new, changed or back, and returns what happened to them.
 *
 * @internal
 */
export async function applySurveyedExposures(
  tx: Knex,
  options: {
    session: SurveySession;
    surveyed: HashedExposures;
    rules: ClaimRules;
    at: Date;
  },
): Promise<StateChange[]> {
  const { session, surveyed, at } = options;
  const { ownerTag, namespaceOwners } = options.rules;
  const known = await findKnown(tx, surveyed);
  const different = [...selectNews(surveyed, known)];
  if (different.length === 0) return [];

  const evidences = different.map(([, { exposure }]) =>
    readEvidence(exposure, ownerTag),
  );
  const lookup = await loadClaimLookup(tx, evidences);
  const written = different.map(([id, { exposure, hash }], index) => {
    const evidence = evidences[index];
    const claim = decideClaim(evidence, lookup, namespaceOwners);
    const { scopeId } = session;
    const owner = evidence.ownerTag;
    const row = toExposureRow({
      ...{ id, scopeId, hash, exposure, claim, at },
      ownerTag: owner,
    });
    return { row, evidence, claim };
  });
  await upsertRows<SurveyedExposureRow>(
    tx,
    'exposures',
    written.map(({ row }) => row),
    { key: 'id', columns: surveyedExposureColumns },
  );
  await writeClaimRows(
    tx,
    written.map(({ row, evidence, claim }) => ({
      exposureId: row.id,
      identities: evidence.identities,
      conflicts: claim.conflicts,
      isNew: !known.has(row.id),
    })),
  );
  await writeRequestRows(
    tx,
    different.map(([id, { exposure }]) => ({
      exposureId: id,
      requests: exposure.requests,
      isNew: !known.has(id),
    })),
  );
  return written.flatMap(({ row }) =>
    compare(known.get(row.id), row, { at, initial: session.initial }),
  );
}

function selectNews(
  surveyed: HashedExposures,
  known: ReadonlyMap<string, KnownExposure>,
): HashedExposures {
  return new Map(
    [...surveyed].filter(([id, { hash }]) => {
      const row = known.get(id);
      return row?.hash !== hash || row.gone_at !== null;
    }),
  );
}

async function findKnown(
  knex: Knex,
  surveyed: HashedExposures,
): Promise<Map<string, KnownExposure>> {
  const rows = await selectIn<DbExposureRow, keyof KnownExposure>({
    knex,
    table: 'exposures',
    where: 'id',
    values: [...surveyed.keys()],
    columns: knownColumns,
  });
  return new Map(rows.map(row => [row.id, row]));
}

function compare(
  before: KnownExposure | undefined,
  after: SurveyedExposureRow,
  common: { at: Date; initial: boolean },
): StateChange[] {
  const about = {
    ...common,
    exposureId: after.id,
    entityRef: after.entity_ref ?? undefined,
  };
  if (!before || before.gone_at !== null) {
    const message = before
      ? `${after.name} is back.`
      : `${after.name} was seen for the first time.`;
    return [
      { ...about, type: 'exposure-appeared', to: after.lifecycle, message },
    ];
  }
  const changes: StateChange[] = [];
  const parts = [
    ['lifecycle-changed', before.lifecycle, after.lifecycle],
    ['domain-changed', before.domain_state, after.domain_state],
    ['claim-changed', before.entity_ref, after.entity_ref],
  ] as const;
  for (const [type, from, to] of parts) {
    if (from !== to) {
      const change = { from: from ?? undefined, to: to ?? undefined };
      changes.push({ ...about, type, ...change });
    }
  }
  return changes;
}
