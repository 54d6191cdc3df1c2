import createKnex from 'knex';
import type { BenchWorld } from './BenchWorld';
import { progress } from './progress';
import { countWrites } from './countWrites';
import { databaseUrl } from './databaseUrl';
import { ACCOUNT, REGION, ROLE, SCOPE_ID } from './settings';
import { SurveyRuns } from './SurveyRuns';
import { median, type Row } from './table';

const SERVICES = 10_000;
const CONNECTIONS_PER_SERVICE = 5;
const ROWS = SERVICES * (1 + CONNECTIONS_PER_SERVICE);
const MEGABYTE = 1024 * 1024;

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
  const runs = new SurveyRuns(world, SCOPE_ID);
  await runs.requireNone();
  const first = await runs.run();
  const calls = await countCalls(runs);

  // The survey of a changed world, for the rows; then unchanged ones in turns with the bare loop, for the time.
  progress('Survey of a world in which 1 % changed');
  await changeOnePercent(world, database);
  const written = await countWrites(database, () => runs.run());

  const { bare, ours } = await runInTurns(world, runs);
  const ratio = median(ours.map((value, n) => value / bare[n]));
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

/** Times of surveys and of the bare loop over the same pages, in milliseconds, pair by pair. */
async function runInTurns(
  world: BenchWorld,
  runs: SurveyRuns,
): Promise<{ bare: number[]; ours: number[] }> {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < 5; round++) {
    progress(`Surveys and bare loops in turns, ${round + 1} of 5`);
    bare.push(await runBareLoop(world));
    ours.push((await runs.run()).milliseconds);
  }
  return { bare, ours };
}

/** The same scope after its first survey, with nothing measured: what pages are read from. @internal */
export async function surveyOnce(world: BenchWorld): Promise<void> {
  await startSeeded(world);
  progress('First survey');
  await new SurveyRuns(world, SCOPE_ID).run();
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
  await world.control('PUT', '/roles', { accountId: ACCOUNT, name: ROLE });
  progress('Starting the backend');
  await world.startBackend();
  await world.settle();
}

async function countCalls(
  runs: SurveyRuns,
): Promise<{ ec2: number; elbv2: number }> {
  const services = (await runs.calls()).map(({ service }) => service);
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
