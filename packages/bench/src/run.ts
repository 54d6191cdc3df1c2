import { BenchWorld } from './BenchWorld';
import { measurePages } from './measurePages';
import { measureSurvey } from './measureSurvey';
import { renderTable } from './table';

/** Measures everything and prints the table. Fails if a promise is missed. */
async function main(): Promise<void> {
  const database = process.env.POSTERN_BENCH_DATABASE;
  if (!database) {
    throw new Error(
      'POSTERN_BENCH_DATABASE must be the address of a PostgreSQL server. `npm run bench` starts one',
    );
  }
  const world = await BenchWorld.create({ database });
  try {
    const rows = [
      ...(await measureSurvey(world, database)),
      ...(await measurePages(world, database)),
    ];
    process.stdout.write(`\n${renderTable(rows)}\n`);
    if (rows.some(row => !row.holds)) process.exitCode = 1;
  } finally {
    await world.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
