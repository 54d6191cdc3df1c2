import type {
  DecisionStatus,
  Reading,
  Verdict,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StoredDecision } from '../../../decisions/DecisionStore';
import type { SeenConnection } from '../../../decisions/seenConnection';
import { toIso, toOptionalIso } from '../../conversion';
import type { DbDecisionRow } from '../../tables';

/**
 * Reads a row. What stands in it was written by this package alone, and its words are those of the types.
 *
 * @internal
 */
export function toStoredDecision(row: DbDecisionRow): StoredDecision {
  const seen: SeenConnection = JSON.parse(row.seen);
  const approvals: string[] = JSON.parse(row.approvals);
  return {
    id: row.id,
    connectionId: row.connection_id,
    exposureId: row.exposure_id,
    entityRef: row.entity_ref ?? undefined,
    verdict: row.verdict as Verdict,
    reason: row.reason,
    status: row.status as DecisionStatus,
    decidedBy: row.decided_by,
    approvals: approvals.length > 0 ? approvals : undefined,
    requestedAt: toIso(row.requested_at),
    endedAt: toOptionalIso(row.ended_at),
    message: row.message ?? undefined,
    before: toReading(row.before),
    after: toReading(row.after),
    exposureName: seen.exposureName,
    consumer: seen.consumer,
    seen,
    // A row without a lease is one that no worker may take: it waits for a second person.
    awaitsSecond: row.ended_at === null && row.lease_until === null,
    attempt: row.attempt,
    lane: row.lane ?? undefined,
  };
}

function toReading(json: string | null): Reading | undefined {
  return json === null ? undefined : JSON.parse(json);
}
