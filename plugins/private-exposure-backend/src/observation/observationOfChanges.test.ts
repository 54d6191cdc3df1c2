import { TestDatabases } from '@backstage/backend-test-utils';
import {
  FakeExposureProvider,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { DatabaseChangeStore } from '../changes/DatabaseChangeStore';
import { createObservationHarness } from './__testUtils__/observationHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const minute = 60_000;

describe.each(databases.eachSupportedId())(
  'observation of changes on %s',
  id => {
    it.each([
      ['expose', 'merged', 'component:default/new', ['payments', 'other']],
      ['expose', 'merged', 'component:default/payments', ['payments']],
      ['grant', 'merged', 'component:default/payments', ['payments']],
      ['consume', 'merged', 'component:default/new', []],
      ['expose', 'closed', 'component:default/new', []],
      ['expose', 'open', 'component:default/new', []],
      ['expose', 'open', 'component:default/payments', []],
    ] as const)(
      'looks often for what a pull request to %s brings that is %s for %s, only where it can show',
      async (purpose, state, entityRef, expected) => {
        const owner = 'component:default/payments';
        const provider = FakeExposureProvider.create();
        provider.addScope({ id: 'fake/payments' }).exposures = [
          surveyedExposure({
            nativeId: 'payments',
            evidence: {
              tags: { 'backstage-entity-ref': owner },
              kubernetesServices: [],
            },
          }),
        ];
        provider.addScope({ id: 'fake/other' }).exposures = [
          surveyedExposure({ nativeId: 'other' }),
        ];
        const { scheduler, clock, knex, claims } =
          await createObservationHarness(databases, id, [provider]);
        await claims.applyClaimants(
          [{ entityRef: owner, isFound: true, owners: [], claims: [] }],
          clock.now,
        );
        const surveysAfter = async (milliseconds: number) => {
          const before = provider.calls.length;
          clock.advance(milliseconds);
          await scheduler.runAll();
          const calls = provider.calls.slice(before);
          return calls.flatMap(
            call => call.match(/^survey fake\/(.*)/)?.[1] ?? [],
          );
        };
        const changes = DatabaseChangeStore.create({ knex });
        const url = 'https://git.example/acme/infra/pull/1';
        const { change } = await changes.track({
          ...{ entityRef, purpose, url, title: 'A change' },
        });
        const at = clock.now;
        const reading = { state, endedAt: at };
        await changes.recordReading(change.id, reading, { at, dueAt: at });

        const all = await surveysAfter(minute);
        const soon = await surveysAfter(11_000);
        await surveysAfter(60 * minute);
        const later = await surveysAfter(11_000);

        expect(all).toEqual(['payments', 'other']);
        expect(soon).toEqual(expected);
        expect(later).toEqual([]);
      },
    );
  },
);
