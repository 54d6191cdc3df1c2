import { TestDatabases } from '@backstage/backend-test-utils';
import {
  FakeExposureProvider,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { exposureId } from '../database/ids';
import { createObservationHarness } from './__testUtils__/observationHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const minute = 60_000;

describe.each(databases.eachSupportedId())(
  'observation of versions on %s',
  databaseId => {
    it('inspects an exposure soon whose version alone changed, tells nobody of a change, and shows the version to nobody', async () => {
      const provider = FakeExposureProvider.create();
      const state = provider.addScope({ id: 'fake/a' });
      const withVersion = (version: string | undefined) =>
        ['moved', 'quiet'].map(nativeId =>
          surveyedExposure({
            nativeId,
            version: nativeId === 'moved' ? version : 'token-of-quiet',
          }),
        );
      state.exposures = withVersion('token-1');
      const { scheduler, clock, store, knex, told } =
        await createObservationHarness(databases, databaseId, [provider]);
      const inspected = async () => {
        const before = provider.calls.length;
        clock.advance(3 * minute);
        await scheduler.runAll();
        return provider.calls
          .slice(before)
          .filter(call => call.startsWith('inspect'));
      };

      const first = await inspected();
      const events = told.length;
      const unchanged = await inspected();
      state.exposures = withVersion('token-2');
      const changed = await inspected();

      expect(first.sort()).toEqual(['inspect moved', 'inspect quiet']);
      expect(unchanged).toEqual([]);
      expect(changed).toEqual(['inspect moved']);
      expect(told).toHaveLength(events);
      const detail = await store.getExposure(exposureId('fake/a', 'moved'));
      const stored = await knex('exposures').select();
      expect(JSON.stringify([detail, stored])).not.toContain('token-');
    });
  },
);
