import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../../claims/ClaimSettings';
import type { StateChange } from '../../StateChange';
import { lockClaims } from '../claims/lockClaims';
import { insertEvents } from '../events/insertEvents';
import { applySurveyedConnections } from './applySurveyedConnections';
import { applySurveyedExposures } from './applySurveyedExposures';
import type { SurveySession } from './SurveySession';

/** What became of a page. @internal */
export interface AppliedPage {
  /** What happened, as it stands in the timeline. */
  changes: StateChange[];
  /** Connections that were left out because their exposure is not known. */
  orphans: number;
}

/**
 * Brings the store up to one page of a survey, in one transaction. Safe to repeat. Nothing that the page does not list
 * is touched: only a complete survey can say that something is gone.
 *
 * @internal
 */
export async function applySurveyPage(
  knex: Knex,
  options: {
    session: SurveySession;
    page: SurveyPage;
    rules: ClaimRules;
    at: Date;
  },
): Promise<AppliedPage> {
  const { session, page, rules, at } = options;
  return knex.transaction(async tx => {
    const { exposures } = page;
    if (exposures.length > 0) await lockClaims(tx, 'decide-exposures');
    const appeared = await applySurveyedExposures(tx, {
      ...{ session, exposures, rules, at },
    });
    const { changes, orphans } = await applySurveyedConnections(tx, {
      ...{ session, connections: page.connections, at },
    });
    const all = [...appeared, ...changes];
    await insertEvents(tx, all);
    return { changes: all, orphans };
  });
}
