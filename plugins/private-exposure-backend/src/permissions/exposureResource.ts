import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_EXPOSURE } from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureCriteria } from '../database/ExposureFilter';
import type { ExposureRecord } from '../database/records';

/** What permission rules look at. @internal */
export interface ExposureResource {
  /** What it is. */
  kind?: string;
  /** Where it is; missing for an entity that has no exposure yet. */
  scopeId?: string;
  /** Whose it is. */
  entityRef?: string;
  /** Who owns that entity. */
  ownedBy: string[];
  /** Accounts with a connection; of a single connection, its own account alone. */
  consumerAccounts: string[];
}

/** Ties the permissions on exposures to their rules. @internal */
export const exposureResourceRef = createPermissionResourceRef<
  ExposureResource,
  ExposureCriteria
>().with({
  pluginId: 'private-exposure',
  resourceType: RESOURCE_TYPE_EXPOSURE,
});

/** An exposure as permission rules see it. @internal */
export function toExposureResource(
  record: ExposureRecord,
  consumerAccounts: string[],
): ExposureResource {
  const { kind, scopeId, entityRef } = record.summary;
  return {
    kind,
    scopeId,
    entityRef,
    ownedBy: record.ownedBy,
    consumerAccounts,
  };
}
