import { globSync } from 'node:fs';
import { runInBrowser } from '../demo/runInBrowser.mjs';
import { findBrowser } from '../setup/browser.mjs';
import { say } from '../setup/messages.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { runOrThrow } from '../setup/processes.mjs';
import { readSteps } from './readSteps.mjs';
import { run as runReports } from './reports.mjs';

const bin = name => inRoot('node_modules/.bin', name);
const backstageCli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

/**
 * The steps of `npm test`, in order. `npm test -- lint unit` runs only those two, and `npm test -- e2e --grep approve` only
 * some of the end-to-end tests.
 */
const steps = { types, reports, lint, unit, e2e };

/** `npm test`: types, API reports, lint, unit and integration tests, and the end-to-end test in a real browser. */
export async function run(args) {
  const { chosen, forPlaywright } = readSteps(args, Object.keys(steps));
  // Said before an hour of work, not after.
  if (chosen.includes('e2e')) findBrowser();
  for (const name of chosen) {
    say(`Step ${name}`);
    await steps[name](forPlaywright);
  }
  say(`All passed: ${chosen.join(', ')}`);
}

async function types() {
  await runOrThrow(process.execPath, [bin('tsc'), '--incremental', 'false'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=6144' },
  });
}

async function lint() {
  await runOrThrow(
    process.execPath,
    [backstageCli, 'repo', 'lint', '--max-warnings=0'],
    { cwd: root },
  );
  await runOrThrow(
    process.execPath,
    [bin('prettier'), '--check', '--loglevel', 'warn', '.'],
    { cwd: root },
  );
}

/**
 * What the packages promise to those who install them, against the reports in Git. Reads the declarations that the step
 * `types` has written. `yarn tsc && yarn build:api-reports` brings the reports up to date.
 */
async function reports() {
  await runReports(['--ci']);
}

/** The tests of the scripts, then Jest over all packages, on SQLite and on PostgreSQL. */
async function unit() {
  const scripts = globSync('scripts/**/*.test.mjs', { cwd: root });
  await runOrThrow(process.execPath, ['--test', ...scripts], { cwd: root });
  const postgres = await startPostgres();
  try {
    await runOrThrow(
      process.execPath,
      [backstageCli, 'repo', 'test', '--maxWorkers=2'],
      {
        cwd: root,
        env: {
          ...process.env,
          CI: 'true',
          NODE_OPTIONS: '--max-old-space-size=4096 --no-node-snapshot',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING: postgres.url,
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}

/** The story and the pages, in a real browser. */
async function e2e(args) {
  await runInBrowser({ project: 'e2e', args });
}
