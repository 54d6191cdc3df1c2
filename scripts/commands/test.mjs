import { globSync } from 'node:fs';
import { checkGeneratedFiles } from '../checkers/checkGeneratedFiles.mjs';
import { runInBrowser } from '../demo/runInBrowser.mjs';
import { findBrowser } from '../setup/browser.mjs';
import { say } from '../setup/messages.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { startPostgres } from '../setup/postgres.mjs';
import { runOrThrow, runStoppable } from '../setup/processes.mjs';
import { readSteps } from './readSteps.mjs';
import { run as runReports } from './reports.mjs';
import { unlessMissing } from './unlessMissing.mjs';

const bin = name => inRoot('node_modules/.bin', name);
const backstageCli = inRoot('node_modules/@backstage/cli/bin/backstage-cli');

/**
 * The steps of `npm test`, in order. `npm test -- lint unit` runs only those two, and `npm test -- e2e --grep approve` only
 * some of the end-to-end tests.
 */
const steps = { types, reports, lint, unit, checkers, e2e };

/**
 * `npm test`: types, API reports, lint, unit and integration tests, outside checkers over generated files, and the
 * end-to-end test in a real browser.
 */
export async function run(args) {
  const { chosen, forPlaywright } = readSteps(args, Object.keys(steps));
  // Said before an hour of work, not after.
  if (chosen.includes('e2e')) findBrowser();
  const passed = [];
  const leftOut = [];
  for (const name of chosen) {
    say(`Step ${name}`);
    const missing = await steps[name]({
      forPlaywright,
      isRequired: args.includes(name),
    });
    if (missing) leftOut.push(`${name} (${missing})`);
    else passed.push(name);
  }
  say(`All passed: ${passed.join(', ')}`);
  if (leftOut.length > 0) say(`Left out: ${leftOut.join(', ')}`);
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
    await runStoppable(
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

/**
 * Checkov, cfn-lint and Trivy's checks over what the templates and builders write. They need Python and Go, which nothing
 * else here does: whoever can't have them still runs the other steps, and is told. Whoever names the step, as the workflow
 * does, needs both.
 *
 * @returns what is missing, if something is
 */
async function checkers({ isRequired }) {
  return unlessMissing(checkGeneratedFiles, { isRequired });
}

/** The story and the pages, in a real browser. */
async function e2e({ forPlaywright }) {
  await runInBrowser({ project: 'e2e', args: forPlaywright });
}
