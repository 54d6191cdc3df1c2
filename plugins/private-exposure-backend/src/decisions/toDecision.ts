import type { Decision } from '@postern/backstage-plugin-private-exposure-common';
import { nameConsumer } from '../exposures/nameConsumer';
import type { StoredDecision } from './DecisionStore';

/**
 * What may be sent of a decision.
 *
 * @param accountNames - names from `privateExposure.accountNames`, by account in lower case
 * @internal
 */
export function toDecision(
  stored: StoredDecision,
  accountNames: Record<string, string>,
): Decision {
  return {
    id: stored.id,
    connectionId: stored.connectionId,
    exposureId: stored.exposureId,
    entityRef: stored.entityRef,
    verdict: stored.verdict,
    reason: stored.reason,
    status: stored.status,
    decidedBy: stored.decidedBy,
    approvals: stored.approvals,
    requestedAt: stored.requestedAt,
    endedAt: stored.endedAt,
    message: stored.message,
    before: stored.before,
    after: stored.after,
    exposureName: stored.exposureName,
    consumer: nameConsumer(stored.consumer, accountNames),
  };
}
