import type { SurveyPage } from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import type { ClaimRules } from '../../../claims/ClaimSettings';
import type { StateChange } from '../../StateChange';
import { lockClaims } from '../claims/lockClaims';
import { insertEvents } from '../events/insertEvents';
import {
  applySurveyedConnections,
  findConnectionNews,
  hashConnections,
} from './applySurveyedConnections';
import {
  applySurveyedExposures,
  findExposureNews,
  hashExposures,
} from './applySurveyedExposures';
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
 * @remarks
 * Nearly every page says what is stored already. That is found out before the transaction, which such a page does
 * without; of another it gets the news alone, and compares them again.
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
  const { scopeId } = session;
  const listedExposures = hashExposures(page.exposures, { scopeId, rules });
  const listedConnections = hashConnections(page.connections, { scopeId });
  for (const id of listedExposures.keys()) session.exposureIds.add(id);
  for (const id of listedConnections.keys()) session.connectionIds.add(id);

  const exposures = await findExposureNews(knex, listedExposures);
  const connections = await findConnectionNews(
    knex,
    listedConnections,
    session,
  );
  if (exposures.size + connections.size === 0) {
    return { changes: [], orphans: 0 };
  }
  return knex.transaction(async tx => {
    if (exposures.size > 0) await lockClaims(tx, 'decide-exposures');
    const appeared = await applySurveyedExposures(tx, {
      ...{ session, surveyed: exposures, rules, at },
    });
    const { changes, orphans } = await applySurveyedConnections(tx, {
      ...{ session, surveyed: connections, at },
    });
    const all = [...appeared, ...changes];
    await insertEvents(tx, all);
    return { changes: all, orphans };
  });
}
