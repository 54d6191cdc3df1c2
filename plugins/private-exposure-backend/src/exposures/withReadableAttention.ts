import { exposureReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureRecord, OpenChange } from '../database/records';
import type { CallerAccess } from '../permissions/CallerAccess';
import type { ExposureResource } from '../permissions/exposureResource';

/**
 * An exposure whose attention says nothing of pull requests that the caller may not read. For what was read for everybody
 * at once; a listing's query sees to it by itself.
 *
 * @param accounts - all that connect to the exposure
 * @internal
 */
export function withReadableAttention<TRecord extends ExposureRecord>(
  record: TRecord,
  granted: CallerAccess,
  accounts: string[],
): TRecord {
  const openChanges = record.openChanges.filter(change =>
    granted.can(
      exposureReadPermission,
      toChangeResource(change, record, accounts),
    ),
  );
  if (openChanges.length > 0 || record.openChanges.length === 0) return record;
  const attention = record.summary.attention.filter(
    item => item !== 'change-open',
  );
  return { ...record, openChanges, summary: { ...record.summary, attention } };
}

/** Where it is, and who connects, only what came out of it tells. */
function toChangeResource(
  { kind, exposureId }: OpenChange,
  { summary, ownedBy }: ExposureRecord,
  accounts: string[],
): ExposureResource {
  const isFromHere = exposureId === summary.id;
  return {
    kind,
    entityRef: summary.entityRef,
    ownedBy,
    scopeId: isFromHere ? summary.scopeId : undefined,
    consumerAccounts: isFromHere ? accounts : [],
  };
}
