import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import type {
  ProviderScope,
  SurveyPage,
} from '@postern/backstage-plugin-private-exposure-node';
import type { Knex } from 'knex';
import { defaultClaimSettings } from '../../claims/ClaimSettings';
import { DatabaseClaimStore } from '../../claims/DatabaseClaimStore';
import { NamespaceOwners } from '../../claims/NamespaceOwners';
import { DatabaseExposureStore } from '../DatabaseExposureStore';
import type { StateChange } from '../StateChange';

type DatabaseId = Parameters<TestDatabases['init']>[0];

/** A clock that stands still until it is moved. */
export class TestClock {
  now = new Date('2026-11-21T08:00:00.000Z');
  readonly read = () => this.now;

  advance(milliseconds: number): Date {
    this.now = new Date(this.now.getTime() + milliseconds);
    return this.now;
  }
}

/** A store on a fresh database, and short ways to survey with it. */
export async function createStoreHarness(
  databases: TestDatabases,
  databaseId: DatabaseId,
  namespaceOwners = NamespaceOwners.create(),
) {
  const knex: Knex = await databases.init(databaseId);
  const database = mockServices.database({ knex });
  const clock = new TestClock();
  const store = await DatabaseExposureStore.create({
    database,
    staleAfter: { minutes: 10 },
    claims: { ...defaultClaimSettings, namespaceOwners },
    clock: clock.read,
  });
  const claims = await DatabaseClaimStore.create({
    database,
    namespaceOwners,
  });

  const addScope = async (id: string) => {
    const scope: ProviderScope = {
      ...{ id, title: id, account: '111122223333', group: '111122223333' },
      region: 'eu-west-1',
    };
    const known = await store.listScopes();
    const scopes = known.map(({ id: other }) => ({ ...scope, id: other }));
    await store.registerScopes({
      ...{ provider: 'fake', scopes: [...scopes, scope], at: clock.now },
    });
  };

  /** Surveys a scope; `fails` lets it throw after its pages. */
  const survey = async (
    scopeId: string,
    pages: SurveyPage[],
    fails?: string,
  ): Promise<StateChange[]> => {
    const session = await store.beginSurvey(scopeId, clock.now);
    const changes: StateChange[] = [];
    for (const page of pages) {
      const applied = await store.applySurveyPage(session, page, clock.now);
      changes.push(...applied.changes);
    }
    const cost = { calls: pages.length, throttles: 0, milliseconds: 5 };
    const common = { cost, at: clock.now };
    await store.completeSurvey(
      session,
      fails === undefined
        ? { outcome: 'complete', ...common }
        : {
            outcome: pages.length > 0 ? 'incomplete' : 'failed',
            ...common,
            error: fails,
          },
      async gone => {
        changes.push(...gone);
      },
    );
    return changes;
  };

  return { knex, database, clock, store, claims, addScope, survey };
}

/** One page with an exposure for each name, and a connection for each `[exposure, connection]`. */
export function pageOf(
  exposures: readonly string[],
  connections: readonly (readonly [string, string])[] = [],
): SurveyPage {
  return {
    exposures: exposures.map(nativeId => surveyedExposure({ nativeId })),
    connections: connections.map(([exposureNativeId, nativeId]) =>
      surveyedConnection({ exposureNativeId, nativeId }),
    ),
  };
}
