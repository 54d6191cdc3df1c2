import type { BenchWorld } from './BenchWorld';
import { fillStore } from './fillStore';
import { measureInTurns, type Target } from './loadGenerator';
import { measureUnclaimed } from './measureUnclaimed';
import { milliseconds } from './milliseconds';
import { progress } from './progress';
import { TOKEN } from './settings';
import { median, percentile, type Row } from './table';

const EXPOSURES = 100_000;
/** p99 lies among V8's longest collections, of which a round meets few. */
const rounds = 48;
const API = '/api/private-exposure/v1';

/** With 100,000 exposures in the store: what pages cost. @internal */
export async function measurePages(
  world: BenchWorld,
  database: string,
): Promise<Row[]> {
  progress('Filling the store with 100,000 exposures');
  await fillStore({ database, exposures: EXPOSURES });
  await world.settle();
  return [
    ...(await measureEntityPage(world)),
    ...(await measureSummaries(world)),
    await measureInventory(world),
    await measureUnclaimed(world, API),
  ];
}

/** A page view is a user's. A service asks for less: the permission framework answers for it without a call. */
async function measureEntityPage(world: BenchWorld): Promise<Row[]> {
  progress('Entity page and catalog in turns, as a user');
  const user = await world.signIn('reader');
  const asUser = await comparePage(world, { token: user, rounds });
  progress('Entity page and catalog in turns, as a service');
  const asService = await comparePage(world, { token: TOKEN, rounds });
  progress('Entity page and catalog in turns, as a new user each round');
  let users = 0;
  const first = await comparePage(world, {
    token: user,
    rounds: 4,
    newToken: () => world.signIn(`newcomer-${users++}`),
  });
  return [
    {
      what: "The entity page's request, against the catalog's entity by name",
      ...judgePage(asUser),
      detail: `asked as a user, ${describeTimes(
        asUser,
      )}; first views, which are not judged: ${describeTimes(first)}`,
    },
    {
      what: 'The same two, asked as a service',
      ...judgePage(asService),
      detail: describeTimes(asService),
    },
  ];
}

interface PageTimes {
  ours: number[];
  catalog: number[];
}

async function comparePage(
  world: BenchWorld,
  options: { token: string; rounds: number; newToken?: Target['newToken'] },
): Promise<PageTimes> {
  const { newToken, ...load } = options;
  // Each target meets all entities, and not those of a round again and again.
  const entitiesInTurn = () => {
    let n = 0;
    return () => `component/default/${nameOf(world.entityRefs, n++)}`;
  };
  const nextPage = entitiesInTurn();
  const nextEntity = entitiesInTurn();
  const times = await measureInTurns({
    ...load,
    warmUpRounds: 8,
    requestsPerRound: 500,
    concurrency: 8,
    targets: [
      {
        name: 'entity page',
        newToken,
        request: () => ({
          url: `${world.url}${API}/entities/${nextPage()}/exposures`,
        }),
      },
      {
        name: 'catalog by name',
        request: () => ({
          url: `${world.url}/api/catalog/entities/by-name/${nextEntity()}`,
        }),
      },
    ],
  });
  return { ours: times['entity page'], catalog: times['catalog by name'] };
}

function judgePage(times: PageTimes): Omit<Row, 'what' | 'detail'> {
  const ratioAt = (share: number) =>
    percentile(times.ours, share) / percentile(times.catalog, share);
  return {
    measured: `${ratioAt(0.99).toFixed(2)} × at p99, ${ratioAt(0.5).toFixed(
      2,
    )} × at p50`,
    limit: '1 × at p99',
    holds: ratioAt(0.99) <= 1,
  };
}

function describeTimes({ ours, catalog }: PageTimes): string {
  const both = (share: number) =>
    `${milliseconds(ours, share)} against ${milliseconds(catalog, share)}`;
  return `${ours.length.toLocaleString(
    'en',
  )} requests each in turns, 8 at a time: p50 ${both(0.5)}, p99 ${both(0.99)}`;
}

async function measureSummaries(world: BenchWorld): Promise<Row[]> {
  progress('100 entities by reference');
  const batch = (n: number, size: number) =>
    Array.from(
      { length: size },
      (_, i) => world.entityRefs[(n * size + i) % world.entityRefs.length],
    );
  const request = (size: number) => (n: number) => ({
    url: `${world.url}${API}/exposures/by-entity-refs`,
    method: 'POST',
    body: { entityRefs: batch(n, size) },
  });
  const times = await measureInTurns({
    token: TOKEN,
    rounds: 4,
    requestsPerRound: 200,
    concurrency: 4,
    targets: [
      { name: 'one', request: request(1) },
      { name: 'hundred', request: request(100) },
    ],
  });
  const ratio = median(times.hundred) / median(times.one);
  return [
    {
      what: 'The state of 100 entities, against that of one',
      measured: `${ratio.toFixed(1)} ×`,
      limit: '20 ×',
      holds: ratio <= 20,
      detail: `one request each, p50 ${milliseconds(
        times.hundred,
        0.5,
      )} against ${milliseconds(times.one, 0.5)}; a test counts the queries`,
    },
  ];
}

async function measureInventory(world: BenchWorld): Promise<Row> {
  progress('Inventory');
  const first = `${world.url}${API}/exposures?limit=50`;
  const late = `${first}&cursor=${encodeURIComponent(
    await findLateCursor(world),
  )}`;
  const times = await measureInTurns({
    token: TOKEN,
    rounds: 4,
    requestsPerRound: 200,
    concurrency: 2,
    targets: [
      { name: 'late', request: () => ({ url: late }) },
      { name: 'first', request: () => ({ url: first }) },
    ],
  });
  const ratio = median(times.late) / median(times.first);
  return {
    what: 'The last pages of the inventory, against its first',
    measured: `${ratio.toFixed(2)} ×`,
    limit: '1.2 ×',
    holds: ratio <= 1.2,
    detail: `50 exposures a page, p50 ${milliseconds(
      times.late,
      0.5,
    )} against ${milliseconds(times.first, 0.5)}`,
  };
}

/** Walks to the last tenth of the inventory in large pages. */
async function findLateCursor(world: BenchWorld): Promise<string> {
  let cursor: string | undefined;
  for (let seen = 0; seen < EXPOSURES * 0.9; seen += 200) {
    const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: { nextCursor?: string } = await world.ask(
      `${API}/exposures?limit=200${query}`,
    );
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  if (!cursor) throw new Error('The inventory has only one page');
  return cursor;
}

function nameOf(refs: readonly string[], n: number): string {
  return refs[n % refs.length].split('/')[1];
}
