import { TestDatabases } from '@backstage/backend-test-utils';
import { surveyedExposure } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { DatabaseChangeStore } from '../../../changes/DatabaseChangeStore';
import { DatabaseRequestStore } from '../../../changes/DatabaseRequestStore';
import { createStoreHarness } from '../../__testUtils__/storeHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const entityRef = 'component:default/payments';
const requestId = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
const names = ['a', 'b', 'c', 'd', 'e', 'f'];

describe.each(databases.eachSupportedId())(
  'what was opened or seen at one moment, on %s',
  id => {
    async function setUp() {
      const harness = await createStoreHarness(databases, id);
      const { addScope, survey, claims, clock, knex } = harness;
      await addScope('fake/a');
      await claims.applyClaimants(
        [{ entityRef, isFound: true, owners: [], claims: [] }],
        clock.now,
      );
      const changes = DatabaseChangeStore.create({ knex });
      for (const name of names) {
        const url = `https://git.example/acme/infra/pull/${name}`;
        await changes.track({
          ...{ entityRef, purpose: 'expose', url, title: name, requestId },
        });
      }
      await knex('changes').update({ opened_at: clock.now });
      const tags = { 'backstage-entity-ref': entityRef };
      await survey('fake/a', [
        {
          exposures: names.map(nativeId =>
            surveyedExposure({
              ...{ nativeId, evidence: { tags, kubernetesServices: [] } },
            }),
          ),
          connections: [],
        },
      ]);
      return { knex, changes };
    }

    it('is tied in the order of ids', async () => {
      const { knex, changes } = await setUp();

      const linked = await changes.linkExposures();

      const exposures = await knex('exposures').pluck('id');
      const rows: { id: string; exposure_id: string }[] = await knex('changes');
      const tied = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(linked).toBe(names.length);
      expect(tied.map(row => row.exposure_id)).toEqual(exposures.sort());
    });

    it('has one order among the changes of a request', async () => {
      const { knex } = await setUp();
      const store = DatabaseRequestStore.create({ knex });

      const found = await store.findRequests({
        ...{ requestIds: [requestId], accounts: [] },
      });

      const ids: string[] = await knex('changes').pluck('id');
      expect(found.changes.map(change => change.id)).toEqual(
        ids.sort().reverse(),
      );
    });
  },
);
