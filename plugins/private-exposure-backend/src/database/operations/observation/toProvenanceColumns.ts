import type { Manager } from '@postern/backstage-plugin-private-exposure-common';
import type { Provenance } from '@postern/backstage-plugin-private-exposure-node';
import { toMakerKey } from '../../conversion';
import type { DbExposureRow } from '../../tables';

type ProvenanceColumns = Pick<
  DbExposureRow,
  'created_at' | 'created_by' | 'created_by_key' | 'managed_by' | 'manager'
>;

// As wide as their columns. What is longer is no name.
const maxLength = 512;

/**
 * What a row says about who made an exposure. A time that is none counts as not known: it must not keep a page of a survey
 * from being written.
 *
 * @internal
 */
export function toProvenanceColumns(
  provenance: Provenance = {},
): ProvenanceColumns {
  const createdBy = provenance.createdBy?.trim().slice(0, maxLength);
  const managedBy = provenance.managedBy?.trim().slice(0, maxLength);
  return {
    created_at: toTime(provenance.createdAt),
    created_by: createdBy || null,
    created_by_key: createdBy ? toMakerKey(createdBy) : null,
    managed_by: managedBy || null,
    manager: toManager(managedBy),
  };
}

function toTime(text: string | undefined): Date | null {
  const time = new Date(text ?? NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}

function toManager(managedBy: string | undefined): Manager {
  if (!managedBy) return 'unknown';
  return managedBy.startsWith('Kubernetes ') ? 'kubernetes' : 'iac';
}
