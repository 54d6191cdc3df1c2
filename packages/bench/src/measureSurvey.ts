import createKnex from 'knex';
import type { Scope } from './answers';
import type { BenchWorld } from './BenchWorld';
import { readMemory, resetPeak } from './processMemory';
import { progress } from './progress';
import { countWrites } from './countWrites';
import { databaseUrl } from './databaseUrl';
import { ACCOUNT, REGION } from './settings';
import { median, type Row } from './table';

const SERVICES = 10_000;
const CONNECTIONS_PER_SERVICE = 5;
const ROWS = SERVICES * (1 + CONNECTIONS_PER_SERVICE);
const MEGABYTE = 1024 * 1024;

let refreshes = 0;

/**
 * One scope with 10,000 endpoint services and 50,000 connections: what a survey costs in calls, time, memory and
 * written rows.
 *
 * @internal
 */
export async function measureSurvey(
  world: BenchWorld,
  database: string,
): Promise<Row[]> {
  await startSeeded(world);
  progress('First survey');
  if ((await readScope(world)).source.observedAt) {
    throw new Error('The first survey came before the backend was at rest');
  }
  const first = await survey(world);
  const calls = await countCalls(world);

  // The survey of a changed world, for the rows; then unchanged ones in turns with the bare loop, for the time.
  progress('Survey of a world in which 1 % changed');
  await changeOnePercent(world, database);
  const written = await countWrites(database, () => survey(world));

  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < 5; round++) {
    progress(`Surveys and bare loops in turns, ${round + 1} of 5`);
    bare.push(await runBareLoop(world));
    ours.push((await survey(world)).milliseconds);
  }
  const ratios = ours.map((value, n) => value / bare[n]);
  const ratio = median(ratios);
  const seconds = (values: number[]) => (median(values) / 1000).toFixed(2);

  return [
    {
      what: 'EC2 calls of a survey of 10,000 services and 50,000 connections',
      measured: `${calls.ec2}`,
      limit: '60',
      holds: calls.ec2 <= 60,
      detail: `counted at the sandbox; besides, ${calls.elbv2} pages of load balancers and tags`,
    },
    {
      what: 'Time of a survey, against a bare SDK loop over the same pages',
      measured: `${ratio.toFixed(2)} ×`,
      limit: '2 ×',
      holds: ratio <= 2,
      detail: `median of 5 pairs in turns, ${seconds(ours)} s against ${seconds(
        bare,
      )} s; the first survey, which writes everything, took ${(
        first.milliseconds / 1000
      ).toFixed(2)} s`,
    },
    {
      what: 'Memory that the first survey adds to the process',
      measured: `${Math.round(first.addedBytes / MEGABYTE)} MB`,
      limit: '150 MB',
      holds: first.addedBytes <= 150 * MEGABYTE,
      detail: `peak resident memory during the survey, less the ${Math.round(
        first.restBytes / MEGABYTE,
      )} MB just before its first call`,
    },
    {
      what: 'Rows written by a survey in which 1 % changed',
      measured: `${((written / ROWS) * 100).toFixed(2)} %`,
      limit: '2 %',
      holds: written <= ROWS * 0.02,
      detail: `${written} of ${ROWS}, by PostgreSQL's own count of inserts, updates and deletes in all tables of exposures`,
    },
  ];
}

/** The same scope after its first survey, with nothing measured: what pages are read from. @internal */
export async function surveyOnce(world: BenchWorld): Promise<void> {
  await startSeeded(world);
  progress('First survey');
  await survey(world);
}

async function startSeeded(world: BenchWorld): Promise<void> {
  progress('Seeding the sandbox with 10,000 services');
  await world.control('POST', '/seed', {
    accountId: ACCOUNT,
    region: REGION,
    services: SERVICES,
    connectionsPerService: CONNECTIONS_PER_SERVICE,
    tags: { 'backstage-entity-ref': 'component:default/service-{n}' },
  });
  progress('Starting the backend');
  await world.startBackend();
  await world.settle();
}

