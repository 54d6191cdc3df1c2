import { TestDatabases } from '@backstage/backend-test-utils';
import type { Finding } from '@postern/backstage-plugin-private-exposure-common';
import { createStoreHarness, pageOf } from './__testUtils__/storeHarness';
import { exposureId } from './ids';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const scopeId = 'fake/a';
const id = exposureId(scopeId, 'a');

const blocked = (target: string, port: number = 8080): Finding => ({
  ruleId: 'targets-blocked',
  severity: 'error',
  message: `Nothing reaches ${target} at port ${port}`,
  remedy: 'Add a rule to its security group',
  hopId: 'target-group',
});

describe.each(databases.eachSupportedId())(
  'what one rule notices at one hop, on %s',
  databaseId => {
    async function setUp() {
      const harness = await createStoreHarness(databases, databaseId);
      await harness.addScope(scopeId);
      await harness.survey(scopeId, [pageOf(['a'])]);
      const { store, clock } = harness;
      const notice = async (...findings: Finding[]) => {
        const changes = await store.applyInspection({
          exposureId: id,
          inspection: { health: 'ok', hops: [], grants: [], findings },
          startedAt: clock.advance(60_000),
        });
        return changes.map(({ type, message }) => [type, message]);
      };
      const shown = async () => {
        const rows = await harness.knex('findings').orderBy('message');
        return rows.map(({ message }) => message);
      };
      return { notice, shown };
    }

    it('is kept side by side, each once', async () => {
      const { notice, shown } = await setUp();

      await notice(blocked('one'), blocked('two'), blocked('two'));

      expect(await shown()).toEqual([
        blocked('one').message,
        blocked('two').message,
      ]);
    });

    it('is cleared by what is gone, not by what stays', async () => {
      const { notice, shown } = await setUp();
      await notice(blocked('one'), blocked('two'));

      const changes = await notice(blocked('two'), blocked('three'));
      const last = await notice(blocked('three'));

      expect(changes).toEqual([]);
      expect(last).toEqual([['finding-cleared', blocked('two').message]]);
      expect(await shown()).toEqual([blocked('three').message]);
    });

    it('is no news in other words', async () => {
      const { notice, shown } = await setUp();
      await notice(blocked('one'), blocked('two'));

      const changes = await notice(blocked('one', 9090), blocked('two'));

      expect(changes).toEqual([]);
      expect(await shown()).toEqual([
        blocked('one', 9090).message,
        blocked('two').message,
      ]);
    });
  },
);
