import { audited, type AuditedDeps } from '../audit/audited';
import type { ClaimedDecision, DecisionEnd } from './DecisionStore';

/** A decision that ended with something else than its effect. */
class DecisionNotAppliedError extends Error {
  override readonly name = 'DecisionNotAppliedError';

  constructor(message: string) {
    super(message);
    // It tells an outcome, not a fault of the program: the log prints a stack where there is one.
    delete this.stack;
  }
}

/**
 * Puts on record what became of a decision: it is carried out after the request that took it has been answered, maybe by
 * another replica, after a crash.
 *
 * @remarks The outcome stands in the database by now, so that an audit log that cannot be written changes nothing.
 *
 * @internal
 */
export async function auditDecisionEnd(
  deps: AuditedDeps,
  decision: ClaimedDecision,
  end: DecisionEnd,
): Promise<void> {
  const { id, connectionId, exposureId, entityRef = null } = decision;
  const meta = {
    queryType: decision.verdict,
    ...{ decisionId: id, connectionId, exposureId, entityRef },
    account: decision.consumer.account,
    actor: decision.decidedBy,
    status: end.status,
    message: end.message,
  };
  const event = { eventId: 'decision-end', severityLevel: 'high' } as const;
  try {
    await audited(deps, { ...event, meta }, async () => {
      if (end.status !== 'applied') {
        throw new DecisionNotAppliedError(end.message);
      }
    });
  } catch (error) {
    if (error instanceof DecisionNotAppliedError) return;
    deps.logger.error(
      `The end of decision '${id}' could not be audited: ${error}`,
    );
  }
}
