import type { BenchWorld } from '../BenchWorld';
import { progress } from '../progress';
import { AZURE } from '../settings';
import { SurveyRuns } from '../SurveyRuns';
import { median, type Row } from '../table';

const SERVICES = 10_000;
const CONNECTIONS_PER_SERVICE = 5;
const MEGABYTE = 1024 * 1024;
/** What Azure Resource Manager takes at once of one principal in one subscription: https://aka.ms/arm-throttling. */
const READ_BUCKET = 250;

/**
 * One subscription with 10,000 private link services and 50,000 connections: what a survey costs in calls and time. The
 * sandbox takes no more calls than Azure does, until surveys and bare loops follow each other without a pause.
 *
 * @internal
 */
export async function measureAzureSurvey(world: BenchWorld): Promise<Row[]> {
  progress('Seeding the sandbox with 10,000 private link services');
  await world.control('POST', '/azure/seed', {
    subscriptionId: AZURE.subscriptionId,
    services: SERVICES,
    connectionsPerService: CONNECTIONS_PER_SERVICE,
    tags: { 'backstage-entity-ref': 'component:default/service-{n}' },
  });
  progress('Starting the backend');
  await world.startBackend();
  await world.settle();
  progress('First survey of the subscription');
  const runs = new SurveyRuns(world, AZURE.scopeId);
  await runs.requireNone();
  const first = await runs.run();
  const calls = await runs.calls();
  const reads = calls.filter(({ action }) => /_List|_Get/.test(action));
  const throttled = calls.filter(({ status }) => status === 429);

  await world.control('PUT', '/azure/limits', { enabled: false });
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < 5; round++) {
    progress(`Surveys and bare loops in turns, ${round + 1} of 5`);
    bare.push(await runBareListing(world));
    ours.push((await runs.run()).milliseconds);
  }
  const ratio = median(ours.map((value, n) => value / bare[n]));
  const seconds = (values: number[]) => (median(values) / 1000).toFixed(2);
  return [
    {
      what: 'Azure reads of a survey of 10,000 private link services and 50,000 connections',
      measured: `${reads.length}`,
      limit: `${READ_BUCKET}`,
      holds: reads.length <= READ_BUCKET && throttled.length === 0,
      detail: `pages of listings alone, counted at the sandbox, which takes as many at once as Azure does; ${throttled.length} were throttled`,
    },
    {
      what: 'Time of a survey of Azure, against a bare SDK loop over the same pages',
      measured: `${ratio.toFixed(2)} ×`,
      limit: '2 ×',
      holds: ratio <= 2,
      detail: `median of 5 pairs in turns, ${seconds(ours)} s against ${seconds(
        bare,
      )} s; the first survey, which writes everything, took ${(
        first.milliseconds / 1000
      ).toFixed(2)} s and added ${Math.round(
        first.addedBytes / MEGABYTE,
      )} MB at its peak`,
    },
  ];
}

async function runBareListing(world: BenchWorld): Promise<number> {
  const child = world.startProgram({
    file: require.resolve('./bareListing.ts'),
    env: { ...world.azureEnvironment, NODE_ENV: 'development' },
    log: 'bare-azure.log',
  });
  const { milliseconds } = await child.firstAnswer;
  return Number(milliseconds);
}
