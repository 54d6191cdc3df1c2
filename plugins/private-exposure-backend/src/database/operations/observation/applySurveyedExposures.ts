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

/**
 * Writes those exposures of a page that are new, changed or back, and returns what happened to them. One that looks as
 * it did costs a read of its id and hash.
 *
 * @internal
 */
export async function applySurveyedExposures(
  tx: Knex,
  options: {
    session: SurveySession;
    exposures: readonly SurveyedExposure[];
    rules: ClaimRules;
    at: Date;
  },
): Promise<StateChange[]> {
  const { session, exposures, at } = options;
  const { ownerTag, namespaceOwners } = options.rules;
  const { fingerprint } = namespaceOwners;
  const surveyed = new Map(
    exposures.map(exposure => [
      exposureId(session.scopeId, exposure.nativeId),
      { exposure, hash: surveyHash([ownerTag, fingerprint, exposure]) },
    ]),
  );
  const ids = [...surveyed.keys()];
  for (const id of ids) session.exposureIds.add(id);

  const known = await findKnown(tx, ids);
  const different = [...surveyed].filter(([id, { hash }]) => {
    const row = known.get(id);
    return row?.hash !== hash || row.gone_at !== null;
  });
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

async function findKnown(
  tx: Knex,
  ids: readonly string[],
): Promise<Map<string, KnownExposure>> {
  const rows = await selectIn<DbExposureRow, keyof KnownExposure>({
    knex: tx,
    table: 'exposures',
    where: 'id',
    values: ids,
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
