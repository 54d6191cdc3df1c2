import type {
  ChangePurpose,
  ChangeState,
  ExposureKind,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoredChange } from '../../../changes/ChangeStore';
import type { StateChange } from '../../StateChange';
import { toDate, toIso, toOptionalIso } from '../../conversion';
import type { DbChangeRow } from '../../tables';
import { fromFindingsColumn } from './findingsColumn';

/** Reads a row, which this package alone wrote. @internal */
export function toStoredChange(row: DbChangeRow): StoredChange {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    kind: (row.kind as ExposureKind | null) ?? undefined,
    purpose: row.purpose as ChangePurpose,
    url: row.url,
    title: row.title,
    state: row.state as ChangeState,
    openedBy: row.opened_by ?? undefined,
    openedAt: toIso(row.opened_at),
    endedAt: toOptionalIso(row.ended_at),
    exposureId: row.exposure_id ?? undefined,
    checkedAt: row.checked_at === null ? undefined : toDate(row.checked_at),
    dueAt: toDate(row.due_at),
    checkError: row.check_error ?? undefined,
    requestId: row.request_id ?? undefined,
    ...fromFindingsColumn(row.findings),
  };
}

/** A change's line in the timeline. @internal */
export function toTimeline(
  type: 'change-opened' | 'change-merged' | 'change-closed',
  change: StoredChange,
  at: Date,
): StateChange {
  return {
    type,
    at,
    exposureId: change.exposureId,
    entityRef: change.entityRef,
    actor: type === 'change-opened' ? change.openedBy : undefined,
    to: change.state,
    message: `${change.title} (${change.url})`,
    initial: false,
  };
}
