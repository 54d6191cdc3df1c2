import { TestDatabases } from '@backstage/backend-test-utils';
import {
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { createStoreHarness, pageOf } from './__testUtils__/storeHarness';
import { connectionId, exposureId } from './ids';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_17'],
});
const scopeId = 'fake/a';
const minute = 60_000;

describe.each(databases.eachSupportedId())(
  'DatabaseExposureStore on %s',
  databaseId => {
    async function setUp() {
      const harness = await createStoreHarness(databases, databaseId);
      await harness.addScope(scopeId);
      return harness;
    }

    it('marks what the first complete survey of a scope finds as no news', async () => {
      const { survey } = await setUp();

      const first = await survey(scopeId, [pageOf(['a'], [['a', 'c1']])]);
      const second = await survey(scopeId, [
        pageOf(
          ['a', 'b'],
          [
            ['a', 'c1'],
            ['b', 'c2'],
          ],
        ),
      ]);

      expect(first.map(({ type, initial }) => [type, initial])).toEqual([
        ['exposure-appeared', true],
        ['connection-appeared', true],
      ]);
      expect(second.map(({ type, initial }) => [type, initial])).toEqual([
        ['exposure-appeared', false],
        ['connection-appeared', false],
      ]);
    });

    it('calls nothing gone that only a broken survey did not list', async () => {
      const { store, survey, clock } = await setUp();
      await survey(scopeId, [pageOf(['a', 'b'], [['a', 'c1']])]);
      clock.advance(minute);

      const changes = await survey(scopeId, [pageOf(['a'])], 'Throttled');

      expect(changes).toEqual([]);
      const { items } = await store.listExposures({});
      expect(items.map(({ summary }) => summary)).toMatchObject([
        {
          name: 'a',
          lifecycle: 'live',
          connectionCounts: { pending: 1 },
          source: {
            state: 'stale',
            observedAt: '2026-11-21T08:00:00.000Z',
            error: 'Throttled',
          },
        },
        { name: 'b', lifecycle: 'live' },
      ]);
    });

    it('says failed for a scope that could not be looked into at all', async () => {
      const { store, survey } = await setUp();

      await survey(scopeId, [], 'AccessDenied');

      await expect(store.listScopes()).resolves.toMatchObject([
        { source: { state: 'failed', error: 'AccessDenied' } },
      ]);
    });

    it('says stale once the last complete survey is too old', async () => {
      const { store, survey, clock } = await setUp();
      await survey(scopeId, [pageOf(['a'])]);

      const [fresh] = await store.listScopes();
      clock.advance(10 * minute + 1);
      const [stale] = await store.listScopes();

      expect([fresh.source.state, stale.source.state]).toEqual([
        'fresh',
        'stale',
      ]);
    });

    it('marks gone what a complete survey no longer lists, and lets it come back', async () => {
      const { store, survey } = await setUp();
      const page = pageOf(['a', 'b'], [['b', 'c1']]);
      await survey(scopeId, [page]);

      const gone = await survey(scopeId, [pageOf(['a'])]);
      const listed = await store.listExposures({});
      const asked = await store.listExposures({ lifecycle: 'gone' });
      const inbox = await store.listConnections({});
      const back = await survey(scopeId, [page]);

      expect(gone.map(({ type }) => type)).toEqual([
        'connection-gone',
        'exposure-gone',
      ]);
      expect(listed.items.map(({ summary }) => summary.name)).toEqual(['a']);
      expect(asked.items.map(({ summary }) => summary.name)).toEqual(['b']);
      expect(inbox.items).toEqual([]);
      expect(back.map(({ type }) => type)).toEqual([
        'exposure-appeared',
        'connection-appeared',
      ]);
      const id = exposureId(scopeId, 'b');
      await expect(store.getExposure(id)).resolves.toMatchObject({
        summary: { lifecycle: 'live', connectionCounts: { pending: 1 } },
        connectionsTotal: 1,
      });
    });

    it('writes only what changed', async () => {
      const { knex, survey } = await setUp();
      const names = Array.from({ length: 100 }, (_, i) => `svc-${i}`);
      const connections = names.map(name => [name, `${name}-c`] as const);
      await survey(scopeId, [pageOf(names, connections)]);
      const written: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (/^(insert|update|delete)/i.test(sql)) written.push(sql);
      });

      const page = pageOf(names, connections);
      page.exposures[7].name = 'renamed';
      page.connections[9].state = 'connected';
      const changes = await survey(scopeId, [page]);

      expect(changes).toMatchObject([
        {
          type: 'connection-state-changed',
          from: 'pending',
          to: 'connected',
          // One exposure has many consumers.
          message: expect.stringMatching(/^Consumer: .+\.$/),
        },
      ]);
      const tables = written.map(sql => /["`](\w+)["`]/.exec(sql)?.[1]);
      expect(tables.filter(table => table === 'exposures')).toHaveLength(1);
      expect(tables.filter(table => table === 'connections')).toHaveLength(1);
      const insert = written.find(sql => /insert into .exposures/.test(sql));
      expect(insert?.match(/\), \(/g)).toBeNull();
    });

    it('only looks where a page says what is stored', async () => {
      const { knex, store, survey, clock } = await setUp();
      const page = pageOf(['a', 'b'], [['a', 'c1']]);
      await survey(scopeId, [page]);
      const session = await store.beginSurvey(scopeId, clock.advance(minute));
      const statements: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));

      const applied = await store.applySurveyPage(session, page, clock.now);

      expect(applied).toEqual({ changes: [], orphans: 0 });
      expect(statements).toEqual([
        expect.stringMatching(/^select .* from .exposures/),
        expect.stringMatching(/^select .* from .connections/),
      ]);
      expect([session.exposureIds.size, session.connectionIds.size]).toEqual([
        2, 1,
      ]);
    });

    it('keeps a reading that is newer than the page of a survey', async () => {
      const { store, survey, clock } = await setUp();
      const page = pageOf(['a'], [['a', 'c1']]);
      await survey(scopeId, [page]);
      const id = connectionId(scopeId, 'a', 'c1');
      const session = await store.beginSurvey(scopeId, clock.advance(1000));

      const changes = await store.applyConnectionReading({
        connectionId: id,
        reading: surveyedConnection({
          ...{ exposureNativeId: 'a', nativeId: 'c1', state: 'connected' },
        }),
        at: clock.advance(1000),
      });
      const applied = await store.applySurveyPage(session, page, clock.now);

      expect(changes).toMatchObject([
        { type: 'connection-state-changed', from: 'pending', to: 'connected' },
      ]);
      expect(applied.changes).toEqual([]);
      const record = await store.getConnection(id);
      expect(record?.connection.connection).toMatchObject({
        state: 'connected',
        source: { observedAt: '2026-11-21T08:00:02.000Z' },
      });
    });

    it('replaces what an inspection saw and tells what is new', async () => {
      const { store, survey, clock } = await setUp();
      await survey(scopeId, [pageOf(['a'])]);
      const id = exposureId(scopeId, 'a');
      const finding = {
        ...{ ruleId: 'targets-unhealthy', severity: 'error' as const },
        ...{ message: 'No healthy target', remedy: 'Look at the pods' },
      };
      const base = { health: 'ok' as const, hops: [], findings: [] };
      const grant = (principal: string) => ({
        ...{ principal, type: 'account' as const },
      });

      const first = await store.applyInspection({
        exposureId: id,
        inspection: { ...base, grants: [grant('1')] },
        startedAt: clock.now,
      });
      const second = await store.applyInspection({
        exposureId: id,
        inspection: {
          ...base,
          health: 'failing',
          hops: [
            { id: 'lb', type: 'load-balancer', title: 'lb', health: 'failing' },
          ],
          grants: [grant('2')],
          findings: [finding],
        },
        startedAt: clock.advance(minute),
      });
      const third = await store.applyInspection({
        exposureId: id,
        inspection: { ...base, grants: [grant('2')] },
        startedAt: clock.advance(minute),
      });

      expect(first.every(({ initial }) => initial)).toBe(true);
      expect(second.map(({ type, from, to }) => [type, from, to])).toEqual([
        ['health-changed', 'ok', 'failing'],
        ['grant-added', undefined, '2'],
        ['grant-removed', '1', undefined],
        ['finding-raised', undefined, 'targets-unhealthy'],
      ]);
      expect(third.map(({ type }) => type)).toEqual([
        'health-changed',
        'finding-cleared',
      ]);
      const events = await store.listEvents(id, { limit: 2 });
      expect(events.items.map(({ type }) => type)).toEqual([
        'finding-cleared',
        'health-changed',
      ]);
      const next = await store.listEvents(id, { cursor: events.nextCursor });
      expect(next.items[0]).toMatchObject({ type: 'finding-raised' });
    });

    it('takes the health of what is still being made for no news, and of what is live for some', async () => {
      const { store, survey, clock } = await setUp();
      const page = (lifecycle: 'provisioning' | 'live') => ({
        exposures: [surveyedExposure({ nativeId: 'a', lifecycle })],
        connections: [],
      });
      const inspect = (health: 'unknown' | 'degraded' | 'ok') =>
        store.applyInspection({
          exposureId: exposureId(scopeId, 'a'),
          inspection: { health, hops: [], grants: [], findings: [] },
          startedAt: clock.advance(minute),
        });
      await survey(scopeId, [page('provisioning')]);
      await inspect('unknown');

      const [made] = await inspect('degraded');
      await survey(scopeId, [page('live')]);
      const [live] = await inspect('ok');
      const [lost] = await inspect('degraded');

      expect([made, live, lost].map(one => [one.to, one.initial])).toEqual([
        ['degraded', true],
        ['ok', false],
        ['degraded', false],
      ]);
    });

    it('queues one refresh a minute and inspects it first', async () => {
      const { store, survey, clock } = await setUp();
      await survey(scopeId, [pageOf(['a', 'b', 'c'])]);
      const id = exposureId(scopeId, 'c');
      const candidates = () =>
        store.inspectionCandidates({
          ...{ scopeId, limit: 1, now: clock.now },
          inspectBefore: clock.now,
        });
      const inspection = { health: 'ok' as const, hops: [], grants: [] };

      const answers = [
        await store.requestRefresh(id, clock.now),
        await store.requestRefresh(id, clock.now),
        await store.requestRefresh('nothing', clock.now),
      ];
      const before = await candidates();
      await store.applyInspection({
        exposureId: id,
        inspection: { ...inspection, findings: [] },
        startedAt: clock.now,
      });
      const after = await candidates();

      expect(answers).toEqual(['queued', 'too-soon', 'not-found']);
      expect(before).toEqual([id]);
      expect(after).not.toContain(id);
      clock.advance(minute);
      await expect(store.requestRefresh(id, clock.now)).resolves.toBe('queued');
    });

    it('says what waits for a person', async () => {
      const { store, survey } = await setUp();
      const domain = { domain: 'a.example', state: 'pending' as const };
      const page = pageOf([], [['a', 'c1']]);
      page.exposures = [surveyedExposure({ nativeId: 'a', domain })];

      await survey(scopeId, [page, pageOf(['b'])]);

      const { items } = await store.listExposures({});
      expect(items.map(({ summary }) => summary.attention)).toEqual([
        ['connection-pending', 'domain-unverified'],
        [],
      ]);
      for (const attention of [
        'connection-pending',
        'domain-unverified',
      ] as const) {
        const found = await store.listExposures({ attention });
        expect(found.items.map(({ summary }) => summary.name)).toEqual(['a']);
      }
    });
  },
);
