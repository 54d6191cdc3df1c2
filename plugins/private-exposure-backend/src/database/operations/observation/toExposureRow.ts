import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import type { ClaimVerdict } from '../../../claims/decideClaim';
import { toKey } from '../../conversion';
import type { DbExposureRow } from '../../tables';
import { healthRanks } from './healthRanks';
import { toProvenanceColumns } from './toProvenanceColumns';

/** What a row of `exposures` says after a survey; the rest belongs to inspections and readers. @internal */
export type SurveyedExposureRow = Omit<
  DbExposureRow,
  | 'made_at'
  | 'health_reason'
  | 'inspected_at'
  | 'inspection_attempted_at'
  | 'inspection_error'
  | 'inspection_hash'
  | 'refresh_requested_at'
  | 'refresh_allowed_at'
>;

/** Columns that a survey writes over what is there. @internal */
export const surveyedExposureColumns = [
  'kind',
  'name',
  'name_key',
  'native_state',
  'lifecycle',
  'address',
  'acceptance_required',
  'domain_state',
  'domain',
  'facts',
  'evidence',
  'hash',
  'owner_tag',
  'entity_ref',
  'claim_basis',
  'claim_confirmed',
  'claim_conflict',
  'created_at',
  'created_by',
  'created_by_key',
  'managed_by',
  'manager',
  'changed_at',
  'observed_at',
  'gone_at',
] as const satisfies readonly (keyof SurveyedExposureRow)[];

/** Turns a surveyed exposure into the row that a new exposure gets. @internal */
export function toExposureRow(options: {
  id: string;
  scopeId: string;
  hash: string;
  exposure: SurveyedExposure;
  ownerTag: string | undefined;
  claim: ClaimVerdict;
  at: Date;
}): SurveyedExposureRow {
  const { exposure, claim, at } = options;
  return {
    id: options.id,
    scope_id: options.scopeId,
    kind: exposure.kind,
    native_id: exposure.nativeId,
    native_key: toKey(exposure.nativeId),
    name: exposure.name,
    name_key: toKey(exposure.name),
    native_state: exposure.nativeState.slice(0, 200),
    lifecycle: exposure.lifecycle,
    health: 'unknown',
    health_rank: healthRanks.unknown,
    address: exposure.address ?? null,
    acceptance_required: exposure.acceptanceRequired ?? null,
    domain_state: exposure.domain?.state ?? null,
    domain: exposure.domain ? JSON.stringify(exposure.domain) : null,
    facts: JSON.stringify(exposure.facts),
    evidence: JSON.stringify(exposure.evidence),
    hash: options.hash,
    owner_tag: options.ownerTag ?? null,
    entity_ref: claim.entityRef ?? null,
    claim_basis: claim.basis ?? null,
    claim_confirmed: claim.confirmed ?? null,
    claim_conflict: claim.conflicts.length > 0,
    ...toProvenanceColumns(exposure.provenance),
    first_seen_at: at,
    changed_at: at,
    observed_at: null,
    gone_at: null,
  };
}
