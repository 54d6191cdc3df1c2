import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseChangeStore } from '../changes/DatabaseChangeStore';
import { DatabaseContributorStore } from '../changes/DatabaseContributorStore';
import { DatabaseRequestStore } from '../changes/DatabaseRequestStore';
import {
  filledExposureId,
  filledKinds,
  fillStore,
} from './__testUtils__/fillStore';
import { defaultClaimSettings } from '../claims/ClaimSettings';
import { DatabaseExposureStore } from './DatabaseExposureStore';
import type { UnclaimedFilter } from './ExposureStore';

/*
 * Runs every read of a page, and every question of a task, on 100,000 exposures, has the engine explain each statement,
 * and refuses one that reads a large table from end to end. Whatever the plan, a statement is timed, too.
 */
jest.setTimeout(180_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const exposures = 100_000;
const large = ['exposures', 'connections', 'events', 'changes'];

const of = (unclaimed: UnclaimedFilter) => ({ unclaimed });

interface Statement {
  sql: string;
  bindings: readonly Knex.RawBinding[];
}

/** Plans of the statements, as one text each. */
async function explain(knex: Knex, statement: Statement): Promise<string> {
  const isPostgres = knex.client.config.client === 'pg';
  // What the driver was given has numbered parameters; raw wants question marks.
  const sql = isPostgres ? statement.sql.replace(/\$\d+/g, '?') : statement.sql;
  const prefix = isPostgres ? 'explain' : 'explain query plan';
  const answer = await knex.raw(`${prefix} ${sql}`, [...statement.bindings]);
  const rows: Record<string, unknown>[] = isPostgres ? answer.rows : answer;
  return rows.map(row => row['QUERY PLAN'] ?? row.detail).join('\n');
}

/** The plan that a connection keeps of a prepared statement, made without knowing what will be asked. */
async function explainKept(knex: Knex, statement: Statement): Promise<string> {
  const values = statement.bindings
    .map(value => (value instanceof Date ? value.toISOString() : value))
    .map(value => `'${value}'`)
    .join(', ');
  return knex.transaction(async tx => {
    await tx.raw('set local plan_cache_mode = force_generic_plan');
    await tx.raw(`prepare kept as ${statement.sql}`);
    const { rows } = await tx.raw(`explain execute kept(${values})`);
    await tx.raw('deallocate kept');
    return rows
      .map((row: Record<string, unknown>) => row['QUERY PLAN'])
      .join('\n');
  });
}

/** A large table that a plan reads from end to end, by the words of each engine. */
function fullScans(plan: string): string[] {
  const aliases: Record<string, string> = {
    ...{ e: 'exposures', c: 'connections' },
    ...{ ch: 'changes', taken: 'changes' },
  };
  // In a joint statement `e` is the few exposures that it begins with.
  if (/MATERIALIZE e|CO-ROUTINE e/.test(plan)) delete aliases.e;
  const patterns = [/Seq Scan on (\w+)/g, /^SCAN (\w+)(?! USING)/gm];
  return patterns
    .flatMap(pattern => [...plan.matchAll(pattern)].map(match => match[1]))
    .map(name => aliases[name] ?? name)
    .filter(name => large.includes(name));
}

describe.each(databases.eachSupportedId())('100,000 exposures on %s', id => {
  const now = new Date('2026-11-21T00:00:00.000Z');
  let knex: Knex;
  let store: DatabaseExposureStore;

  beforeAll(async () => {
    knex = await databases.init(id);
    store = await DatabaseExposureStore.create({
      database: mockServices.database({ knex }),
      staleAfter: { minutes: 10 },
      claims: defaultClaimSettings,
      // What was read grows no older, however long the machine takes.
      clock: () => now,
    });
    await fillStore(knex, exposures);
  });

  const changes = () => DatabaseChangeStore.create({ knex });
  const entityRef = 'component:default/service-4711';
  const permitted = { ownerIn: ['group:default/team-8'] };
  const reads: [string, (store: DatabaseExposureStore) => Promise<unknown>][] =
    [
      ['entity page', s => s.getEntityExposures(entityRef)],
      [
        '100 entities',
        s =>
          s.getExposureSummaries(
            Array.from(
              { length: 100 },
              (_, i) => `component:default/service-${i}`,
            ),
          ),
      ],
      [
        'permitted entities',
        s => s.getExposureSummaries([entityRef], { permitted }),
      ],
      ['inventory', s => s.listExposures({})],
      ['inventory from the end', s => s.listExposures({ order: '-name' })],
      ['inventory by health', s => s.listExposures({ order: 'health' })],
      ['inventory by time', s => s.listExposures({ order: '-observedAt' })],
      ['one kind', s => s.listExposures({ kind: 'aws-load-balancer' })],
      ['one lifecycle', s => s.listExposures({ lifecycle: 'provisioning' })],
      ['what is gone', s => s.listExposures({ lifecycle: 'gone' })],
      ['one health', s => s.listExposures({ health: 'degraded' })],
      ['one scope', s => s.listExposures({ scopeId: 'fake/7' })],
      ['a prefix', s => s.listExposures({ text: 'svc-4711' })],
      ['a common prefix', s => s.listExposures({ text: 'svc' })],
      [
        'a native id',
        s => s.listExposures({ text: 'arn:aws:ec2:eu-west-1:7' }),
      ],
      ['pending', s => s.listExposures({ attention: 'connection-pending' })],
      ['unverified', s => s.listExposures({ attention: 'domain-unverified' })],
      ['open changes', s => s.listExposures({ attention: 'change-open' })],
      ['conflicts', s => s.listExposures({ attention: 'claim-conflict' })],
      ['unconfirmed', s => s.listExposures({ attention: 'claim-unconfirmed' })],
      [
        'failed decisions',
        s => s.listExposures({ attention: 'decision-failed' }),
      ],
      ['permitted inventory', s => s.listExposures({ permitted })],
      ['unclaimed', s => s.listUnclaimed({})],
      ['unclaimed by health', s => s.listUnclaimed({ order: 'health' })],
      ['unclaimed by age', s => s.listUnclaimed({ order: '-createdAt' })],
      [
        'unclaimed by cost',
        s => s.listUnclaimed({ order: '-cost', kindOrder: filledKinds }),
      ],
      ['unclaimed in an account', s => s.listUnclaimed(of({ account: '3' }))],
      ['unclaimed of a provider', s => s.listUnclaimed(of({ provider: 'x' }))],
      ['unclaimed that is old', s => s.listUnclaimed(of({ madeBefore: now }))],
      ["a maker's unclaimed", s => s.listUnclaimed(of({ createdBy: 'mira' }))],
      ['unclaimed by hand', s => s.listUnclaimed(of({ manager: 'unknown' }))],
      ['unclaimed of a kind', s => s.listUnclaimed({ kind: filledKinds[0] })],
      ['unclaimed, counted', s => s.countUnclaimed({})],
      [
        'old unclaimed, counted',
        s => s.countUnclaimed(of({ madeBefore: now })),
      ],
      [
        'unclaimed of a place, counted',
        s => s.countUnclaimed({ scopeId: 'fake/3' }),
      ],
      ['inbox', s => s.listConnections({})],
      ['pending inbox', s => s.listConnections({ state: 'pending' })],
      ['inbox of a scope', s => s.listConnections({ scopeId: 'fake/0' })],
      [
        'inbox of a consumer',
        s => s.listConnections({ consumerAccount: '100' }),
      ],
      ['inbox of an entity', s => s.listConnections({ entityRef })],
      ['permitted inbox', s => s.listConnections({ permitted })],
      ['one exposure', s => s.getExposure(filledExposureId(100))],
      ['timeline', s => s.listEvents(filledExposureId(100))],
      ['sources', s => s.listScopes()],
      ['refresh', s => s.requestRefresh(filledExposureId(5), now)],
      ['view', s => s.touchViewed([filledExposureId(5)], now)],
      [
        'candidates',
        s =>
          s.inspectionCandidates({
            ...{ scopeId: 'fake/3', limit: 5, now, inspectBefore: now },
          }),
      ],
      ['activity', s => s.isActive('fake/3', now)],
      ['changes to look up', () => changes().listDue(now, 50)],
      ['changes that are viewed', () => changes().lookSoon(['change-9'], now)],
      ['changes to tie to exposures', () => changes().linkExposures()],
      [
        'request ids',
        () =>
          DatabaseRequestStore.create({ knex }).findRequests({
            requestIds: ['3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c'],
            accounts: ['100'],
            permitted,
          }),
      ],
      [
        'who put something into changes',
        () => DatabaseContributorStore.create({ knex }).listFor(entityRef),
      ],
    ];

  it.each(reads)('%s reads no large table from end to end', async (_, read) => {
    const statements: Statement[] = [];
    const record = ({ sql, bindings }: Statement) => {
      if (/^(select|update|insert|with)/.test(sql))
        statements.push({ sql, bindings });
    };
    knex.on('query', record);
    await read(store);
    knex.removeListener('query', record);

    const plans: string[] = [];
    for (const statement of statements) {
      plans.push(await explain(knex, statement));
    }

    const scans = plans.filter(plan => fullScans(plan).length > 0);
    expect(scans).toEqual([]);
    expect(statements.length).toBeGreaterThan(0);
  });

  it.each([1, 10, 100])(
    'entity pages, %d at once, read no large table from end to end, whatever is asked',
    async count => {
      const statements: Statement[] = [];
      const record = ({ sql, bindings }: Statement) => {
        if (sql.startsWith('with')) statements.push({ sql, bindings });
      };
      knex.on('query', record);
      await Promise.all(
        Array.from({ length: count }, (_, n) =>
          store.getEntityExposures(`component:default/service-${n}`),
        ),
      );
      knex.removeListener('query', record);

      const isPostgres = knex.client.config.client === 'pg';
      const plans: string[] = [];
      for (const statement of statements) {
        plans.push(await (isPostgres ? explainKept : explain)(knex, statement));
      }

      expect(plans.filter(plan => fullScans(plan).length > 0)).toEqual([]);
      expect(plans.length).toBeGreaterThan(0);
    },
  );

  it.each(['name', 'createdAt', '-createdAt', 'cost', '-cost'] as const)(
    'walks what nobody claims in the order %s without sorting it',
    async order => {
      const statements: Statement[] = [];
      const record = ({ sql, bindings }: Statement) => {
        if (/ limit [?$]/.test(sql)) statements.push({ sql, bindings });
      };
      knex.on('query', record);
      const query = { order, kindOrder: filledKinds, limit: 50 };
      const { nextCursor } = await store.listUnclaimed(query);
      await store.listUnclaimed({ ...query, cursor: nextCursor });
      knex.removeListener('query', record);

      const plans: string[] = [];
      for (const statement of statements) {
        plans.push(await explain(knex, statement));
      }

      expect(plans.length).toBeGreaterThan(1);
      expect(plans.filter(plan => /\bSort\b|TEMP B-TREE/.test(plan))).toEqual(
        [],
      );
    },
  );

  it('finds page 400 of the inventory by its place in an index', async () => {
    let cursor: string | undefined;
    for (let page = 1; page < 400; page += 1) {
      const answer = await store.listExposures({ limit: 200, cursor });
      cursor = answer.nextCursor;
    }
    const statements: Statement[] = [];
    const record = ({ sql, bindings }: Statement) =>
      statements.push({ sql, bindings });
    knex.on('query', record);
    const late = await store.listExposures({ limit: 200, cursor });
    knex.removeListener('query', record);

    expect(late.items).toHaveLength(200);
    const plans: string[] = [];
    for (const statement of statements) {
      plans.push(await explain(knex, statement));
    }
    // Nothing is counted off from the start, neither by the statement nor by the engine.
    expect(statements.filter(({ sql }) => /\boffset\b/i.test(sql))).toEqual([]);
    expect(plans.flatMap(plan => fullScans(plan))).toEqual([]);
  });

  it('answers for 100 entities in one query, and for a page in another', async () => {
    const statements: string[] = [];
    const record = ({ sql }: Statement) => statements.push(sql);
    const countOf = async (read: () => Promise<unknown>) => {
      statements.length = 0;
      await read();
      return statements.length;
    };
    const refs = Array.from(
      { length: 100 },
      (_, i) => `component:default/service-${i + 1}`,
    );

    const readPages = () =>
      Promise.all(refs.slice(0, 50).map(ref => store.getEntityExposures(ref)));
    // Read before, so that it is only asked whether they are still the same.
    await readPages();
    knex.on('query', record);
    const two = await countOf(() => store.getExposureSummaries(refs.slice(98)));
    const narrowed = await countOf(() =>
      store.getExposureSummaries(refs, { permitted }),
    );
    const hundred = await countOf(() => store.getExposureSummaries(refs));
    const page = await countOf(() => store.getEntityExposures(refs[0]));
    const pages = await countOf(readPages);
    knex.removeListener('query', record);

    expect(hundred).toBe(two);
    expect(narrowed).toBe(two);
    // All who ask at the same time share one.
    expect(pages).toBe(page);
    // SQLite is in the process and gets the parts of the one statement one by one.
    const most = knex.client.config.client === 'pg' ? 1 : 20;
    expect(hundred).toBeLessThanOrEqual(most);
    expect(page).toBeLessThanOrEqual(most);
  });
});
