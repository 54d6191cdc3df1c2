import { BenchWorld } from './BenchWorld';
import { measurePages } from './measurePages';
import { measureSurvey } from './measureSurvey';
import { progress } from './progress';
import { renderTable } from './table';

/** Measures what is asked for, and prints the table. Fails if a promise is missed. */
async function main(): Promise<void> {
  const database = process.env.POSTERN_BENCH_DATABASE;
  if (!database) {
    throw new Error(
      'POSTERN_BENCH_DATABASE must be the address of a PostgreSQL server. `npm run bench` starts one',
    );
  }
  const world = new BenchWorld({ database });
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Error(`Ended by ${signal}`)));
    }
  });
  try {
    await Promise.race([measure(world, database), interrupted]);
  } finally {
    progress('Cleaning up');
    await world.stop();
  }
}

async function measure(world: BenchWorld, database: string): Promise<void> {
  const only = process.argv[2];
  if (only !== undefined && only !== 'survey') {
    throw new Error(`'${only}' cannot be measured alone; 'survey' can`);
  }
  await world.startSandbox();
  const rows = await measureSurvey(world, database);
  // The pages are read from the store that the surveys filled.
  if (!only) rows.push(...(await measurePages(world, database)));
  process.stdout.write(`\n${renderTable(rows)}\n\n`);
  if (rows.some(row => !row.holds)) process.exitCode = 1;
}

main()
  .catch(error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  // What an interrupted measurement still waits for is nobody's any more.
  .finally(() => process.exit());
