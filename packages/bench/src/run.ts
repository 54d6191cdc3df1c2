import { measureAzureSurvey } from './azure/measureAzureSurvey';
import { BenchWorld } from './BenchWorld';
import { measureLint } from './lint/measureLint';
import { measurePages } from './measurePages';
import { measureSurvey, surveyOnce } from './measureSurvey';
import { progress } from './progress';
import type { Cloud } from './settings';
import { renderTable, type Row } from './table';

/** What can be measured alone. */
const ALONE = ['survey', 'pages', 'azure', 'lint'];

/** Measures what is asked for, and prints the table. Fails if a promise is missed. */
async function main(): Promise<void> {
  const only = process.argv[2];
  if (only !== undefined && !ALONE.includes(only)) {
    throw new Error(
      `'${only}' cannot be measured alone; ${ALONE.join(', ')} can`,
    );
  }
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Error(`Ended by ${signal}`)));
    }
  });
  const rows: Row[] = [];
  if (only === undefined || only === 'lint') {
    rows.push(...(await Promise.race([measureLint(), interrupted])));
  }
  if (only !== 'lint') {
    rows.push(...(await measureBackend(interrupted, only)));
  }
  process.stdout.write(`\n${renderTable(rows)}\n\n`);
  if (rows.some(row => !row.holds)) process.exitCode = 1;
}

async function measureBackend(
  interrupted: Promise<never>,
  only: string | undefined,
): Promise<Row[]> {
  const database = process.env.POSTERN_BENCH_DATABASE;
  if (!database) {
    throw new Error(
      'POSTERN_BENCH_DATABASE must be the address of a PostgreSQL server. `npm run bench` starts one',
    );
  }
  const within = (
    cloud: Cloud,
    measure: (world: BenchWorld) => Promise<Row[]>,
  ) => measureWithin(new BenchWorld({ database, cloud }), interrupted, measure);
  const rows: Row[] = [];
  if (only === undefined || only === 'azure') {
    rows.push(...(await within('azure', measureAzureSurvey)));
  }
  if (only === 'azure') return rows;
  const ofAws = await within('aws', async world => {
    if (only === 'survey') return measureSurvey(world, database);
    // The pages are read from the store that the surveys filled.
    if (only === 'pages') await surveyOnce(world);
    const surveys = only ? [] : await measureSurvey(world, database);
    return [...surveys, ...(await measurePages(world, database))];
  });
  return [...ofAws, ...rows];
}

/** Measures in a world of its own, which is gone afterwards, however that ends. */
async function measureWithin(
  world: BenchWorld,
  interrupted: Promise<never>,
  measure: (world: BenchWorld) => Promise<Row[]>,
): Promise<Row[]> {
  const run = async () => {
    await world.startSandbox();
    return measure(world);
  };
  try {
    return await Promise.race([run(), interrupted]);
  } finally {
    progress('Cleaning up');
    await world.stop();
  }
}

main()
  .catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  // What an interrupted measurement still waits for is nobody's any more.
  .finally(() => process.exit());