async function survey(
  world: BenchWorld,
): Promise<{ milliseconds: number; restBytes: number; addedBytes: number }> {
  const before = await readScope(world);
  await world.control('DELETE', '/requests');
  const pid = world.backendPid;
  if (before.source.observedAt) await askForSurvey(world);
  const memory = await readUntilFirstCall(world);
  for (;;) {
    const scope = await readScope(world);
    if (scope.source.state === 'failed') throw new Error(scope.source.error);
    const seen = scope.source.observedAt;
    if (seen && seen !== before.source.observedAt) {
      return {
        milliseconds: (scope.durationSeconds ?? NaN) * 1000,
        restBytes: memory,
        addedBytes: readMemory(pid).peak - memory,
      };
    }
    await new Promise(wake => setTimeout(wake, 100));
  }
}

/**
 * Resident memory just before a survey's first call, from when on the peak counts. It is read so late because an idle
 * V8 gives back what the start took: earlier, the survey would fill what the start had left behind.
 */
async function readUntilFirstCall(world: BenchWorld): Promise<number> {
  const pid = world.backendPid;
  let memory = readMemory(pid).now;
  for (;;) {
    resetPeak(pid);
    const { now } = readMemory(pid);
    const { requests } = await world.control('GET', '/requests');
    if ((requests as unknown[]).length > 0) return memory;
    memory = now;
    await new Promise(wake => setTimeout(wake, 100));
  }
}

/** The first survey comes by itself; later ones are asked for by a refresh, each of another exposure. */
async function askForSurvey(world: BenchWorld): Promise<void> {
  const exposures = '/api/private-exposure/v1/exposures';
  const page = await world.ask<{ items: { id: string }[] }>(
    `${exposures}?limit=200`,
  );
  const { id } = page.items[refreshes++];
  await world.ask(`${exposures}/${id}/refresh`, { method: 'POST' });
}

async function readScope(world: BenchWorld): Promise<Scope> {
  const { items } = await world.ask<{ items: Scope[] }>(
    '/api/private-exposure/v1/scopes',
  );
  const scope = items.find(({ account }) => account === ACCOUNT);
  if (!scope) throw new Error(`There is no scope of account ${ACCOUNT}`);
  return scope;
}

async function countCalls(
  world: BenchWorld,
): Promise<{ ec2: number; elbv2: number }> {
  const { requests } = await world.control('GET', '/requests');
  const { source, durationSeconds = 0 } = await readScope(world);
  // What comes after the survey's end is its first inspections, which have a budget of their own.
  const end = Date.parse(source.observedAt ?? '') + durationSeconds * 1000;
  const services = (requests as Array<{ service: string; at: number }>)
    .filter(({ at }) => at <= end)
    .map(request => request.service);
  return {
    ec2: services.filter(service => service === 'ec2').length,
    elbv2: services.filter(service => service.startsWith('elastic')).length,
  };
}

/** Lets one connection in a hundred of all rows expire in the sandbox. */
async function changeOnePercent(
  world: BenchWorld,
  database: string,
): Promise<void> {
  const knex = createKnex({ client: 'pg', connection: databaseUrl(database) });
  try {
    const endpoints: string[] = await knex('connections')
      .where({ state: 'connected' })
      .orderBy('id')
      .limit(ROWS / 100)
      .pluck('native_id');
    for (const endpoint of endpoints) {
      await world.control('POST', `/connections/${endpoint}/state`, {
        state: 'expired',
      });
    }
  } finally {
    await knex.destroy();
  }
}

async function runBareLoop(world: BenchWorld): Promise<number> {
  const child = world.startProgram({
    file: require.resolve('./bareLoop.ts'),
    env: world.awsEnvironment,
    log: 'bare.log',
  });
  const { milliseconds } = await child.firstAnswer;
  return Number(milliseconds);
}
