import { spawn } from 'node:child_process';
import { inRoot, root, runTypeScript } from '../setup/paths.mjs';
import { startPostgres } from '../setup/postgres.mjs';

/** `npm run bench [-- survey | pages | lint]`: prints a table; both sides of each ratio come from this run. */
export async function run(args) {
  // The linter needs no database.
  const postgres = args[0] === 'lint' ? undefined : await startPostgres();
  const bench = spawn(
    process.execPath,
    [...runTypeScript, inRoot('packages/bench/src/run.ts'), ...args],
    {
      cwd: root,
      env: {
        ...process.env,
        ...(postgres && { POSTERN_BENCH_DATABASE: postgres.url }),
      },
      stdio: 'inherit',
      // A group of its own: Ctrl-C reaches it through us alone, and its clean-up comes before that of the database.
      detached: true,
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => bench.kill('SIGTERM'));
  }
  try {
    process.exitCode = await new Promise((resolve, reject) => {
      bench.on('error', reject);
      bench.on('exit', code => resolve(code ?? 1));
    });
  } finally {
    await postgres?.stop();
  }
}
