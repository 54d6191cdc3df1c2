import { inRoot, root, runTypeScript } from '../setup/paths.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { runOrThrow } from '../setup/processes.mjs';

/** `npm run bench`: prints a table; both sides of each ratio come from this run. */
export async function run() {
  const postgres = await startPostgres();
  try {
    await runOrThrow(
      process.execPath,
      [...runTypeScript, inRoot('packages/bench/src/run.ts')],
      {
        cwd: root,
        env: { ...process.env, POSTERN_BENCH_DATABASE: postgres.url },
      },
    );
  } finally {
    await postgres.stop();
  }
}
