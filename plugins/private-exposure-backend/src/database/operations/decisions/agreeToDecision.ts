import type { Knex } from 'knex';
import type { StoredDecision } from '../../../decisions/DecisionStore';
import type { DbDecisionRow } from '../../tables';
import { databaseNow } from './databaseClock';
import { toStoredDecision } from './toStoredDecision';
import { waitingMessage } from './waitingMessage';

/**
 * Adds a person to a decision that waits for a second one, and lets the workers have it if that is enough.
 *
 * @remarks The update names the list of approvals that was read, so that of two people agreeing at the same moment
 * neither is forgotten: the later one reads again.
 *
 * @returns undefined if the decision waits no more
 * @internal
 */
export async function agreeToDecision(
  knex: Knex,
  options: {
    id: string;
    approver: string;
    sufficient: boolean;
    doubt?: string;
  },
): Promise<StoredDecision | undefined> {
  const row = await knex<DbDecisionRow>('decisions')
    .where({ id: options.id, status: 'requested' })
    .whereNull('ended_at')
    .whereNull('lease_until')
    .first();
  if (!row) return undefined;

  const approvals: string[] = JSON.parse(row.approvals);
  const now = await databaseNow(knex);
  const [changed] = await knex<DbDecisionRow>('decisions')
    .where({ id: row.id, approvals: row.approvals })
    .whereNull('ended_at')
    .whereNull('lease_until')
    .update({
      approvals: JSON.stringify([...new Set([...approvals, options.approver])]),
      ...(options.sufficient
        ? { lease_until: now, message: null }
        : { message: waitingMessage(options.approver, options.doubt) }),
    })
    .returning('*');
  return changed ? toStoredDecision(changed) : agreeToDecision(knex, options);
}
