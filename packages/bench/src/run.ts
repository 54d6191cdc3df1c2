import { BenchWorld } from './BenchWorld';
import { measureLint } from './lint/measureLint';
import { measurePages } from './measurePages';
import { measureSurvey, surveyOnce } from './measureSurvey';
import { progress } from './progress';
import { renderTable, type Row } from './table';

/** What can be measured alone. */
const ALONE = ['survey', 'pages', 'lint'];

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
  const world = new BenchWorld({ database });
  const measure = async () => {
    await world.startSandbox();
    if (only === 'survey') return measureSurvey(world, database);
    // The pages are read from the store that the surveys filled.
    const rows: Row[] = [];
    if (only === 'pages') await surveyOnce(world);
    else rows.push(...(await measureSurvey(world, database)));
    rows.push(...(await measurePages(world, database)));
    return rows;
  };
  try {
    return await Promise.race([measure(), interrupted]);
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
