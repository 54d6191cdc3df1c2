import type {
  Attention,
  Provenance,
} from '@postern/backstage-plugin-private-exposure-common';
import { toIso, toOptionalBoolean, toOptionalIso } from '../../conversion';
import type { ExposureRecord, OpenChange } from '../../records';
import type { DbExposureRow } from '../../tables';
import type { ExposureContext } from './exposureContext';
import { type Freshness, rowSource, scopeSource } from './scopeSources';

/** Turns a row and its context into what may be sent. @internal */
export function toExposureRecord(
  row: DbExposureRow,
  context: ExposureContext,
  freshness: Freshness,
): ExposureRecord {
  const scope = context.scopes.get(row.scope_id);
  const confirmed = toOptionalBoolean(row.claim_confirmed) ?? false;
  return {
    summary: {
      id: row.id,
      kind: row.kind,
      name: row.name,
      nativeId: row.native_id,
      scopeId: row.scope_id,
      account: scope?.account,
      accountName: scope?.account_name ?? undefined,
      region: scope?.region ?? undefined,
      entityRef: row.entity_ref ?? undefined,
      claim: row.claim_basis
        ? { basis: row.claim_basis, confirmed }
        : undefined,
      lifecycle: row.lifecycle,
      health: row.health,
      healthReason: row.health_reason ?? undefined,
      attention: attentionOf(row, context),
      connectionCounts: context.counts.get(row.id) ?? {},
      firstSeenAt: toIso(row.first_seen_at),
      source: rowSource(scopeSource(scope, freshness), row),
    },
    provider: scope?.provider ?? '',
    ref: { scopeId: row.scope_id, nativeId: row.native_id },
    ownedBy: row.entity_ref ? context.owners.get(row.entity_ref) ?? [] : [],
    provenance: provenanceOf(row),
    address: row.address ?? undefined,
    evidence: row.evidence,
    openChanges: openChangesOf(row, context),
  };
}

function provenanceOf(row: DbExposureRow): Provenance {
  return {
    createdAt: toOptionalIso(row.created_at),
    createdBy: row.created_by ?? undefined,
    managedBy: row.managed_by ?? undefined,
    manager: row.manager,
  };
}

function openChangesOf(
  row: DbExposureRow,
  context: ExposureContext,
): OpenChange[] {
  return row.gone_at === null ? context.openChanges.get(row.id) ?? [] : [];
}

function attentionOf(
  row: DbExposureRow,
  context: ExposureContext,
): Attention[] {
  if (row.gone_at !== null) return [];
  const pending = context.counts.get(row.id)?.pending ?? 0;
  const isUnverified =
    row.domain_state === 'pending' || row.domain_state === 'failed';
  const isUnconfirmed = toOptionalBoolean(row.claim_confirmed) === false;
  const waiting: (Attention | false)[] = [
    pending > 0 && 'connection-pending',
    isUnverified && 'domain-unverified',
    Boolean(row.claim_conflict) && 'claim-conflict',
    isUnconfirmed && 'claim-unconfirmed',
    openChangesOf(row, context).length > 0 && 'change-open',
    context.failed.has(row.id) && 'decision-failed',
  ];
  return waiting.filter(item => item !== false);
}
