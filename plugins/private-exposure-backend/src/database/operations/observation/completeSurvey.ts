import type { Knex } from 'knex';
import { type ChangesSink, markGone } from './markGone';
import type { SurveyEnd, SurveySession } from './SurveySession';

/**
 * Ends a survey. Only a complete one marks what it did not list as gone and makes the scope fresh; another leaves
 * everything as it was last seen, and says why.
 *
 * @internal
 */
export async function completeSurvey(
  knex: Knex,
  options: {
    session: SurveySession;
    end: SurveyEnd;
    onChanges: ChangesSink;
  },
): Promise<void> {
  const { session, end, onChanges } = options;
  const figures = {
    last_attempt_at: session.startedAt,
    last_outcome: end.outcome,
    calls: end.cost.calls,
    throttles: end.cost.throttles,
    duration_ms: Math.round(end.cost.milliseconds),
  };
  if (end.outcome !== 'complete') {
    await knex('scopes')
      .where('id', session.scopeId)
      .update({ ...figures, last_error: end.error });
    return;
  }
  // First the goners: a crash between leaves the scope as it was, and the next survey finds them again.
  await markGone(knex, session, { at: end.at, onChanges });
  await knex('scopes')
    .where('id', session.scopeId)
    .update({
      ...figures,
      last_error: null,
      surveyed_at: session.startedAt,
      first_completed_at: knex.raw('coalesce(first_completed_at, ?)', [end.at]),
      exposure_count: session.exposureIds.size,
      connection_count: session.connectionIds.size,
    });
}
